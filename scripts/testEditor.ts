/**
 * The tests in a real editor: `npm run test:editor [-- --run <name>] [--host <name>] [--page] [--lanes <number>] [--oldest] [--lag <milliseconds>] [--headed] [--no-build]`.
 *   --run <name>      only this run of test/editor/runs.ts (may be given again)
 *   --host <name>     only in this extension host, node or worker
 *   --page            only the page tests of test/editor/page
 *   --lanes <number>  so many runs at once; default: as many as the machine has processors, and at most four
 *   --oldest          in the oldest editor that the manifest allows instead of the newest; only in the web worker, as its extension host
 *                     in a Node process takes no tests where native modules were not built
 *   --lag <milliseconds>  makes each message between a window and its server late by so much, each way, as far apart as they are on a
 *                     busy machine: 20 shows a test that takes what the window shows for what its extension host knows; only in Node
 *   --headed          shows the browser, one run at a time
 *   --no-build        with the bundles as they are
 * Builds the extension, installs the editor and the browser where they are missing, and ends with what failed and the line
 * "N passed, N failed".
 * Where several runs go at once, each is printed whole when it ends, and so are the page tests.
 */

import { glob, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run as runNodeTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { build } from '../esbuild.mjs';
import { type HostKind, hostKinds } from '../test/editor/driver/driver.ts';
import { lagVariable } from '../test/editor/driver/lag.ts';
import { inLanes } from '../test/editor/driver/lanes.ts';
import { runLabel, runMochaInEditor } from '../test/editor/driver/mochaRun.ts';
import { type Count, failureText, printSummary } from '../test/editor/driver/results.ts';
import { type EditorRun, editorRuns } from '../test/editor/runs.ts';
import { findBrowser, launchBrowser } from './browser.ts';
import { editorVariable, installEditorHost } from './editorHost.ts';
import { atExit } from './support/atExit.ts';
import { Failure, runMain, textOfError } from './support/failure.ts';
import { artefactsFolder, root } from './support/paths.ts';

/** A run in one of the hosts. */
interface RunJob {
  readonly run: EditorRun;
  readonly host: HostKind;
}

/** The page tests are one job: they start windows of their own, one at a time. */
type Job = RunJob | 'page';

/** An editor with its browser wants about a gigabyte, so a machine of many processors gets no more lanes than these. */
const mostLanes = 4;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      run: { type: 'string', multiple: true, default: [] },
      host: { type: 'string', multiple: true, default: [] },
      page: { type: 'boolean', default: false },
      lanes: { type: 'string' },
      oldest: { type: 'boolean', default: false },
      lag: { type: 'string' },
      headed: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
    },
  });
  const runs = chosenRuns(values.run, values.page);
  const hosts = chosenHosts(values.oldest ? ['worker'] : values.host);
  const lanes = chosenLanes(values.lanes, values.headed);
  if (values.oldest) process.env[editorVariable] = 'oldest';
  if (values.lag !== undefined) process.env[lagVariable] = values.lag;
  await installEditorHost();
  await findBrowser();
  if (!values['no-build']) await build();
  if (runs.length === editorRuns.length && hosts.length === hostKinds.length)
    await rm(artefactsFolder, { recursive: true, force: true });

  const withPage = values.page || (values.run.length === 0 && values.host.length === 0);
  const jobs: readonly Job[] = [...(withPage ? ['page' as const] : []), ...jobsOf(runs, hosts)];
  if (!printSummary(await runAll(jobs, lanes, values.headed))) process.exit(1);
});

function chosenRuns(names: readonly string[], pageOnly: boolean): readonly EditorRun[] {
  const unknown = names.find(name => !editorRuns.some(run => run.name === name));
  if (unknown !== undefined) {
    throw new Failure(
      `There is no run "${unknown}". There are: ${editorRuns.map(run => run.name).join(', ')}.`,
    );
  }
  if (names.length > 0) return editorRuns.filter(run => names.includes(run.name));
  return pageOnly ? [] : editorRuns;
}

function chosenHosts(names: readonly string[]): readonly HostKind[] {
  const unknown = names.find(name => !hostKinds.some(host => host === name));
  if (unknown !== undefined) {
    throw new Failure(`There is no extension host "${unknown}". There are: ${hostKinds.join(', ')}.`);
  }
  return hostKinds.filter(host => names.length === 0 || names.includes(host));
}

