/** The program that ships, as a process: its pipes, its end and its signals. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build, bundles } from '../../esbuild.mjs';
import manifest from '../../package.json' with { type: 'json' };
import { packedLibrary } from '../../scripts/libraryPlugin.ts';
import { commandFolder, removeFolders, soundChain, temporaryFolder } from '../support/commandLine.ts';
import { libraryFiles } from '../support/library.ts';

after(removeFolders);

let program = '';
before(async () => {
  const folder = await temporaryFolder();
  await build({ production: true, folder, names: ['core', 'command line'] });
  await writeFile(path.join(folder, 'dist/library.json'), packedLibrary(Object.entries(libraryFiles)));
  program = path.join(folder, manifest.bin['skill-chains']);
});

function run(folder: string, args: readonly string[], input?: string | Buffer) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    ...(input !== undefined && { input }),
  });
  return { code: status, output: stdout, errors: stderr };
}

const wrong = soundChain('a').replace('do: Write it down', 'do: Write it down\n    takes: 5m');

test('it is a program that the manifest names', async () => {
  const entry = manifest.bin['skill-chains'];
  assert.ok(bundles.find(({ out }) => out === entry)?.ships);
  assert.match(await readFile(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
});

test('it ends with 0, 1 or 2', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a'), 'b.chain.yaml': wrong });
  assert.deepEqual(run(folder.path, ['--version']), { code: 0, output: `${manifest.version}\n`, errors: '' });
  assert.equal(
    run(folder.path, ['lint', 'a.chain.yaml', '--max-warnings=9', '--root', 'a.chain.yaml']).code,
    2,
  );
  assert.equal(run(folder.path, ['lint']).code, 1);
  assert.equal(run(folder.path, ['lint', '-'], soundChain('c')).code, 0);
  assert.equal(run(folder.path, ['lint', '--such']).code, 2);
});

test('it reads what comes through a pipe, in one piece or in many', async () => {
  const folder = await commandFolder();
  const long = `${wrong}${`# ${'ü'.repeat(60)}\n`.repeat(4000)}`;
  const { code, output } = run(folder.path, ['lint', '-', '-f', 'json'], long);
  assert.deepEqual([code, JSON.parse(output).summary.errors], [1, 1]);
  const utf16 = run(folder.path, ['lint', '-'], Buffer.from(`\uFEFF${wrong}`, 'utf16le'));
  assert.deepEqual([utf16.code, utf16.errors], [2, 'Standard input is no UTF-8 text.\n']);
});

test('the chains of this repository are clean, where a stranger would try it', () => {
  const { code, output, errors } = run(path.join(import.meta.dirname, '../..'), ['lint', '--root', 'chains']);
  assert.deepEqual([code, errors], [0, ''], output);
});

test('the library that lies beside it makes its skills known', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a') });
  assert.deepEqual(run(folder.path, ['lint']), { code: 0, output: 'Nothing found in 1 file.\n', errors: '' });
});

/** A chain with so many unknown keys, far more than fits into a pipe at once when many files have them. */
const many = (id: string): string =>
  `${soundChain(id)}${Array.from({ length: 150 }, (_, at) => `    unheard-of-${at}: 1\n`).join('')}`;

test('a large output is whole, and one that is cut off ends quietly', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `c${at}`);
  const folder = await commandFolder(Object.fromEntries(names.map(id => [`${id}.chain.yaml`, many(id)])));
  const { code, output } = run(folder.path, ['lint', '--format', 'json']);
  assert.equal(code, 1);
  assert.ok(output.length > 500_000);
  assert.equal(JSON.parse(output).findings.length, 20 * 150);

  const child = spawn(process.execPath, [program, 'lint'], { cwd: folder.path });
  let errors = '';
  child.stderr.on('data', data => {
    errors += data;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [ended] = await once(child, 'close');
  assert.ok(ended === 0 || ended === 1);
  assert.equal(errors, '');
});

/** A device on which there is never room, where the system has one. */
const fullDisks = ['/dev/full'].filter(existsSync);

for (const disk of fullDisks)
  test('what cannot be written is told of, and pipes and devices are written to', async () => {
    const folder = await commandFolder({ 'a.chain.yaml': soundChain('a') });
    const full = openSync(disk, 'w');
    const { status, stderr } = spawnSync(process.execPath, [program, 'rules'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    assert.deepEqual([status, stderr], [2, 'The output cannot be written: its disk is full.\n']);
    const given = ['graph', 'a.chain.yaml', '-f', 'dot', '-o'];
    assert.deepEqual(run(folder.path, [...given, '/dev/null']), { code: 0, output: '', errors: '' });
    const { code, errors } = run(folder.path, [...given, disk]);
    assert.equal(code, 2);
    assert.match(errors, /cannot be written: its disk is full\.\n$/);
  });

test('a signal ends it, and leaves no file half written', {
  skip: process.platform === 'win32',
}, async () => {
  const trapped = Array.from({ length: 60 }, (_, at) => `c${at}`);
  const text = (id: string): string => soundChain(id).replace(`title: Do ${id}`, 'title: Do it: now');
  const folder = await commandFolder(Object.fromEntries(trapped.map(id => [`${id}.chain.yaml`, text(id)])));
  const child = spawn(process.execPath, [program, 'lint', '--fix'], { cwd: folder.path, stdio: 'ignore' });
  const isUnderWay = async (): Promise<boolean> =>
    (await folder.read('c0.chain.yaml')).includes('"') || child.exitCode !== null;
  while (!(await isUnderWay())) await new Promise(resolve => setImmediate(resolve));
  child.kill('SIGINT');
  const [code, signal] = await once(child, 'exit');
  assert.ok(signal === 'SIGINT' || code === 0, `${code} ${signal}`);
  const left = await readdir(folder.path);
  assert.deepEqual(left.toSorted(), trapped.map(id => `${id}.chain.yaml`).toSorted());
  for (const id of trapped) {
    const now = await folder.read(`${id}.chain.yaml`);
    assert.ok(now === text(id) || now === text(id).replace('Do it: now', '"Do it: now"'));
  }
});
