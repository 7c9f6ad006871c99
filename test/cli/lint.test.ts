import assert from 'node:assert/strict';
import { chmod, symlink } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { rules } from '../../server/src/core/index.ts';
import { commandFolder, removeFolders, soundChain } from '../support/commandLine.ts';

after(removeFolders);

/** One error and, as the file has another name, one warning. */
const brokenChain = `chain: other
title: A chain
trigger: Somebody asks.
steps:
  - skill: technical-writer
    do: Write it down
    takes: 5m
`;

test('a sound folder is clean', async () => {
  const folder = await commandFolder({ 'chains/a.chain.yaml': soundChain('a') });
  const output = 'Nothing found in 1 file.\n';
  assert.deepEqual(await folder.run(['lint']), { code: 0, output, errors: '' });
});

test('findings stand in lines that editors read, with a sum', async () => {
  const folder = await commandFolder({ 'x/a.chain.yaml': brokenChain, 'b.chain.yaml': soundChain('b') });
  const { code, output } = await folder.run(['lint']);
  assert.equal(code, 1);
  assert.match(output, /^x\/a\.chain\.yaml:7:12: error: The unit m .* \[bad-duration\]$/m);
  assert.match(output, /^x\/a\.chain\.yaml:1:8: warning: .* \[chain-id-not-file-name\]$/m);
  assert.match(output, /^1 error, 1 warning in 1 of 2 files\.$/m);
});

test('where else something stands is indented below', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a'), 'x/a.chain.yaml': soundChain('a') });
  const { code, output } = await folder.run(['lint', 'a.chain.yaml']);
  assert.equal(code, 1);
  assert.match(output, /^a\.chain\.yaml:1:8: error: .*\[duplicate-id\]\n {4}x\/a\.chain\.yaml:1:8: /m);
});

test('names are looked up in the whole project, whichever file is checked, and in the library', async () => {
  const skills = 'skills:\n  baker:\n    title: Baker\n';
  const chain = soundChain('a').replace('technical-writer', 'baker');
  const folder = await commandFolder({ 'x/a.chain.yaml': chain, 'all.skills.yaml': skills });
  assert.deepEqual(await folder.run(['lint', 'x/a.chain.yaml']), {
    code: 0,
    output: 'Nothing found in 1 file.\n',
    errors: '',
  });
  const alone = await folder.run(['lint', 'a.chain.yaml', '--root', '.'], { from: 'x' });
  assert.match(alone.output, /\[unknown-skill\]/);
  const rooted = await folder.run(['lint', 'a.chain.yaml', '--root', '..'], { from: 'x' });
  assert.equal(rooted.output, 'Nothing found in 1 file.\n');
  await folder.write('x/a.chain.yaml', soundChain('a'));
  assert.equal((await folder.run(['lint'])).output, 'Nothing found in 2 files.\n');
});

const named: readonly (readonly [args: readonly string[], files: readonly string[]])[] = [
  [[], ['a.chain.yaml', 'x/b.chain.yaml', 'x/y/c.chain.yml', 'x/y/d.chain.yaml']],
  [['.'], ['a.chain.yaml', 'x/b.chain.yaml', 'x/y/c.chain.yml', 'x/y/d.chain.yaml']],
  [['x'], ['x/b.chain.yaml', 'x/y/c.chain.yml', 'x/y/d.chain.yaml']],
  [
    ['x/', 'x/y/d.chain.yaml', 'x'],
    ['x/b.chain.yaml', 'x/y/c.chain.yml', 'x/y/d.chain.yaml'],
  ],
  [['x/*.yaml'], ['x/b.chain.yaml']],
  [['**/d.*'], ['x/y/d.chain.yaml']],
  [
    ['./x/**/*.{yml,md}', 'a.chain.yaml'],
    ['a.chain.yaml', 'x/y/c.chain.yml'],
  ],
  [['x/note.yaml'], ['x/note.yaml']],
  [['node_modules/e.chain.yaml'], ['node_modules/e.chain.yaml']],
];
test('what is named is checked, and each file once', async () => {
  const all = ['a.chain.yaml', 'x/b.chain.yaml', 'x/y/c.chain.yml', 'x/y/d.chain.yaml', 'x/note.yaml'];
  const folder = await commandFolder(
    Object.fromEntries([...all, 'node_modules/e.chain.yaml'].map(name => [name, brokenChain])),
  );
  for (const [args, files] of named) {
    const { output } = await folder.run(['lint', ...args, '--format', 'json']);
    const { findings, summary } = JSON.parse(output);
    const hit = new Set(findings.map(({ path }: { path: string }) => path));
    assert.deepEqual([[...hit], summary.files], [files, files.length], args.join(' '));
  }
});

