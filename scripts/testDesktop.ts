/**
 * The editor's tests in a desktop VS Code: `npm run test:desktop [-- --run <name>] [-- --code <path>]`.
 *   --run <name>   only this run of test/editor/runs.ts (may be given again)
 *   --code <path>  a VS Code that is installed; else one is downloaded, once
 * The same suites as in the browser. The driver joins the window through its debugging port, so that keys and pictures are real here too.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from '../esbuild.mjs';
import { openChannel } from '../test/editor/driver/channel.ts';
import { type TestFacts, testSection } from '../test/editor/driver/driver.ts';
import { suiteModules } from '../test/editor/driver/mochaRun.ts';
import { createPageDriver } from '../test/editor/driver/pageDriver.ts';
import {
  type Count,
  createResultsPrinter,
  failureText,
  printSummary,
} from '../test/editor/driver/results.ts';
import { processServers } from '../test/editor/driver/servers.ts';
import { type EditorRun, editorRuns, testSettings } from '../test/editor/runs.ts';
import { hostSettings } from './editorHost.ts';
import { Failure, runMain, textOfError } from './support/failure.ts';
import { cacheFolder, root } from './support/paths.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: { run: { type: 'string', multiple: true, default: [] }, code: { type: 'string' } },
  });
  const runs = editorRuns.filter(run => values.run.length === 0 || values.run.includes(run.name));
  if (runs.length === 0)
    throw new Failure(`There are the runs ${editorRuns.map(run => run.name).join(', ')}.`);
  if (
    process.platform === 'linux' &&
    process.env['DISPLAY'] === undefined &&
    !process.env['WAYLAND_DISPLAY']
  ) {
    throw new Failure('There is no display for a desktop VS Code. "npm run test:editor" needs none.');
  }
  await build();
  const counts: Count[] = [];
  for (const run of runs) {
    const count = await runOnDesktop(run, values.code).catch(error => {
      const failure = failureText(`${run.name} broke off`, textOfError(error));
      console.error(`    ✖ ${failure}`);
      return { passed: 0, failures: [failure] };
    });
    counts.push(count);
  }
  if (!printSummary(counts)) process.exit(1);
});

async function runOnDesktop(run: EditorRun, code: string | undefined): Promise<Count> {
  console.log(`\n▶ ${run.name}: ${run.about}`);
  const place = await mkdtemp(path.join(os.tmpdir(), 'skill-chains-desktop-'));
  const folder = path.join(place, 'workspace');
  await cp(path.join(root, run.folder), folder, { recursive: true });
  const userData = path.join(place, 'data');
  await mkdir(path.join(userData, 'User'), { recursive: true });

  const port = await freePort();
  const results = createResultsPrinter(run.name);
  let connection: Browser | undefined;
  let window: Promise<Page> | undefined;
  const page = () => {
    window ??= chromium.connectOverCDP(`http://127.0.0.1:${port}`).then(browser => {
      connection = browser;
      return workbenchOf(browser);
    });
    return window;
  };
  const channel = await openChannel(
    async () => createPageDriver(await page(), run.name, processServers(process.pid)),
    event => results.take(event),
  );
  const facts: TestFacts = { driver: channel.address, run: run.name, host: 'node', root };
  const settings = { ...hostSettings, ...testSettings, ...run.settings, [testSection]: facts };
  await writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(settings, undefined, 2));
  try {
    const exitCode = await runTests({
      ...(code === undefined ? {} : { vscodeExecutablePath: code }),
      cachePath: path.join(cacheFolder, 'vscode'),
      extensionDevelopmentPath: root,
      extensionTestsPath: suiteModules.node,
      launchArgs: [
        ...(run.opens === '' ? ['--new-window'] : [path.join(folder, run.opens ?? '')]),
        ...['--user-data-dir', userData, '--extensions-dir', path.join(place, 'extensions')],
        ...['--disable-extensions', '--skip-welcome', '--skip-release-notes'],
        ...(run.trusted ? ['--disable-workspace-trust'] : []),
        `--remote-debugging-port=${port}`,
      ],
    }).catch(error => {
      if (error instanceof TestRunFailedError) return error.code ?? 1;
      throw error;
    });
    const count = results.count();
    if (exitCode !== 0 && count.failures.length === 0)
      throw new Failure(`The editor ended with code ${exitCode}.`);
    return count;
  } finally {
    await connection?.close();
    channel.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** The window among the pages of the editor's processes. */
function workbenchOf(browser: Browser): Page {
  const pages = browser.contexts().flatMap(context => context.pages());
  const found = pages.find(page => page.url().includes('workbench'));
  if (found === undefined) throw new Failure(`No window among ${pages.map(page => page.url()).join(', ')}`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No port is free'));
      });
    });
  });
}
