/**
 * The tests in a real editor: `npm run test:editor [-- --run <name>] [--host <name>] [--page] [--headed] [--no-build]`.
 *   --run <name>   only this run of test/editor/runs.ts (may be given again)
 *   --host <name>  only in this extension host, node or worker
 *   --page         only the page tests of test/editor/page
 *   --headed       shows the browser
 *   --no-build     with the bundles as they are
 * Builds the extension, installs the editor and the browser where they are missing, and ends with the line "N passed, N failed".
 */

import { glob, rm } from 'node:fs/promises';
import path from 'node:path';
import { run as runNodeTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { build } from '../esbuild.mjs';
import { type HostKind, hostKinds } from '../test/editor/driver/driver.ts';
import { runLabel, runMochaInEditor } from '../test/editor/driver/mochaRun.ts';
import type { Count } from '../test/editor/driver/results.ts';
import { type EditorRun, editorRuns } from '../test/editor/runs.ts';
import { findBrowser, launchBrowser } from './browser.ts';
import { installEditorHost } from './editorHost.ts';
import { Failure, runMain, textOfError } from './support/failure.ts';
import { artefactsFolder, root } from './support/paths.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      run: { type: 'string', multiple: true, default: [] },
      host: { type: 'string', multiple: true, default: [] },
      page: { type: 'boolean', default: false },
      headed: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
    },
  });
  const runs = chosenRuns(values.run, values.page);
  const hosts = chosenHosts(values.host);
  await installEditorHost();
  await findBrowser();
  if (!values['no-build']) await build();
  if (runs.length === editorRuns.length && hosts.length === hostKinds.length)
    await rm(artefactsFolder, { recursive: true, force: true });

  const counts: Count[] = [];
  const browser = await launchBrowser({ headed: values.headed });
  try {
    for (const host of hosts) {
      for (const run of runs) {
        if (run.only === undefined || run.only.host === host) counts.push(await counted(browser, run, host));
        else console.log(`\n▶ ${runLabel(run, host)}: not here, as ${run.only.because}`);
      }
    }
  } finally {
    await browser.close();
  }
  if (values.page || (values.run.length === 0 && values.host.length === 0)) counts.push(await runPageTests());

  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exit(1);
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

/** A run that breaks off is one failure more, and the others still run. */
async function counted(browser: Browser, run: EditorRun, host: HostKind): Promise<Count> {
  const name = runLabel(run, host);
  const start = performance.now();
  const count = await runMochaInEditor(browser, run, host).catch(error => {
    console.error(`    ✖ ${name} broke off: ${textOfError(error)}`);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`  ${name}: ${count.passed} passing, ${count.failed} failing (${seconds} s)`);
  return count;
}

/** The page tests share one machine with their windows, so they run one file at a time. */
async function runPageTests(): Promise<Count> {
  console.log('\n▶ page: windows from outside');
  const files: string[] = [];
  for await (const file of glob(path.join(root, 'test/editor/page/**/*.test.ts'))) files.push(file);
  if (files.length === 0) throw new Failure('There are no page tests in test/editor/page.');
  const stream = runNodeTests({ files: files.sort(), concurrency: 1, timeout: 300_000 });
  let count: Count | undefined;
  stream.on('test:summary', summary => {
    if (summary.file !== undefined) return;
    const { passed, tests, topLevel } = summary.counts;
    count = { passed, failed: tests - passed };
    if (topLevel === 0) count = { passed: 0, failed: 1 };
  });
  for await (const text of stream.compose(spec)) process.stdout.write(String(text));
  return count ?? { passed: 0, failed: 1 };
}