test('a file that lies elsewhere is a project of its own', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a') });
  const elsewhere = await commandFolder({ 'a.chain.yaml': brokenChain, 'b.chain.yaml': brokenChain });
  const { output } = await folder.run(['lint', path.join(elsewhere.path, 'a.chain.yaml')]);
  assert.match(output, /\[bad-duration\]/);
  assert.match(output, /\[duplicate-id\]/);
  assert.ok(output.startsWith(path.relative(folder.path, elsewhere.path)), output);
});

test('what lies above takes the working folder in', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a'), 'x/a.chain.yaml': soundChain('a') });
  const { output } = await folder.run(['lint', '..', 'a.chain.yaml'], { from: 'x' });
  assert.match(output, /^2 errors in 2 files\.$/m);
  assert.match(output, /^\.\.\/a\.chain\.yaml:1:8: /m);
});

test('a chain in a linked folder is checked once', async () => {
  const folder = await commandFolder({ 'real/a.chain.yaml': brokenChain });
  await symlink(path.join(folder.path, 'real'), path.join(folder.path, 'link'));
  for (const args of [['link'], ['link/a.chain.yaml'], ['real', 'link']]) {
    const { output } = await folder.run(['lint', ...args]);
    assert.match(output, /in 1 file\./);
    assert.doesNotMatch(output, /duplicate-id/);
  }
});

test('standard input is a text that has no name, or the one that it is given', async () => {
  const folder = await commandFolder({ 'other.chain.yaml': soundChain('other') });
  const nameless = await folder.run(['lint', '-'], { input: brokenChain });
  assert.equal(nameless.code, 1);
  assert.match(nameless.output, /^<stdin>:7:12: error/m);
  assert.doesNotMatch(nameless.output, /chain-id-not-file-name/);
  const args = ['lint', '-', '--stdin-filename', 'other.chain.yaml', '--format', 'json'];
  const inPlace = await folder.run(args, { input: brokenChain });
  const codes = JSON.parse(inPlace.output).findings.map(({ code }: { code: string }) => code);
  assert.deepEqual(codes, ['bad-duration']);
  const misnamed = await folder.run(['lint', '-', '--stdin-filename', 'x/new.chain.yaml'], {
    input: soundChain('other'),
  });
  assert.match(misnamed.output, /^x\/new\.chain\.yaml:1:8: error: .*duplicate-id/m);
  const [, , ...named] = args;
  assert.equal((await folder.run(['lint', ...named], { input: brokenChain })).output, inPlace.output);
  const unread = await folder.run(['lint', '.', ...named], { input: brokenChain });
  assert.deepEqual(
    [unread.code, unread.errors],
    [2, '--stdin-filename names standard input: give - as a path, or no path.\n'],
  );
});

