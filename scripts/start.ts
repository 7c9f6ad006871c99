/**
 * Shows the packaged extension in a real VS Code in the browser, on the chains of this repository:
 * `npm start [-- --port <number>] [-- --folder <path>] [-- --no-open]`. Ctrl-C ends all that it started.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type EditorHost, installEditorHost, installExtension, startEditorHost } from './editorHost.ts';
import { packageExtension } from './package.ts';
import { atExit } from './support/atExit.ts';
import { Failure, runMain } from './support/failure.ts';
import { cacheFolder, root } from './support/paths.ts';

const defaultPort = 8137;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(defaultPort) },
      folder: { type: 'string', default: path.join(root, 'chains') },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const wanted = portNumber(values.port);
  await installEditorHost();
  console.log('Building and packaging the extension …');
  // Each start has its own place, so that two of them do not disturb each other.
  const home = path.join(cacheFolder, `start-${process.pid}`);
  const place = { dataFolder: path.join(home, 'data'), extensionsFolder: path.join(home, 'extensions') };
  atExit(() => rmSync(home, { recursive: true, force: true }));
  const { file } = await packageExtension();
  await installExtension(file, place);
  const host = await start(wanted, place);
  if (host.port !== wanted) console.log(`Port ${wanted} is taken, so another was picked.`);
  const address = host.address(path.resolve(values.folder));
  console.log(`\nThe editor is at\n\n  ${address}\n\nCtrl-C ends it.`);
  if (!values['no-open'] && hasDisplay()) openBrowser(address);
  throw new Failure(`The editor's server ${await host.ended}. Its log is ${host.logFile}.`);
});

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`--port takes a number from 1 to 65535, not "${text}".`);
}

async function start(
  wanted: number,
  place: { readonly dataFolder: string; readonly extensionsFolder: string },
): Promise<EditorHost> {
  const options = {
    ...place,
    trustsAll: true,
    forTests: false,
    token: randomBytes(16).toString('hex'),
  };
  return startEditorHost((await isFree(wanted)) ? { ...options, port: wanted } : options);
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** On macOS and Windows there is one; elsewhere a desktop session says so. */
function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
}

/** Asks the system to show an address. Where it cannot, the address stands in the terminal. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['explorer', address]
        : ['xdg-open', address];
  const child = spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened; open the address yourself.'));
  child.unref();
}
