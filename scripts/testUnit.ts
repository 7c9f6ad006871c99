/**
 * All tests but the editor's: `npm run test:unit`. First the core's quick ones in one process, then the others, a file to a process, on
 * every processor: by itself the runner leaves one idle, which is half of a small machine.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { Failure, runMain } from './support/failure.ts';
import { root } from './support/paths.ts';

async function runTests(...args: readonly string[]): Promise<void> {
  const all = ['--import', './test/support/compileCache.mjs', '--test', ...args];
  const child = spawn(process.execPath, all, { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Failure('A test failed.');
}

await runMain(async () => {
  await runTests('--test-isolation=none', 'test/core/**/!(*.soak).test.ts');
  await runTests(
    '--import',
    './test/support/seed.ts',
    `--test-concurrency=${os.availableParallelism()}`,
    '--test-timeout=180000',
    'test/core/**/*.soak.test.ts',
    'test/{schemas,language,chains,snippets,rules,corpus,lsp,cli,client,repo}/**/*.test.ts',
  );
});