test('warnings are allowed by number', async () => {
  const folder = await commandFolder({ 'b.chain.yaml': soundChain('a'), 'c.chain.yaml': soundChain('c') });
  const run = async (...args: readonly string[]) => folder.run(['lint', ...args]);
  const none = '1 warning, of which --max-warnings allows none.\n';
  for (const [args, code, said] of [
    [[], 1, none],
    [['--max-warnings', '0'], 1, none],
    [['--max-warnings=1'], 0, ''],
    [['--max-warnings', 'any'], 0, ''],
  ] as const) {
    const ended = await run(...args);
    assert.deepEqual([ended.code, ended.errors], [code, said]);
  }
});

test('quiet prints errors alone, and warnings still count', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': brokenChain });
  const { output } = await folder.run(['lint', '--quiet']);
  assert.match(output, /^a\.chain\.yaml:7:12: error: .*\n1 error in 1 file; not shown: 1 warning\.\n$/);
  await folder.write('a.chain.yaml', soundChain('b'));
  assert.deepEqual(await folder.run(['lint', '-q']), {
    code: 1,
    output: 'No errors in 1 file; not shown: 1 warning.\n',
    errors: '1 warning, of which --max-warnings allows none.\n',
  });
  await folder.write('a.chain.yaml', soundChain('a'));
  assert.equal((await folder.run(['lint', '-q'])).output, 'Nothing found in 1 file.\n');
});

/** What a rule of the preset `strict` finds. */
const demanding = soundChain('a').replace(/( +)- (skill: .*\n) +(do: .*\n)/, '$1- $3$1  $2');

test('how much is asked for stands in the configuration, unless the command says it', async () => {
  const strictly = rules.filter(({ preset }) => preset === 'strict').map(({ code }) => code);
  const folder = await commandFolder({ 'x/a.chain.yaml': demanding });
  const codes = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { output } = await folder.run(['lint', '-f', 'json', ...args]);
    return JSON.parse(output).findings.map(({ code }: { code: string }) => code);
  };
  assert.deepEqual(await codes(), []);
  const strict = await codes('--preset', 'strict');
  assert.ok(strict.length > 0 && strict.every(code => strictly.includes(code)), strict.join());
  await folder.write('.skill-chains.yaml', 'preset: strict\n');
  assert.deepEqual(await codes(), strict);
  assert.deepEqual(await codes('--preset', 'recommended'), []);
  await folder.write(
    '.skill-chains.yaml',
    `preset: strict\nrules:\n${strict.map(code => `  ${code}: off\n`).join('')}`,
  );
  assert.deepEqual(await codes(), []);
});

test('a configuration makes the folder above a project, up to that of the repository', async () => {
  const files = { 'a.chain.yaml': soundChain('a'), 'x/y/b.chain.yaml': soundChain('a') };
  const folder = await commandFolder({ ...files, '.skill-chains.yaml': 'rules:\n  duplicate-id: warning\n' });
  const run = async () => (await folder.run(['lint'], { from: 'x/y' })).output;
  assert.match(
    await run(),
    /^b\.chain\.yaml:1:8: warning: .*\[duplicate-id\]\n {4}\.\.\/\.\.\/a\.chain\.yaml/m,
  );
  assert.match(await run(), /in 1 file\.\n$/);
  await folder.write('x/.git/HEAD', 'ref: refs/heads/main\n');
  assert.doesNotMatch(await run(), /duplicate-id/);
});

test('a configuration is checked like every file', async () => {
  const folder = await commandFolder({
    '.skill-chains.yaml': 'presett: strict\n',
    'a.chain.yaml': soundChain('a'),
  });
  assert.match((await folder.run(['lint'])).output, /^\.skill-chains\.yaml:1:1: error: .*\[unknown-key\]$/m);
});

