/** A language server as a process of its own, and as much of an editor as asks it things. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { run } from '../support/run.ts';

/** How a server is started, and how it is told what our server knows by itself. */
export interface ServerKind {
  readonly name: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
  readonly languageId: string;
  /** Answers `workspace/configuration` for a section. */
  readonly settings: (section: string) => unknown;
}

/** What was found in a document, as far as it matters here. */
export type Findings = readonly { readonly message: string }[];

export interface RunningServer {
  readonly kind: ServerKind;
  /** From the start of the process to the answer to `initialize`, in milliseconds. */
  readonly started: number;
  open(uri: string, text: string): Promise<void>;
  change(uri: string, version: number, change: Change): Promise<void>;
  close(uri: string): Promise<void>;
  /** The next publication for a document that fits. */
  published(uri: string, fits: (findings: Findings) => boolean): Promise<Findings>;
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): Promise<void>;
  /** What the process holds of the machine's memory, in MB; `NaN` where the machine does not tell. */
  memory(): Promise<number>;
  end(): Promise<void>;
}

/** A stretch of one line that is replaced. */
export interface Change {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const children = new Set<ChildProcessWithoutNullStreams>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** The longest wait for a publication, in milliseconds. */
const patience = 120_000;

/** Starts a server with `folder` as its workspace. */
export async function startServer(kind: ServerKind, folder: string): Promise<RunningServer> {
  const before = performance.now();
  const child = spawn(process.execPath, [...kind.command], { stdio: ['pipe', 'pipe', 'pipe'] });
  children.add(child);
  child.stderr.resume();
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => {
      children.delete(child);
      resolve();
    });
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = listenTo(connection, kind);
  connection.listen();
  const rootUri = pathToFileURL(folder).toString();
  await connection.sendRequest('initialize', {
    ...{ processId: process.pid, rootUri, workspaceFolders: [{ uri: rootUri, name: 'workspace' }] },
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: {} },
    },
  });
  const started = performance.now() - before;
  await connection.sendNotification('initialized', {});
  return {
    ...{ kind, started, published },
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: kind.languageId, version: 1, text },
      }),
    change: (uri, version, { line, from, to, text }) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
      }),
    close: uri => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    memory: () => residentMemory(child.pid),
    end: async () => {
      await connection.sendRequest('shutdown').catch(() => undefined);
      await connection.sendNotification('exit').catch(() => undefined);
      child.stdin.end();
      child.kill();
      await ended;
      connection.dispose();
    },
  };
}

/** Answers what a server asks, and gives what waits for publications. */
function listenTo(connection: MessageConnection, kind: ServerKind): RunningServer['published'] {
  const waiting = new Set<(uri: string, findings: Findings) => void>();
  connection.onError(() => undefined);
  connection.onRequest((method, params) =>
    method === 'workspace/configuration' ? askedSections(params).map(kind.settings) : null,
  );
  connection.onNotification((method, params) => {
    if (method !== 'textDocument/publishDiagnostics' || !isPublication(params)) return;
    for (const take of [...waiting]) take(params.uri, params.diagnostics);
  });
  return (uri, fits) =>
    new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        waiting.delete(take);
        reject(new Error(`${kind.name} published nothing that was expected of ${uri}.`));
      }, patience);
      const take = (of: string, findings: Findings): void => {
        if (of !== uri || !fits(findings)) return;
        clearTimeout(limit);
        waiting.delete(take);
        resolve(findings);
      };
      waiting.add(take);
    });
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function askedSections(params: unknown): readonly string[] {
  const items = field(params, 'items');
  return Array.isArray(items) ? items.map(item => String(field(item, 'section'))) : [];
}

function isPublication(params: unknown): params is { readonly uri: string; readonly diagnostics: Findings } {
  return typeof field(params, 'uri') === 'string' && Array.isArray(field(params, 'diagnostics'));
}

async function residentMemory(pid: number | undefined): Promise<number> {
  if (pid === undefined) return Number.NaN;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  if (status !== undefined) return Number(/VmRSS:\s*(\d+)/u.exec(status)?.[1]) / 1024;
  if (process.platform === 'win32') return Number.NaN;
  const { output } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(output.trim()) / 1024;
}
