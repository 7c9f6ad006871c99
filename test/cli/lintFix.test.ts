/** `lint --fix`: what it writes, and what it leaves alone. */
import assert from 'node:assert/strict';
import { chmod, lstat, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { commandFolder, removeFolders, soundChain, temporaryFolder } from '../support/commandLine.ts';

after(removeFolders);

/** What no fix mends unasked. */
const brokenChain = soundChain('other').replace('do: Write it down', 'do: Write it down\n    takes: 5m');

/** What a safe fix mends, and nothing else. */
const trapped = soundChain('trapped').replace('Do trapped', 'Do it: now');

test('safe fixes are made and what is left is printed; a second time there is nothing to do', async () => {
  const folder = await commandFolder({
    'trapped.chain.yaml': trapped,
    'other.chain.yaml': brokenChain,
    'a.skills.yaml': 'skills:\n  technical-writer:\n    title: Writer\n',
  });
  await chmod(path.join(folder.path, 'trapped.chain.yaml'), 0o640);
  assert.match((await folder.run(['lint'])).output, /\nSome of it is mended by --fix; --diff shows how\.\n$/);
  const { code, output, errors } = await folder.run(['lint', '--fix']);
  assert.deepEqual([code, errors], [1, 'Mended 1 file.\n']);
  assert.doesNotMatch(output, /Some of it/);
  assert.doesNotMatch(output, /yaml-trap/);
  assert.match(output, /bad-duration/);
  const mended = await folder.read('trapped.chain.yaml');
  assert.equal(mended, trapped.replace('Do it: now', '"Do it: now"'));
  const { mode, mtimeMs } = await stat(path.join(folder.path, 'trapped.chain.yaml'));
  assert.equal(mode & 0o777, 0o640);
  assert.equal(await folder.read('other.chain.yaml'), brokenChain);
  assert.equal((await folder.run(['lint', '--fix'])).errors, '');
  assert.equal((await stat(path.join(folder.path, 'trapped.chain.yaml'))).mtimeMs, mtimeMs);
});

test('a fix keeps a byte order mark and the line ends', async () => {
  const text = `\uFEFF${trapped.replaceAll('\n', '\r\n')}`;
  const folder = await commandFolder({ 'trapped.chain.yaml': text });
  await folder.run(['lint', '--fix']);
  assert.equal(await folder.read('trapped.chain.yaml'), text.replace('Do it: now', '"Do it: now"'));
});

test('a file with bytes that are no UTF-8 is not written', async () => {
  const bytes = Buffer.concat([Buffer.from(trapped), Buffer.from([0x23, 0x20, 0xff, 0x0a])]);
  const folder = await commandFolder({ 'trapped.chain.yaml': bytes });
  const { code, errors } = await folder.run(['lint', '--fix']);
  assert.deepEqual([code, errors], [2, 'trapped.chain.yaml has bytes that are no UTF-8.\n']);
  assert.deepEqual(await readFile(path.join(folder.path, 'trapped.chain.yaml')), bytes);
});

test('nothing is written behind a link that leads out, and a link within stays one', async () => {
  const outside = path.join(await temporaryFolder(), 'trapped.chain.yaml');
  await writeFile(outside, trapped);
  const folder = await commandFolder({ 'store/other.txt': trapped });
  await symlink(outside, path.join(folder.path, 'trapped.chain.yaml'));
  await symlink(path.join(folder.path, 'store/other.txt'), path.join(folder.path, 'inner.chain.yaml'));
  const { code, errors } = await folder.run(['lint', '--fix', 'trapped.chain.yaml', 'inner.chain.yaml']);
  assert.deepEqual([code, errors], [2, 'Mended 1 file.\ntrapped.chain.yaml leads out of the project.\n']);
  assert.equal(await readFile(outside, 'utf8'), trapped);
  assert.ok((await lstat(path.join(folder.path, 'inner.chain.yaml'))).isSymbolicLink());
  assert.match(await folder.read('store/other.txt'), /"Do it: now"/);
});

test('nothing is taken out of what an alias repeats where it has its effect', async () => {
  const text = (last: string): string => `chain: lanes
title: Lanes
steps:
  - parallel:
      - { id: one, skill: a, do: Go }
      - { id: two, skill: a, do: Go }
      - { id: three, skill: a, do: Go, after: &both [one, two] }
  - { id: last, skill: a, do: Go${last} }
`;
  const folder = await commandFolder({
    'lanes.chain.yaml': text(', after: *both'),
    'a.skills.yaml': 'skills: { a: {} }\n',
  });
  const { output } = await folder.run(['lint', '--fix']);
  assert.match(output, /redundant-after/);
  assert.equal(await folder.read('lanes.chain.yaml'), text(', after: *both'));
  await folder.write('lanes.chain.yaml', text(', after: [one, two]'));
  await folder.run(['lint', '--fix']);
  assert.equal(await folder.read('lanes.chain.yaml'), text(''));
});

test('standard input is mended into standard output, and the report goes beside it', async () => {
  const folder = await commandFolder();
  const { code, output, errors } = await folder.run(['lint', '-', '--fix'], { input: trapped });
  assert.deepEqual([code, output], [0, trapped.replace('Do it: now', '"Do it: now"')]);
  assert.match(errors, /^Nothing found in 1 file\.$/m);
});

test('what can be mended is mended in one go, also where much else cannot be', async () => {
  const text = `chain: traps
title: traps
summary: Check: all of it
trigger: [urgent] come quickly
owner: @bob
priority: %high
steps:
  - skill: a
    do: "quoted" and more
    notes: 'it's broken'
    because: & then
  - skill: b
    do: *bold* text
    checklist:
      - one: two: three
      - {curly} brace
      - \`code\` here
      - - nested
      - ! bang
      - | pipe
      - > more
      - yes
      - 1.10
      - null
      - ~
      - 2026-01-01
      - a # b
      - C# and F#
      - "a" : b
      - ? question
      - -dash
      - : colon
      -   - x
success:
  - metric: x: y
    target: > 90 %
  - < 3 days
  - [ ] todo item
  - - [x] done
`;
  const folder = await commandFolder({
    'traps.chain.yaml': text,
    'a.skills.yaml': 'skills: { a: {}, b: {} }\n',
  });
  await folder.run(['lint', '--fix']);
  const mended = await folder.read('traps.chain.yaml');
  assert.match(mended, /\n {4}target: "> 90 %"\n/);
  await folder.run(['lint', '--fix']);
  assert.equal(await folder.read('traps.chain.yaml'), mended);
});

test('what can be mended is found behind many fixes that would bring another finding', async () => {
  // Out of its list, the duration is read, and has no unit.
  const refused = Array.from(
    { length: 34 },
    (_, at) => `  - id: s${at}\n    skill: a\n    do: Go\n    takes: [5m]\n`,
  ).join('');
  const text = `chain: long\ntitle: long\nsteps:\n${refused}  - id: last\n    skill: a\n    do: End\n    takes: [5 min]\n`;
  const folder = await commandFolder({ 'long.chain.yaml': text, 'a.skills.yaml': 'skills: { a: {} }\n' });
  await folder.run(['lint', '--fix']);
  assert.equal(await folder.read('long.chain.yaml'), text.replace('[5 min]', '5 min'));
});
