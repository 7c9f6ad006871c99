/**
 * All tests but the editor's: `npm run test:unit`. First the core's quick ones, for a word after seconds. Then, side by side, those that
 * need little in one process, which is printed whole when it has ended, and the others, a file to a process: they are long, start
 * programs, or hold what something takes against what it may take.
 */
import { glob } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Failure, runMain } from './support/failure.ts';
import { root } from './support/paths.ts';
import { run } from './support/run.ts';

/** Of a test's file, named from the folder of tests with `/`. */
const isQuick = (file: string): boolean => file.startsWith('core/') && !file.endsWith('.soak.test.ts');
const isAlone = (file: string): boolean =>
  /^(?:cli|lsp)\/|^core\/(?:grammar|robustness)|^(?:client|corpus|features|rules)\/.*\.soak\./.test(file);

/** Few collections of garbage, as a test makes much that is gone at once. */
const runtime = ['--max-semi-space-size=64', '--import', './test/support/compileCache.mjs'];
const together = '--test-isolation=none';
const seeded = ['--import', './test/support/seed.ts', '--test-timeout=180000'];

/** `show`: as it comes; else whole, at the end. */
async function runTests(
  files: readonly string[],
  show: boolean,
  ...options: readonly string[]
): Promise<void> {
  if (files.length === 0) throw new Failure('There are no tests where some should be.');
  const args = [...runtime, '--test', ...options, ...files.map(file => `test/${file}`)];
  const { code, output } = await run(process.execPath, args, { cwd: root, show });
  if (!show) process.stdout.write(output);
  if (code !== 0) throw new Failure('A test failed.');
}

await runMain(async () => {
  const files: string[] = [];
  for await (const file of glob('**/*.test.ts', { cwd: path.join(root, 'test') }))
    files.push(file.replaceAll(path.sep, '/'));
  const all = files.filter(file => !file.startsWith('editor/')).sort();
  await runTests(all.filter(isQuick), true, together);

  const others = all.filter(file => !isQuick(file));
  const ends = await Promise.allSettled([
    runTests(
      others.filter(file => !isAlone(file)),
      false,
      together,
      ...seeded,
    ),
    runTests(others.filter(isAlone), true, `--test-concurrency=${os.availableParallelism()}`, ...seeded),
  ]);
  const failed = ends.find(end => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
});
