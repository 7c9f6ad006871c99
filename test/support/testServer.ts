/**
 * The real server over its real protocol, with a temporary folder as its workspace: in this process over two streams, or as the
 * bundle that ships, in a process of its own. Everything that waits, waits for a message, never for time.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver';
import {
  createMessageConnection,
  createProtocolConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { packedLibrary } from '../../scripts/libraryPlugin.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { createFileWorkspace, fileUri } from '../../server/src/node/fileWorkspace.ts';
import { libraryFiles } from './library.ts';

export interface Launched {
  readonly connection: MessageConnection;
  /** The exit code; in this process, the one it would have had. */
  readonly exited: Promise<number | null>;
  /** The server's process; `undefined` in this process. */
  readonly process: ChildProcess | undefined;
}

/** The two ways to run it; suites that hold for both loop over them. */
export const launches: readonly { readonly name: string; readonly launch: () => Promise<Launched> }[] = [
  { name: 'in this process', launch: async () => launchHere() },
  { name: 'the bundle', launch: () => launchBundle() },
];

function launchHere(): Launched {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  let exit = (_code: number): void => undefined;
  const exited = new Promise<number>(resolve => {
    exit = resolve;
  });
  const reader = new StreamMessageReader(toServer);
  const writer = new StreamMessageWriter(toClient);
  const watchDog = { shutdownReceived: false, initialize: () => undefined, exit };
  const server = createConnection(logger => createProtocolConnection(reader, writer, logger), watchDog);
  startServer(server, {
    version: 'of the test',
    ownFiles: { scheme: 'file', create: createFileWorkspace },
    library: { read: async () => packedLibrary(Object.entries(libraryFiles)) },
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    yieldToInput: () => new Promise(resolve => setImmediate(() => setImmediate(resolve))),
  });
  server.listen();
  return { connection: connect(toClient, toServer), exited, process: undefined };
}

/** A test that fails must not leave its server behind. */
const children = new Set<ChildProcess>();

export async function launchBundle(options: readonly string[] = ['--stdio']): Promise<Launched> {
  const child = spawn(process.execPath, [await serverBundle(), ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
  children.add(child);
  child.once('exit', () => children.delete(child));
  return { connection: connect(child.stdout, child.stdin), exited, process: child };
}

function connect(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): MessageConnection {
  const connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  // A server that ended closes its pipe, which some tests are about.
  connection.onError(() => undefined);
  connection.listen();
  return connection;
}

let bundle: Promise<string> | undefined;

/** The server bundled as it ships, made once per run; gives the path of the file. */
export function serverBundle(): Promise<string> {
  bundle ??= (async () => {
    const folder = await temporaryFolder();
    const { build } = await import('../../esbuild.mjs');
    await build({ production: true, folder, names: ['core', 'server'] });
    await writeFile(path.join(folder, 'dist/library.json'), packedLibrary(Object.entries(libraryFiles)));
    return path.join(folder, 'dist/server.js');
  })();
  return bundle;
}

const temporaryFolders: string[] = [];

/** An empty folder that goes when the process ends. */
async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'skill-chains-')));
  temporaryFolders.push(folder);
  return folder;
}

/** Ends what still runs and removes every temporary folder; for `after`. */
export async function cleanUp(): Promise<void> {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(temporaryFolders.splice(0).map(folder => rm(folder, { recursive: true, force: true })));
  bundle = undefined;
}

/** The longest wait for a message, in milliseconds. */
const patience = 20_000;

export interface ClientOptions {
  /** Files of the workspace folder, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly capabilities?: object;
  readonly initializationOptions?: unknown;
  /** The value of the section `skillChains`, for a client that can be asked for it. */
  readonly settings?: unknown;
  /** Answers the server's requests other than for its settings; default: with null. */
  readonly answer?: (method: string, params: unknown) => unknown;
  /** Further parameters of `initialize`. */
  readonly parameters?: object;
  /** False: the caller initializes. */
  readonly initialize?: boolean;
}

