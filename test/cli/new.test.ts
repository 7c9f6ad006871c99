import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { commandFolder, removeFolders, soundChain, temporaryFolder } from '../support/commandLine.ts';

after(removeFolders);

const deciding = `chain: release
title: Release the product
steps:
  - skill: release-engineer
    do: Build it
  - decision: Ship it today?
    id: ship
    by: [product-owner]
    routes:
      - { when: tests pass, go: next }
      - { otherwise: end }
`;

test('a chain gets a sound file, in the folder for chains where there is one', async () => {
  const folder = await commandFolder();
  const made = await folder.run(['new', 'chain', 'Data: breach']);
  assert.deepEqual(made, { code: 0, output: 'data-breach.chain.yaml\n', errors: '' });
  assert.match(await folder.read('data-breach.chain.yaml'), /^chain: data-breach\ntitle: "Data: breach"\n/);
  assert.equal((await folder.run(['lint'])).code, 0);
  await folder.write('chains/x.chain.yaml', soundChain('x'));
  assert.equal(
    (await folder.run(['new', 'chain', 'X'])).output,
    `${path.join('chains', 'x-2.chain.yaml')}\n`,
  );
  const named = await folder.run(['new', 'chain', 'X', '--path', 'deep/er/y.chain.yaml', '--root', '.']);
  assert.equal(named.code, 0);
  assert.match(await folder.read('deep/er/y.chain.yaml'), /^chain: y\ntitle: X\n/);
});

test('nothing that is there is touched, and nothing is made elsewhere', async () => {
  const outside = await temporaryFolder();
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a'), 'docs/adr/0001-x.md': '# X\n' });
  await symlink(outside, path.join(folder.path, 'link'));
  const runs: readonly (readonly [args: readonly string[], problem: RegExp])[] = [
    [['chain', 'A', '--path', 'a.chain.yaml'], /exists already/],
    [['chain', 'A', '--path', '../a.chain.yaml'], /is none for a chain/],
    [['chain', 'A', '--path', path.join(outside, 'a.chain.yaml')], /is none for a chain/],
    [['chain', 'A', '--path', 'A.chain.yaml'], /is none for a chain/],
    [['chain', 'A', '--path', 'a.yaml'], /is none for a chain/],
    [['chain', 'A', '--path', 'link/a.chain.yaml'], /leads out of the project/],
    [['chain', 'A', '--path', 'link/deeper/a.chain.yaml'], /leads out of the project/],
    [['chain', '緊急'], /at least one Latin letter/],
    [['chain'], /^Missing required argument 'title'/],
    [['adr', 'X', '--path', 'docs/adr/0001-x.md'], /exists already/],
    [['adr', 'X', '--path', '../x.md'], /is none for this/],
    [['adr', 'X', '--path', 'a.chain.yaml'], /is none for this/],
    [['adr'], /^Give a title/],
    [['adr', 'X', '--node', 'n'], /--chain/],
    [['adr', 'X', '--template', 'other'], /Allowed choices are madr, madr-minimal, nygard/],
    [['adr', 'X', '--chain', 'gone.chain.yaml'], /^There is no file/],
    [['adr', 'X', '--chain', 'a.chain.yaml', '--node', 'n'], /has no node n\./],
    [['adrs', 'X'], /^Unknown command 'adrs'\n\(Did you mean adr\?\)/],
  ];
  for (const [args, problem] of runs) {
    const { code, errors } = await folder.run(['new', ...args]);
    assert.equal(code, 2, args.join(' '));
    assert.match(errors, problem);
  }
  assert.equal(await folder.read('a.chain.yaml'), soundChain('a'));
  assert.equal(await folder.read('docs/adr/0001-x.md'), '# X\n');
  assert.deepEqual(await readdir(outside), []);
});

