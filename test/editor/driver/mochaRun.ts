/** One run of the mocha suites inside a window's extension host: see runs.ts for how the parts fit together. */
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Failure } from '../../../scripts/support/failure.ts';
import { artefactsFolder, root } from '../../../scripts/support/paths.ts';
import { lastLines } from '../../../scripts/support/run.ts';
import type { EditorRun } from '../runs.ts';
import { openChannel } from './channel.ts';
import type { Driver, HostKind } from './driver.ts';
import { openWorkbench, type Workbench } from './openWorkbench.ts';
import { createPageDriver, screenshot } from './pageDriver.ts';
import { type Count, createResultsPrinter, type ResultsPrinter } from './results.ts';
import { processServers, workerServers } from './servers.ts';

/** The bundles of the tests, as esbuild.mjs writes them. */
export const suiteModules: Readonly<Record<HostKind, string>> = {
  node: path.join(root, 'dist/test/suite.cjs'),
  worker: path.join(root, 'dist/test/suite.web.cjs'),
};

/** So long may the tests be silent, in milliseconds; longer than any test's own limit. */
const silence = 200_000;

/**
 * Opens a window, lets the tests run in it and closes it. A test that fails counts; everything else throws.
 * @param print Takes whole lines, of several at once too.
 */
export async function runMochaInEditor(
  browser: Browser,
  run: EditorRun,
  host: HostKind,
  print: (lines: string) => void,
): Promise<Count> {
  const name = runLabel(run, host);
  const results = createResultsPrinter(name, print);
  const driver = deferred<Driver>();
  const channel = await openChannel(
    () => driver.promise,
    event => results.take(event),
  );
  const exit = deferred<number>();
  let workbench: Workbench | undefined;
  try {
    workbench = await openWorkbench({
      browser,
      folder: path.join(root, run.folder),
      ...(run.opens === undefined ? {} : { opens: run.opens }),
      trusted: run.trusted,
      virtual: run.virtual === true,
      pseudoLocale: run.pseudoLocale === true,
      extensions: (run.extensions ?? []).map(name => path.join(root, 'test/editor/extensions', name)),
      settings: run.settings ?? {},
      facts: { driver: channel.address, run: run.name, host, root },
      development: { host, extension: root, tests: suiteModules[host] },
      prepare: page => listen(page, exit.resolve),
    });
    const servers = host === 'node' ? processServers(workbench.host.pid) : workerServers(workbench.page);
    driver.resolve(createPageDriver(workbench.page, name, servers));
    const code = await Promise.race([exit.promise, died(workbench), silent(results)]);
    const count = results.count();
    if (code !== 0 && count.failures.length === 0)
      throw new Failure(`${name}: the editor ended with code ${code}.`);
    return count;
  } catch (error) {
    if (workbench !== undefined) await keepTraces(workbench, name, print);
    throw error;
  } finally {
    await workbench?.close();
    channel.close();
  }
}

/** The run's name; in the worker with that word, which also keeps its pictures apart. */
export const runLabel = (run: EditorRun, host: HostKind): string =>
  host === 'node' ? run.name : `${run.name}-${host}`;

function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>(settle => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** The editor's own way to tell a test driver that the tests' module has ended, and with which code. */
async function listen(page: Page, onExit: (code: number) => void): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_type: string, _args: unknown[]) => undefined);
  await page.exposeFunction('codeAutomationExit', (code: number) => onExit(code));
}

async function died(workbench: Workbench): Promise<never> {
  const how = await Promise.race([
    workbench.host.ended.then(sentence => `its server ${sentence}`),
    new Promise<string>(resolve => workbench.page.once('crash', () => resolve('its page crashed'))),
  ]);
  throw new Failure(`The editor is gone: ${how}.`);
}

async function silent(results: ResultsPrinter): Promise<never> {
  for (;;) {
    const left = results.heardAt() + silence - performance.now();
    if (left <= 0) throw new Failure(`Nothing was heard of the tests for ${silence / 1000} seconds.`);
    await new Promise(resolve => setTimeout(resolve, left).unref());
  }
}

/** What a person needs who looks into a run that broke off. */
async function keepTraces(workbench: Workbench, run: string, print: (lines: string) => void): Promise<void> {
  const folder = path.join(artefactsFolder, 'logs');
  await mkdir(folder, { recursive: true });
  const lines = workbench.consoleLines.join('\n');
  await writeFile(path.join(folder, `${run}.console.log`), lines);
  await appendFile(path.join(folder, `${run}.console.log`), `\n\n(server) ${workbench.host.logFile}\n`);
  await screenshot(workbench.page, run, 'broken-off').catch(() => undefined);
  print(`The end of the window's console:\n${lastLines(lines, 15)}`);
}
