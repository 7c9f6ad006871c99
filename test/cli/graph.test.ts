import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { createLanguageService } from '../../server/src/core/index.ts';
import { aliasBomb, commandFolder, removeFolders, soundChain } from '../support/commandLine.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

after(removeFolders);

const manyAliases = `${soundChain('a')}${aliasBomb}`;

const suite = 'suite: s\nitems:\n  a: { title: First }\n  b: { title: Second, needs: [a] }\n';

/** What the editor exports of the same text. */
async function exported(text: string, format: 'svg' | 'mermaid' | 'dot'): Promise<string | null> {
  const workspace = memoryWorkspace({ 'a.chain.yaml': text });
  const service = createLanguageService(workspace);
  await service.load();
  return service.exportChain(workspace.uri('a.chain.yaml'), format);
}

test('a chain is drawn as the editor exports it', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a') });
  for (const format of ['mermaid', 'svg', 'dot'] as const) {
    const { code, output, errors } = await folder.run(['graph', 'a.chain.yaml', '--format', format]);
    assert.deepEqual([code, errors], [0, '']);
    assert.equal(output, await exported(soundChain('a'), format));
  }
});

test('without a word it is Mermaid, and by the ending of its file what that says', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a') });
  assert.match((await folder.run(['graph', 'a.chain.yaml'])).output, /^flowchart TD\n/);
  const begins = {
    'a.svg': /^<svg /,
    'a.MMD': /^flowchart/,
    'a.gv': /^digraph/,
    'a.json': /^\{\n/,
  };
  for (const [name, beginning] of Object.entries(begins)) {
    assert.deepEqual(await folder.run(['graph', 'a.chain.yaml', '-o', name]), {
      code: 0,
      output: '',
      errors: '',
    });
    assert.match(await folder.read(name), beginning);
  }
  for (const name of ['a.png', 'a']) {
    const { code, errors } = await folder.run(['graph', 'a.chain.yaml', '-o', name]);
    assert.equal(code, 2);
    assert.match(
      errors,
      /^The ending of a(\.png)? is of no format: end it in \.mmd, .* or \.json, or say --format\.\n$/,
    );
  }
  assert.equal((await folder.run(['graph', 'a.chain.yaml', '-o', 'a', '-f', 'svg'])).code, 0);
  assert.match((await folder.run(['graph', 'a.chain.yaml', '-o', '-'])).output, /^flowchart/);
});

test('json is the graph as the language defines it', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a') });
  const { output } = await folder.run(['graph', 'a.chain.yaml', '-f', 'json']);
  const { subject, nodes, complete } = JSON.parse(output);
  assert.deepEqual([subject.id, nodes.length, complete], ['a', 3, true]);
});

test('a suite is drawn, and a catalogue is not', async () => {
  const folder = await commandFolder({ 's.suite.yaml': suite, 'a.skills.yaml': 'skills: {}\n' });
  for (const format of ['svg', 'dot', 'mermaid', 'json'])
    assert.match((await folder.run(['graph', 's.suite.yaml', '-f', format])).output, /Second/);
  const { code, errors } = await folder.run(['graph', 'a.skills.yaml']);
  assert.deepEqual(
    [code, errors],
    [2, 'a.skills.yaml is neither a chain nor a suite, so there is no graph of it.\n'],
  );
});

test('a chain that is too large is not drawn, and said by which limit', async () => {
  const steps = '  - skill: technical-writer\n    do: Write it down\n'.repeat(5990);
  const folder = await commandFolder({ 'a.chain.yaml': `chain: a\ntitle: A\nsteps:\n${steps}` });
  for (const [command, what] of [
    ['graph', 'graph'],
    ['copy', 'such text'],
  ] as const) {
    const { code, output, errors } = await folder.run([command, 'a.chain.yaml']);
    assert.deepEqual([code, output], [2, '']);
    const said = `a.chain.yaml is not read, so there is no ${what} of it. This file is not checked: it holds more than 100,000 words and signs. `;
    assert.ok(errors.startsWith(said), errors);
  }
});