export interface TestClient extends Launched {
  readonly folder: string;
  /** What `initialize` answered. */
  readonly initializeResult: unknown;
  /** Every notification so far, in order. */
  readonly received: readonly { readonly method: string; readonly params: unknown }[];
  /** Every request of the server so far. */
  readonly asked: readonly { readonly method: string; readonly params: unknown }[];
  setSettings(settings: unknown): void;
  /** The URI of a path in the folder. */
  uri(path: string): string;
  /** Writes a file, or deletes it, and reports that as a client's file watcher does. */
  write(path: string, text: string | undefined): Promise<string>;
  request(method: string, params?: unknown): Promise<unknown>;
  notify(method: string, params?: unknown): Promise<void>;
  open(uri: string, text: string, version?: number): Promise<void>;
  /** Replaces the whole text. */
  change(uri: string, text: string, version: number): Promise<void>;
  close(uri: string): Promise<void>;
  save(uri: string): Promise<void>;
  /** The first notification or request of the server, so far or to come, that `matches`. */
  wait(method: string, matches?: (params: unknown) => boolean): Promise<unknown>;
  /** The published findings of a version. */
  findings(uri: string, version: number): Promise<PublishDiagnosticsParams>;
  /** Publications for a document so far. */
  publications(uri: string): readonly PublishDiagnosticsParams[];
  /** Shuts down and exits. */
  end(): Promise<number | null>;
}

export async function startClient(
  launch: () => Promise<Launched>,
  options: ClientOptions = {},
): Promise<TestClient> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(options.files ?? {})) await writeIn(folder, name, content);
  const launched = await launch();
  const { connection } = launched;
  const received: { method: string; params: unknown }[] = [];
  const asked: { method: string; params: unknown }[] = [];
  const waiting = new Set<() => void>();
  let settings = options.settings;
  connection.onNotification((method, params) => {
    received.push({ method, params });
    for (const check of [...waiting]) check();
  });
  connection.onRequest((method, params) => {
    asked.push({ method, params });
    for (const check of [...waiting]) check();
    return method === 'workspace/configuration' ? [settings] : (options.answer?.(method, params) ?? null);
  });
  const uri = (name: string): string => fileUri(path.join(folder, name));
  const notify = (method: string, params?: unknown): Promise<void> =>
    connection.sendNotification(method, params);
  const request = (method: string, params?: unknown): Promise<unknown> =>
    params === undefined ? connection.sendRequest(method) : connection.sendRequest(method, params);
  const wait = (method: string, matches: (params: unknown) => boolean = () => true): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const came = [...received, ...asked];
        const found = came.find(each => each.method === method && matches(each.params));
        if (found === undefined) return;
        waiting.delete(check);
        clearTimeout(limit);
        resolve(found.params);
      };
      const limit = setTimeout(() => {
        waiting.delete(check);
        reject(
          new Error(`Waited in vain for ${method}. There came: ${JSON.stringify(received, undefined, 1)}`),
        );
      }, patience);
      waiting.add(check);
      check();
    });
  const publications = (of: string) =>
    received.flatMap(({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && isPublication(params) && params.uri === of
        ? [params]
        : [],
    );
  let initializeResult: unknown;
  if (options.initialize !== false) {
    initializeResult = await request('initialize', {
      processId: process.pid,
      rootUri: fileUri(folder),
      capabilities: options.capabilities ?? {},
      workspaceFolders: [{ uri: fileUri(folder), name: 'workspace' }],
      initializationOptions: options.initializationOptions,
      ...options.parameters,
    });
    await notify('initialized', {});
  }
  return {
    ...launched,
    ...{ folder, initializeResult, received, asked, uri, request, notify, wait, publications },
    setSettings: next => {
      settings = next;
    },
    write: async (name, text) => {
      const target = path.join(folder, name);
      if (text === undefined) await rm(target, { recursive: true });
      else await writeIn(folder, name, text);
      await notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri(name), type: text === undefined ? 3 : 2 }],
      });
      return uri(name);
    },
    open: (of, text, version = 1) =>
      notify('textDocument/didOpen', { textDocument: { uri: of, languageId: 'chain-yaml', version, text } }),
    change: (of, text, version) =>
      notify('textDocument/didChange', { textDocument: { uri: of, version }, contentChanges: [{ text }] }),
    close: of => notify('textDocument/didClose', { textDocument: { uri: of } }),
    save: of => notify('textDocument/didSave', { textDocument: { uri: of } }),
    findings: async (of, version) => {
      const params = await wait(
        'textDocument/publishDiagnostics',
        params => isPublication(params) && params.uri === of && params.version === version,
      );
      assert.ok(isPublication(params));
      return params;
    },
    end: async () => {
      await request('shutdown');
      await notify('exit');
      const code = await launched.exited;
      connection.dispose();
      return code;
    },
  };
}

async function writeIn(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}

function isPublication(params: unknown): params is PublishDiagnosticsParams {
  return (
    typeof params === 'object' &&
    params !== null &&
    'uri' in params &&
    'diagnostics' in params &&
    Array.isArray(params.diagnostics)
  );
}