const misuses: readonly (readonly [args: readonly string[], problem: RegExp])[] = [
  [['gone.chain.yaml'], /^There is no file or folder gone\.chain\.yaml\.\n$/],
  [[''], /^A path is empty: name a file, a folder or a pattern\.\n$/],
  [['gone/*.yaml'], /^No file of Skill Chains matches gone\/\*\.yaml\.\n$/],
  [['--root', 'gone'], /^There is no folder gone\.\n$/],
  [['wide.chain.yaml'], /^wide\.chain\.yaml cannot be read: it is no UTF-8 text; save it as such\.\n$/],
  [['.'], /^wide\.chain\.yaml cannot be read: /],
  [['*.yaml'], /^wide\.chain\.yaml cannot be read: /],
  [
    ['--format', 'xml'],
    /^--format cannot be 'xml'\. Allowed choices are text, json, sarif, github, gitlab\.\nTry: /,
  ],
  [['--preset', 'loose'], /Allowed choices are recommended, strict/],
  [
    ['--max-warnings', '-1'],
    /^--max-warnings cannot be '-1'\. Give a whole number from 0 to 1000000, or any\.\n/,
  ],
  [['--max-warnings', 'x'], /Give a whole number/],
  [['--fxi'], /^Unknown option '--fxi'\n\(Did you mean --fix\?\)\nTry: skill-chains lint --help\n$/],
];
test('misused it says why and ends with 2', async () => {
  const wide = Buffer.from(`\uFEFF${soundChain('wide')}`, 'utf16le');
  const folder = await commandFolder({ 'wide.chain.yaml': wide, 'a.chain.yaml': soundChain('a') });
  for (const [args, problem] of misuses) {
    const { code, errors } = await folder.run(['lint', ...args]);
    assert.equal(code, 2, args.join(' '));
    assert.match(errors, problem);
  }
});

test('what can be checked is, beside what cannot', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': brokenChain });
  const { code, output, errors } = await folder.run(['lint', 'a.chain.yaml', 'gone']);
  assert.equal(code, 2);
  assert.match(output, /\[bad-duration\]/);
  assert.match(errors, /^There is no file or folder gone\.\n$/);
});

test('findings go into a file, and their sum to who reads along', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': brokenChain, 'old.sarif': 'old' });
  const made = await folder.run(['lint', '--format', 'sarif', '--output', 'old.sarif'], { terminal: true });
  assert.deepEqual([made.code, made.output], [1, '']);
  assert.match(made.errors, /1 error.*, .*1 warning.* in 1 file\.\n$/);
  assert.equal(JSON.parse(await folder.read('old.sarif')).runs[0].results.length, 2);
  const { errors } = await folder.run(['lint', '-o', 'a.txt'], { terminal: true });
  assert.match(errors, /\nskill-chains explain chain-id-not-file-name says what that means\.\n$/);
  assert.match(
    await folder.read('a.txt'),
    /^a\.chain\.yaml:1:8: warning: .*\n.*\n1 error, 1 warning in 1 file\.\n$/,
  );
  assert.match((await folder.run(['lint', '-o', '-'])).output, /^a\.chain\.yaml:1:8/);
  // Where there is nothing to find any more, the file does not say what once was.
  assert.equal((await folder.run(['lint', 'none', '-o', 'a.txt'])).code, 2);
  assert.equal(await folder.read('a.txt'), 'Nothing found in 0 files.\n');
  const refused = await folder.run(['lint', '-o', 'a.chain.yaml']);
  assert.deepEqual(
    [refused.code, refused.errors],
    [2, 'a.chain.yaml may be a document that somebody wrote; name another file.\n'],
  );
  assert.equal(await folder.read('a.chain.yaml'), brokenChain);
});

test('what is no file of ours is not called clean', async () => {
  const folder = await commandFolder({
    'a.chain.yaml': soundChain('a'),
    'README.md': '# Read me\n',
  });
  const no = 'is no file of Skill Chains: it is not called like one, and begins with none of their keys.\n';
  assert.deepEqual(await folder.run(['lint', 'README.md', 'a.chain.yaml']), {
    code: 2,
    output: 'Nothing found in 1 file.\n',
    errors: `README.md ${no}`,
  });
  assert.deepEqual(await folder.run(['lint', '-'], { input: 'chian: a\n' }), {
    code: 2,
    output: '',
    errors: `<stdin> ${no}`,
  });
});

