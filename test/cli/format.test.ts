import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aliasBomb, commandFolder, removeFolders, soundChain } from '../support/commandLine.ts';

after(removeFolders);

const manyAliases = `${soundChain('a')}${aliasBomb}`;

const tidy = soundChain('a');
const untidy = tidy.replace(
  '  - skill: technical-writer\n    do:',
  '  -   skill: technical-writer   \n      do:   ',
);
const broken = 'chain: a\nsteps: [\n';

test('files are written in place, and a second time nothing changes', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': untidy, 'x/b.chain.yaml': soundChain('b') });
  assert.deepEqual(await folder.run(['format']), {
    code: 0,
    output: 'a.chain.yaml\n',
    errors: 'Formatted 1 of 2 files.\n',
  });
  assert.equal(await folder.read('a.chain.yaml'), tidy);
  assert.deepEqual(await folder.run(['format', '.']), {
    code: 0,
    output: '',
    errors: 'Nothing to change in 2 files.\n',
  });
});

test('a check writes nothing and ends with 1 where something would change', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': untidy, 'b.chain.yaml': soundChain('b') });
  assert.deepEqual(await folder.run(['format', '--check', '*.yaml']), {
    code: 1,
    output: 'a.chain.yaml\n',
    errors: '1 of 2 files would change.\n',
  });
  assert.equal(await folder.read('a.chain.yaml'), untidy);
  assert.equal((await folder.run(['format', '--check', 'b.chain.yaml'])).code, 0);
});

test('a text with a mistake in its YAML is left as it is, and said so', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': broken, 'b.chain.yaml': untidy });
  const { code, errors } = await folder.run(['format']);
  assert.equal(code, 1);
  assert.match(
    errors,
    /^a\.chain\.yaml is left as it is: its YAML has a mistake.*\nFormatted 1 of 2 files\.\n$/,
  );
  assert.match((await folder.run(['format'])).errors, /\nNothing to change in 1 of 2 files\.\n$/);
  assert.equal(await folder.read('a.chain.yaml'), broken);
  assert.equal(await folder.read('b.chain.yaml'), tidy);
  const input = await folder.run(['format', '-'], { input: broken });
  assert.deepEqual([input.code, input.output], [1, broken]);
});

test('a text that is too large is left as it is, and said by which limit', async () => {
  const large = soundChain('a') + '  - skill: technical-writer\n    do: Write it down\n'.repeat(6500);
  const folder = await commandFolder({ 'a.chain.yaml': large, 'b.chain.yaml': tidy });
  const { code, output, errors } = await folder.run(['format', '--check']);
  assert.deepEqual([code, output], [1, '']);
  assert.match(
    errors,
    /^a\.chain\.yaml is left as it is\. This file is not checked: it has more than 12,000 lines\. .*\nNothing to change in 1 of 2 files\.\n$/,
  );
});

test('a text whose aliases stand for too much is left as it is, and said from where on', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': manyAliases });
  const { code, errors } = await folder.run(['format']);
  assert.equal(code, 1);
  assert.match(
    errors,
    /^a\.chain\.yaml is left as it is\. Line 12: From here on references are not followed: they stand for more than 10,000 values\. .*\n/,
  );
  assert.equal(await folder.read('a.chain.yaml'), manyAliases);
});

test('standard input goes to standard output', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': tidy });
  const run = (...args: readonly string[]) => folder.run(['format', '-', ...args], { input: untidy });
  assert.deepEqual(await run(), { code: 0, output: tidy, errors: '' });
  assert.equal((await run('--stdin-filename', 'a.chain.yaml')).output, tidy);
  assert.deepEqual(await run('--check'), {
    code: 1,
    output: '<stdin>\n',
    errors: '1 file would change.\n',
  });
});

test('a level is as wide as one asks for', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': tidy });
  assert.equal((await folder.run(['format', '--indent', '4', '--root', '.'])).code, 0);
  assert.match(await folder.read('a.chain.yaml'), /^ {4}- +skill: technical-writer\n {6,8}do: /m);
  assert.equal((await folder.run(['format', '--indent', '1'])).code, 2);
});

test('what is none of ours is left as it is', async () => {
  const folder = await commandFolder({ 'notes.md': '-   a\n', 'x/y.txt': '' });
  const { code, errors } = await folder.run(['format', 'notes.md']);
  assert.equal(code, 2);
  assert.match(errors, /^notes\.md is no file of Skill Chains: /);
  assert.equal(await folder.read('notes.md'), '-   a\n');
  assert.deepEqual(await folder.run(['format', 'x']), {
    code: 0,
    output: '',
    errors: 'There are no files of Skill Chains here.\n',
  });
});

test('what is not there ends with 2', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': tidy });
  const { code, errors } = await folder.run(['format', 'gone', 'a.chain.yaml']);
  assert.deepEqual([code, errors], [2, 'There is no file or folder gone.\n']);
});
