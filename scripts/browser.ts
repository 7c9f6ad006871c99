/** Finds the Chromium that shows the editor, installing one where that is possible. */
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { canInstallDebianPackages, ensureDebianProgram } from './support/debian.ts';
import { Failure } from './support/failure.ts';
import { root } from './support/paths.ts';
import { findProgram, isProgram, lastLines, run } from './support/run.ts';

const programNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** A browser without a font draws no text, so one comes along. */
const debianPackages = ['chromium', 'fonts-dejavu-core'];

/** What keeps a browser quiet and able to run as root in a container. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A worker of the page may speak to the tests' driver on another port of this machine.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
];

/**
 * The full path of a Chromium, Chrome or Edge: an installed one, else Debian's, else the one that Playwright downloads.
 * Throws a failure that says what to do where all that comes to nothing.
 */
export async function findBrowser(): Promise<string> {
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  if (canInstallDebianPackages()) {
    const program = await ensureDebianProgram({ command: 'chromium', packages: debianPackages });
    if (program !== undefined) return program;
  }
  return downloadBrowser();
}

/** Starts the browser; the caller closes it. It also ends with this process, since it is driven through a pipe. */
export async function launchBrowser(options: { readonly headed?: boolean } = {}): Promise<Browser> {
  const executablePath = await findBrowser();
  try {
    return await chromium.launch({ executablePath, args: flags, headless: options.headed !== true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`The browser ${executablePath} does not start: ${reason}`);
  }
}

function findInstalled(): string | undefined {
  for (const name of programNames) {
    const program = findProgram(name);
    if (program !== undefined) return program;
  }
  return usualPlaces().find(isProgram);
}

/** Where browsers stand that put nothing on the search path. */
function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform !== 'win32') return [];
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    name => process.env[name] ?? [],
  );
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return folders.flatMap(folder => programs.map(program => path.join(folder, program)));
}

async function downloadBrowser(): Promise<string> {
  const target = chromium.executablePath();
  if (isProgram(target)) return target;
  console.log('No Chromium, Chrome or Edge is installed; downloading the one that Playwright offers …');
  const cli = path.join(root, 'node_modules/playwright-core/cli.js');
  const { output } = await run(process.execPath, [cli, 'install', 'chromium']);
  if (isProgram(target)) return target;
  throw new Failure(
    `There is no browser to show the editor in. Install Chromium, Google Chrome or Microsoft Edge and try again.\n` +
      `(Playwright's own download failed too: ${lastLines(output, 5)})`,
  );
}
