/**
 * A real VS Code workbench without a desktop: the inner server of the npm package code-server, which a browser shows.
 * It stands beside the project's dependencies in the cache folder, as it is large and has no part in the product.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { atExit } from './support/atExit.ts';
import { Failure } from './support/failure.ts';
import { cacheFolder } from './support/paths.ts';
import { startGroup } from './support/processGroup.ts';
import { lastLines, runOrFail } from './support/run.ts';

/** Versions of code-server: 4.139.1 is VS Code 1.139.1. The oldest is that of `engines.vscode`. */
const versions = { newest: '4.139.1', oldest: '4.110.0' };

/** Where this is `oldest`, that editor is meant, by this process and by those that it starts; else the newest. */
export const editorVariable = 'SKILL_CHAINS_EDITOR';

const editorVersion = (): string =>
  process.env[editorVariable] === 'oldest' ? versions.oldest : versions.newest;

/** Put into the environment of a host and so of all it starts: the extension hosts and their language servers. */
export const markerVariable = 'SKILL_CHAINS_EDITOR_HOST';

export interface EditorHostOptions {
  /** The folder of the server's own data; a setting file for the machine is written into it. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  /** The machine's settings, over the ones every host has (`hostSettings`). */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Every folder counts as trusted, and nobody is asked. Without it a new folder opens in Restricted Mode. */
  readonly trustsAll: boolean;
  /** Lets a page say which extension and which tests to load. */
  readonly forTests: boolean;
  /** Asked for in the address and by every request; none: whoever reaches the port gets in. */
  readonly token?: string;
  /** Absent: any free port. */
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface EditorHost {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  /** The process of the server, from which all others of this host descend. */
  readonly pid: number;
  readonly logFile: string;
  /** The value of `markerVariable` in all processes of this host and of no other. */
  readonly marker: string;
  /** The address that opens a folder, a `.code-workspace` file, or (`''`) an empty window; `payload` is for the page's test driver. */
  address(opened: string, payload?: readonly (readonly [string, string])[]): string;
  /** Resolves with a sentence when the server ends, and never rejects. */
  readonly ended: Promise<string>;
  /** Ends the server and everything that it started. */
  end(): Promise<void>;
}

/** What the workbench must not do by itself while somebody tests or tries it. */
export const hostSettings: Readonly<Record<string, unknown>> = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** Installs the editor into the cache folder if it is not there, and returns the path of its server's main file. */
export async function installEditorHost(): Promise<string> {
  const version = editorVersion();
  const home = path.join(cacheFolder, `code-server-${version}`);
  const vscode = 'node_modules/code-server/lib/vscode';
  const main = path.join(home, vscode, 'out/server-main.js');
  if (existsSync(main)) return main;
  // Made beside its place and then moved: a run that is broken off, or a second one at the same time, leaves no half.
  const workshop = `${home}.${randomUUID()}`;
  const forget = atExit(() => console.error(`A broken installation is left in ${workshop}; delete it.`));
  try {
    await mkdir(workshop, { recursive: true });
    await writeFile(path.join(workshop, 'package.json'), '{ "private": true }\n');
    console.log(`Installing the editor, once: code-server ${version}, about 600 MB in ${cacheFolder}`);
    const steps = [
      { what: 'its package', folder: '', args: [`code-server@${version}`] },
      { what: 'its dependencies', folder: vscode, args: ['--omit=dev'] },
      { what: "its extensions' dependencies", folder: `${vscode}/extensions`, args: ['--omit=dev'] },
    ];
    for (const [index, step] of steps.entries()) {
      console.log(`  ${index + 1} of ${steps.length}: ${step.what} …`);
      await npmInstall(path.join(workshop, step.folder), step.args);
    }
    await rename(workshop, home).catch(error => {
      if (!existsSync(main)) throw error;
    });
  } finally {
    forget();
    await rm(workshop, { recursive: true, force: true });
  }
  return main;
}

/** Its scripts would build native modules; without these the host lacks only its log files. */
async function npmInstall(cwd: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runOrFail('install the editor', 'npm', ['install', ...quiet, ...args], { cwd });
}

/** Installs a packaged extension into a host's extensions folder; the host need not run. */
export async function installExtension(
  vsix: string,
  host: Pick<EditorHostOptions, 'dataFolder' | 'extensionsFolder'>,
): Promise<void> {
  const main = await installEditorHost();
  const folders = ['--extensions-dir', host.extensionsFolder, '--server-data-dir', host.dataFolder];
  const args = [main, '--install-extension', vsix, '--force', '--accept-server-license-terms', ...folders];
  const output = await runOrFail(`install ${path.basename(vsix)} into the editor`, process.execPath, args);
  if (/was successfully installed/.test(output)) return;
  throw new Failure(
    `The editor does not say that ${path.basename(vsix)} was installed:\n${lastLines(output, 20)}`,
  );
}

/** Starts the editor's server and waits until it answers. */
export async function startEditorHost(options: EditorHostOptions): Promise<EditorHost> {
  const main = await installEditorHost();
  const marker = randomUUID();
  const machine = path.join(options.dataFolder, 'data/Machine');
  await mkdir(machine, { recursive: true });
  await mkdir(options.extensionsFolder, { recursive: true });
  const settings = { ...hostSettings, ...options.settings };
  await writeFile(path.join(machine, 'settings.json'), JSON.stringify(settings, undefined, 2));

  const logFile = path.join(options.dataFolder, 'server.log');
  await writeFile(logFile, '');
  const group = await startGroup(process.execPath, [main, ...serverArguments(options)], {
    logFile,
    environment: { ...options.environment, [markerVariable]: marker, ELECTRON_RUN_AS_NODE: undefined },
  });
  const port = await portOf(logFile, group.ended).catch(async error => {
    await group.end();
    throw error;
  });
  const origin = `http://127.0.0.1:${port}`;
  const address: EditorHost['address'] = (opened, payload) => {
    const url = new URL(origin);
    if (options.token !== undefined) url.searchParams.set('tkn', options.token);
    if (opened === '') url.searchParams.set('ew', 'true');
    else url.searchParams.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened);
    if (payload !== undefined) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  };
  return { origin, port, pid: group.pid, logFile, marker, address, ended: group.ended, end: group.end };
}

function serverArguments(options: EditorHostOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...(options.token === undefined ? ['--without-connection-token'] : ['--connection-token', options.token]),
    ...['--server-data-dir', options.dataFolder, '--extensions-dir', options.extensionsFolder],
    ...['--accept-server-license-terms', '--disable-telemetry'],
    ...(options.trustsAll ? ['--disable-workspace-trust'] : []),
    // A window on a busy machine may be gone before it has said so, and is waited for by default for hours.
    ...(options.forTests ? ['--enable-smoke-test-driver', '--reconnection-grace-time', '5'] : []),
  ];
}

/** The port that the server says it listens on; it says so once it answers. */
async function portOf(logFile: string, ended: Promise<string>): Promise<number> {
  let end: string | undefined;
  void ended.then(how => {
    end = how;
  });
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const log = await readFile(logFile, 'utf8');
    const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
    if (port !== undefined) return Number(port);
    if (end !== undefined) throw new Failure(`The editor's server ${end}:\n${lastLines(log, 20)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Failure(`The editor's server did not answer within a minute. Its log is ${logFile}.`);
}