test('a decision record is numbered like its neighbours, and takes over what a chain says', async () => {
  const folder = await commandFolder({
    'release.chain.yaml': deciding,
    'docs/adr/0007-use-yaml.md': '# Use YAML\n',
  });
  const args = ['--chain', 'release.chain.yaml', '--node', 'ship', '--author', 'Ada'];
  const { code, output } = await folder.run(['new', 'adr', ...args]);
  assert.deepEqual([code, output], [0, `${path.join('docs', 'adr', '0008-ship-it-today.md')}\n`]);
  const text = await folder.read('docs/adr/0008-ship-it-today.md');
  assert.match(text, /^author: "?Ada"?$/m);
  assert.match(text, /tests pass/);
  assert.match(text, /\.\.\/\.\.\/release\.chain\.yaml/);
  const asNygard = await folder.run([
    'new',
    'adr',
    'Wait',
    '--template',
    'nygard',
    '--path',
    'n.md',
    '--dry-run',
  ]);
  assert.match(asNygard.output, /^## Status$/m);
});

test('without a title a record is of the only thing that the chain asks, and of the chain where it asks more', async () => {
  const folder = await commandFolder({
    'one.chain.yaml': deciding.replace('release', 'one'),
    'two.chain.yaml': `${deciding.replace('release', 'two')}  - decision: And tomorrow?\n    routes: [{ otherwise: end }]\n`,
  });
  const dry = async (...args: readonly string[]): Promise<string> =>
    (await folder.run(['new', 'adr', '--dry-run', ...args])).output;
  assert.match(await dry('--chain', 'one.chain.yaml'), /# Ship it today\n[\s\S]*tests pass/);
  assert.match(await dry('--chain', 'two.chain.yaml'), /# Release the product\n/);
  assert.match(await dry('Use Git', '--chain', 'one.chain.yaml'), /# Use Git\n[\s\S]*- First option/);
});

test('who writes is whom Git names', async () => {
  const folder = await commandFolder();
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder.path });
  git('init', '--quiet');
  git('config', 'user.name', 'Grace: Hopper');
  const { output } = await folder.run(['new', 'adr', 'Use YAML', '--dry-run']);
  assert.match(output, /^author: "Grace: Hopper"$/m);
});

test('a number that another branch has taken is not given again', async () => {
  const folder = await commandFolder({ 'docs/adr/0001-begin.md': '# Begin\n' });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder.path,
    });
  const save = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(files)) await folder.write(name, text);
    git('add', '.');
    git('commit', '--quiet', '--message', 'Go on');
  };
  const proposed = async (...args: readonly string[]) =>
    (await folder.run(['new', 'adr', 'Next', '--dry-run', ...args])).errors;
  git('init', '--quiet', '--initial-branch=main');
  assert.match(await proposed(), /docs.adr.0002-next\.md/, 'before there is a commit');
  await save({});
  git('checkout', '--quiet', '-b', 'idea');
  await save({
    'docs/adr/0004-elsewhere.md': '# E\n',
    'docs/adr/old/0009-o.md': '# O\n',
    '0011-x.md': '# X\n',
  });
  git('update-ref', 'refs/remotes/origin/idea', 'HEAD');
  git('checkout', '--quiet', 'main');
  git('branch', '--quiet', '-D', 'idea');
  assert.match(await proposed(), /docs.adr.0005-next\.md/);
  await folder.write('sub/docs/adr/0001-s.md', '# S\n');
  assert.match(await proposed('--root', 'sub'), /sub.docs.adr.0002-next\.md/, 'of another folder');
  await folder.write('.adr-dir', '.\n');
  assert.match(await proposed(), /Would make 0012-next\.md/, 'of the folder at the top');
});

test('the folder and the form are those of the tool that keeps the records', async () => {
  const folder = await commandFolder({ '.adr-dir': 'records\n' });
  const { output } = await folder.run(['new', 'adr', 'Use YAML']);
  assert.equal(output, `${path.join('records', '0001-use-yaml.md')}\n`);
  assert.match(await folder.read('records/0001-use-yaml.md'), /^## Status$/m);
});

test('from a folder of a repository a record goes to its neighbours, and where there are none it stays', async () => {
  const files = { 'docs/adr/0007-a.md': '# A\n', 'x/y/a.chain.yaml': soundChain('a') };
  const folder = await commandFolder(files);
  const place = async (...args: readonly string[]) =>
    (await folder.run(['new', 'adr', 'Next', '--dry-run', ...args], { from: 'x/y' })).errors;
  const own = `Would make ${path.join('docs', 'adr', '0001-next.md')}:\n`;
  assert.equal(await place(), own, 'without a repository nothing above counts');
  await folder.write('.git/HEAD', 'ref: refs/heads/main\n');
  assert.equal(await place(), `Would make ${path.join('..', '..', 'docs', 'adr', '0008-next.md')}:\n`);
  assert.equal(await place('--root', '.'), own);
  assert.equal(await place('--path', 'n.md'), 'Would make n.md:\n');
  const { output } = await folder.run(['new', 'adr', '--chain', 'a.chain.yaml', '--dry-run'], {
    from: 'x/y',
  });
  assert.match(output, /\(\.\.\/\.\.\/x\/y\/a\.chain\.yaml\)/);
  await folder.write('x/.adr-dir', 'records\n');
  assert.equal(await place(), `Would make ${path.join('..', 'records', '0001-next.md')}:\n`);
});

test('a post-mortem is dated in UTC', async () => {
  const folder = await commandFolder({ 'release.chain.yaml': deciding });
  const { output } = await folder.run(['new', 'post-mortem', 'It failed', '--chain', 'release.chain.yaml']);
  assert.equal(output, `${path.join('docs', 'post-mortems', '2024-01-31-it-failed.md')}\n`);
  assert.match(await folder.read('docs/post-mortems/2024-01-31-it-failed.md'), /It failed/);
});

test('a dry run makes nothing, and prints what would be made', async () => {
  const folder = await commandFolder();
  const runs = [
    ['chain', 'A b', 'a-b.chain.yaml'],
    ['adr', 'A b', path.join('docs', 'adr', '0001-a-b.md')],
    ['post-mortem', 'A b', path.join('docs', 'post-mortems', '2024-01-31-a-b.md')],
  ];
  for (const [kind = '', title = '', at] of runs) {
    const { code, output, errors } = await folder.run(['new', kind, title, '--dry-run']);
    assert.deepEqual([code, errors], [0, `Would make ${at}:\n`]);
    assert.match(output, /A b/);
  }
  assert.deepEqual(await readdir(folder.path), []);
});
