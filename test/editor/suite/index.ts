/**
 * The entry of the editor's tests, which the extension host loads and calls: the same contract under the browser's driver
 * (scripts/testEditor.ts) and on a desktop (scripts/testDesktop.ts). Runs the suites of one run with mocha.
 */
import Mocha from 'mocha';
import { type TestEvent, windowHeading, windowNow } from '../driver/driver.ts';
import type { RunName } from '../runs.ts';
import { currentRun, drive, tell } from './support/drive.ts';

/** The files of tests of each run. They register with mocha when they are loaded, so they load one run at a time. */
const suites: Readonly<Record<RunName, readonly (() => Promise<unknown>)[]>> = {
  editing: [
    () => import('./activation.test.ts'),
    () => import('./lintRun.test.ts'),
    () => import('./closedFiles.test.ts'),
    () => import('./restart.test.ts'),
    () => import('./tree.test.ts'),
    () => import('./association.test.ts'),
    () => import('./commands.test.ts'),
    () => import('./formatting.test.ts'),
    () => import('./snippets.test.ts'),
    () => import('./reference.test.ts'),
    () => import('./giveUp.test.ts'),
  ],
  graph: [
    () => import('./graph.test.ts'),
    () => import('./graphHandoffs.test.ts'),
    () => import('./graphTyping.test.ts'),
    () => import('./graphHostile.test.ts'),
    () => import('./graphExport.test.ts'),
  ],
  library: [
    // First: a text opens with the cursor where another test left it, and the graph shows the node there.
    () => import('./graphThemes.test.ts'),
    () => import('./library.test.ts'),
    () => import('./overview.test.ts'),
  ],
  documents: [
    () => import('./decisionRecord.test.ts'),
    () => import('./postMortem.test.ts'),
    () => import('./writing.test.ts'),
    () => import('./variations.test.ts'),
    () => import('./codeActions.test.ts'),
  ],
  severalFolders: [() => import('./severalFolders.test.ts')],
  noFolder: [() => import('./noFolder.test.ts'), () => import('./shippedSkills.test.ts')],
  agentSkills: [() => import('./agentSkills.test.ts'), () => import('./tasks.test.ts')],
  inTheFile: [() => import('./inTheFile.test.ts'), () => import('./configuration.test.ts')],
  programme: [
    () => import('./programme.test.ts'),
    () => import('./suiteGraph.test.ts'),
    () => import('./renames.test.ts'),
  ],
  broken: [() => import('./broken.test.ts')],
  unrelated: [() => import('./unrelated.test.ts'), () => import('./treeWelcome.test.ts')],
  taking: [() => import('./libraryUse.test.ts'), () => import('./libraryProgramme.test.ts')],
  virtual: [() => import('./tree.test.ts'), () => import('./virtual.test.ts')],
  virtualDocuments: [() => import('./decisionRecord.test.ts'), () => import('./postMortem.test.ts')],
  pseudoLocale: [() => import('./pseudoLocale.test.ts')],
  yaml: [() => import('./besideYaml.test.ts')],
  restricted: [() => import('./restricted.test.ts'), () => import('./restrictedDocuments.test.ts')],
};

/** Rejects where a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    // Several times what the longest takes, as a machine may have other things to do; each wait in a test has a limit of its own.
    timeout: 150_000,
    // Prints nothing: the runner outside prints what it is told.
    reporter: Mocha.reporters.Base,
    forbidOnly: true,
    forbidPending: true,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of suites[runName()]) await load();
  const failed = await runTelling(mocha);
  if (failed > 0) throw new Error(`${failed} test(s) failed.`);
}

function runName(): RunName {
  const name = currentRun();
  const known = Object.keys(suites).find((key): key is RunName => key === name);
  if (known === undefined) throw new Error(`There is no run "${name}". See test/editor/runs.ts.`);
  return known;
}

/** Runs the tests and tells each event, in order; resolves with the number of failures once the last one was told. */
async function runTelling(mocha: Mocha): Promise<number> {
  let told = Promise.resolve();
  const queue = (event: TestEvent) => {
    told = told.then(() => tell(event));
  };
  // Asked for at once, while the window still shows what went wrong; a picture that fails must not hide the failure.
  const queueFailure = (title: string, error: unknown) => {
    const described = describeError(error);
    // What the driver could not do it has told with the window of that moment.
    const window = described.includes(windowHeading) ? '' : windowNow(drive);
    const picture = drive.screenshot(`failed-${title}`).catch(() => undefined);
    told = told.then(async () => {
      await picture;
      await tell({ kind: 'failed', title, error: `${described}\n${await window}` });
    });
  };
  const stats = { passed: 0, failed: 0, skipped: 0 };
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    runner.on('suite', suite => {
      if (!suite.root) queue({ kind: 'suite', title: suite.title, depth: suite.titlePath().length });
    });
    runner.on('pass', test => {
      stats.passed += 1;
      queue({ kind: 'passed', title: test.title, milliseconds: test.duration ?? 0 });
    });
    runner.on('fail', (test, error) => {
      stats.failed += 1;
      queueFailure(test.title, error);
    });
    runner.on('pending', () => {
      stats.skipped += 1;
    });
  });
  queue({ kind: 'finished', ...stats });
  await told;
  return failures;
}

/** The stack, and what was expected and found where the error says so. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? error.message;
}