function chosenLanes(given: string | undefined, headed: boolean): number {
  // Windows on one desktop take the focus and the clipboard from each other.
  const most = headed ? 1 : Math.min(os.availableParallelism(), mostLanes);
  if (given === undefined) return most;
  const lanes = Number(given);
  if (!Number.isInteger(lanes) || lanes < 1)
    throw new Failure(`--lanes takes a number from 1, not "${given}".`);
  if (headed && lanes > 1) throw new Failure('--headed shows one run at a time: leave --lanes out.');
  return lanes;
}

/** Every run in every host that it is for; says which are left out, and why. */
function jobsOf(runs: readonly EditorRun[], hosts: readonly HostKind[]): readonly RunJob[] {
  const jobs = hosts.flatMap(host => runs.map(run => ({ run, host })));
  const isHere = ({ run, host }: RunJob): boolean => run.only === undefined || run.only.host === host;
  for (const { run, host } of jobs.filter(job => !isHere(job)))
    console.log(`${runLabel(run, host)}: not here, as ${run.only?.because}`);
  return jobs.filter(isHere);
}

/** Each lane has a browser of its own, and with it a clipboard; one that crashed is started anew for the next run. */
async function runAll(jobs: readonly Job[], lanes: number, headed: boolean): Promise<readonly Count[]> {
  const browsers: Browser[] = [];
  try {
    return await inLanes(jobs, lanes, async (job, lane) => {
      if (job === 'page') return runPageTests(lanes > 1);
      let browser = browsers[lane];
      if (browser?.isConnected() !== true) {
        browser = await launchBrowser({ headed });
        browsers[lane] = browser;
      }
      return counted(browser, job, lanes > 1);
    });
  } finally {
    await Promise.all(browsers.map(browser => browser.close()));
  }
}

/** A run that breaks off is one failure more, and the others still run. `whole`: it is printed when it has ended. */
async function counted(browser: Browser, { run, host }: RunJob, whole: boolean): Promise<Count> {
  const lines: string[] = [];
  const print = whole ? (line: string) => void lines.push(line) : console.log;
  const printGathered = () => console.log(lines.join('\n'));
  // What was heard of a run is told also where it is interrupted.
  const forget = whole ? atExit(printGathered) : undefined;
  const name = runLabel(run, host);
  print(`\n▶ ${name}: ${run.about}`);
  const start = performance.now();
  const count = await runMochaInEditor(browser, run, host, print).catch(error => {
    const failure = failureText(`${name} broke off`, textOfError(error));
    print(`    ✖ ${failure}`);
    return { passed: 0, failures: [failure] };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  print(`  ${name}: ${count.passed} passing, ${count.failures.length} failing (${seconds} s)`);
  forget?.();
  if (whole) printGathered();
  return count;
}

/** One file at a time. `whole`: what they print is printed when they have ended. */
async function runPageTests(whole: boolean): Promise<Count> {
  const heard: string[] = ['\n▶ page: windows from outside\n'];
  const printHeard = () => void process.stdout.write(heard.splice(0).join(''));
  const forget = atExit(printHeard);
  const files: string[] = [];
  for await (const file of glob(path.join(root, 'test/editor/page/**/*.test.ts'))) files.push(file);
  if (files.length === 0) throw new Failure('There are no page tests in test/editor/page.');
  const stream = runNodeTests({ files: files.sort(), concurrency: 1, timeout: 300_000 });
  const failures: string[] = [];
  stream.on('test:fail', ({ name, details }) => {
    const error = textOfError(details.error.cause ?? details.error);
    if (details.type !== 'suite') failures.push(failureText(`page: ${name}`, error));
  });
  let passed = 0;
  stream.on('test:summary', summary => {
    if (summary.file !== undefined) return;
    passed = summary.counts.passed;
    const others = summary.counts.tests - passed - failures.length;
    if (passed === 0 || others > 0)
      failures.push(`page: ${passed} passed, ${others} neither passed nor failed`);
  });
  for await (const text of stream.compose(spec)) {
    heard.push(String(text));
    if (!whole) printHeard();
  }
  forget();
  printHeard();
  return { passed, failures };
}