test('a chain whose aliases stand for too much is drawn as far as it is read, and said from where on', async () => {
  const folder = await commandFolder({
    'a.chain.yaml': manyAliases,
    'a.skills.yaml': `skills: {}\n${aliasBomb}`,
  });
  const { code, output, errors } = await folder.run(['graph', 'a.chain.yaml']);
  assert.equal(code, 1);
  assert.match(output, /Write it down/);
  assert.match(
    errors,
    /^a\.chain\.yaml is not read as a whole: the graph shows what could be read\. Line 12: From here on references are not followed: they stand for more than 10,000 values\. .*\n$/,
  );
  const { errors: none } = await folder.run(['graph', 'a.skills.yaml']);
  assert.equal(none, 'a.skills.yaml is neither a chain nor a suite, so there is no graph of it.\n');
});

test('of a broken text there is what could be read', async () => {
  const folder = await commandFolder();
  const input = `${soundChain('a')}  - skill: [\n`;
  const { code, output, errors } = await folder.run(['graph', '-', '--stdin-filename', 'a.chain.yaml'], {
    input,
  });
  assert.equal(code, 1);
  assert.match(output, /Write it down/);
  assert.match(errors, /^a\.chain\.yaml has a mistake in its YAML/);
});

test('of a file that only has the name of a chain it is said that nothing is drawn', async () => {
  const folder = await commandFolder({ 'ci.chain.yaml': 'name: CI\njobs: { build: { steps: [] } }\n' });
  const { code, output, errors } = await folder.run(['graph', 'ci.chain.yaml']);
  assert.equal(code, 1);
  assert.match(output, /Start/);
  assert.equal(errors, 'ci.chain.yaml has nothing in it to draw. Lint says what is missing.\n');
});

test('no document is replaced by a drawing, under any name', async () => {
  const folder = await commandFolder({
    'a.chain.yaml': soundChain('a'),
    'b.chain.yaml': soundChain('b'),
    'plain.txt': soundChain('c'),
  });
  await symlink(path.join(folder.path, 'plain.txt'), path.join(folder.path, 'link.svg'));
  await mkdir(path.join(folder.path, 'folder.svg'));
  const runs = [
    ['a.chain.yaml', 'a.chain.yaml'],
    ['a.chain.yaml', 'b.chain.yaml'],
    ['a.chain.yaml', 'new.yml'],
    ['plain.txt', 'plain.txt'],
    ['plain.txt', 'link.svg'],
    ['a.chain.yaml', 'folder.svg'],
    ['a.chain.yaml', 'gone/a.svg'],
  ];
  for (const [from = '', to = ''] of runs) {
    const { code, errors } = await folder.run(['graph', from, '-f', 'mermaid', '--output', to]);
    assert.equal(code, 2, to);
    assert.match(errors, /may be a document|is a folder|cannot be written: its folder is not there/);
  }
  assert.equal(await folder.read('a.chain.yaml'), soundChain('a'));
  assert.equal(await folder.read('plain.txt'), soundChain('c'));
});

test('a chain that is called by its id, or nearly by its name, is told by its path', async () => {
  const folder = await commandFolder({ 'x/bake.chain.yaml': soundChain('bake'), 'y/other.txt': '' });
  const at = path.join('x', 'bake.chain.yaml');
  for (const given of ['bake', 'bake.chian.yaml', 'y/bake.chain.yaml', 'Bake.chain.yml']) {
    const { code, errors } = await folder.run(['graph', given]);
    assert.deepEqual([code, errors], [2, `There is no file or folder ${given}. Do you mean ${at}?\n`]);
  }
  assert.equal((await folder.run(['graph', 'other'])).errors, 'There is no file or folder other.\n');
});

test('one file is drawn at a time', async () => {
  const folder = await commandFolder({
    'x/a.chain.yaml': soundChain('a'),
    'x/b.chain.yaml': soundChain('b'),
  });
  const { code, errors } = await folder.run(['graph', 'x', '--root', '.']);
  assert.deepEqual([code, errors], [2, 'x names 2 files of Skill Chains; name one.\n']);
});