test('what the system does not let us look into is not called empty', async () => {
  const folder = await commandFolder({ 'a.chain.yaml': soundChain('a') });
  await symlink('round', path.join(folder.path, 'round'));
  for (const args of [['round'], ['round/b.chain.yaml'], ['--root', 'round']]) {
    const { code, errors } = await folder.run(['lint', ...args]);
    assert.deepEqual(
      [code, errors],
      [2, `${args.at(-1)} cannot be read: its links lead round in a circle.\n`],
    );
  }
});

/** Does something as a person whom a folder can be closed to; who may do all things becomes one for that time. */
async function asAnybody<Value>(run: () => Promise<Value>): Promise<Value> {
  const isMighty = process.geteuid?.() === 0;
  if (isMighty) process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    if (isMighty) process.seteuid?.(0);
  }
}

test('a folder that may not be read is told of, where it was to be checked', async () => {
  const folder = await commandFolder({
    'a.chain.yaml': soundChain('a'),
    'x/c.chain.yaml': soundChain('c'),
    'x/locked/b.chain.yaml': soundChain('b'),
  });
  await chmod(folder.path, 0o755);
  await chmod(path.join(folder.path, 'x/locked'), 0);
  const run = (...args: readonly string[]) => asAnybody(() => folder.run(['lint', ...args]));
  const locked = path.join('x', 'locked');
  for (const args of [[], ['x'], ['x/**/*.yaml'], ['--root', 'x']]) {
    const { code, errors } = await run(...args);
    assert.deepEqual([code, errors], [0, `${locked} was left out: you have no permission to read it.\n`]);
  }
  assert.deepEqual(await run('x/locked'), {
    code: 2,
    output: '',
    errors: 'x/locked cannot be read: you have no permission.\n',
  });
  assert.equal((await run('a.chain.yaml')).errors, '');
  await chmod(path.join(folder.path, 'x/locked'), 0o700);
});

test('files stand in the order of their names, also where these are no English', async () => {
  const names = ['a', 'b/c', 'z', 'ä', '日本'].map(name => `${name}.chain.yaml`);
  const folder = await commandFolder(Object.fromEntries(names.map(name => [name, brokenChain])));
  const { findings } = JSON.parse((await folder.run(['lint', '-f', 'json'])).output);
  assert.deepEqual([...new Set(findings.map(({ path }: { path: string }) => path))], names);
});

test('a folder without chains is clean and says so', async () => {
  const folder = await commandFolder({ 'a.yaml': 'a: 1\n' });
  assert.deepEqual(await folder.run(['lint']), {
    code: 0,
    output: '',
    errors: 'There are no files of Skill Chains here.\n',
  });
});

test('a terminal gets colours, and what a file says steers none', async () => {
  const hostile = brokenChain.replace('takes: 5m', 'takes: "\\e[31m\\u202Ex"');
  const folder = await commandFolder({ 'a.chain.yaml': hostile });
  const control = String.fromCharCode(27);
  const inTerminal = await folder.run(['lint'], { terminal: true });
  assert.ok(inTerminal.output.includes(`${control}[31merror${control}[39m`));
  const plain = await folder.run(['lint']);
  for (const unseen of [control, '\u202e']) assert.ok(!plain.output.includes(unseen));
  const seen = (environment: Readonly<Record<string, string>>, terminal: boolean) =>
    folder.run(['lint'], { environment, terminal }).then(({ output }) => output.includes(control));
  assert.deepEqual(
    [
      await seen({ NO_COLOR: '1' }, true),
      await seen({ NO_COLOR: '' }, true),
      await seen({ FORCE_COLOR: '1' }, false),
      await seen({ FORCE_COLOR: '0' }, true),
      await seen({ TERM: 'dumb' }, true),
    ],
    [false, true, true, false, false],
  );
});
