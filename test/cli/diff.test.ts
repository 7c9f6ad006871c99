/** What `--diff` prints is what Git applies. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/src/cli/support/diff.ts';
import { type Splice, spliced } from '../../server/src/cli/support/edits.ts';
import { commandFolder, removeFolders, soundChain } from '../support/commandLine.ts';

after(removeFolders);

const numbered = Array.from({ length: 20 }, (_, at) => `line ${at}\n`).join('');
const at = (start: number, end: number, newText: string): Splice => ({ start, end, newText });

const chosen: readonly (readonly [before: string, splices: readonly Splice[]])[] = [
  ['', [at(0, 0, 'a\n')]],
  ['a\n', [at(0, 2, '')]],
  ['a', [at(1, 1, '\n')]],
  ['a\n', [at(1, 2, '')]],
  ['a\nb', [at(2, 3, 'c')]],
  ['a\r\nb\r\n', [at(1, 1, 'x'), at(3, 3, 'y\r\n')]],
  ['a\n\n\nb\n', [at(1, 3, '')]],
  [numbered, [at(0, 0, 'first\n'), at(numbered.length, numbered.length, 'last\n')]],
  [numbered, [at(3, 4, 'X'), at(24, 25, 'Y'), at(59, 60, ''), at(80, 81, '\n')]],
];

/** Names that mean something in a patch. */
const names = ['a b', ' ', 'ä 日本', '"', '\\n', '\n+++ b/c', '\t', '--- a/', '\u007f', '<stdin>'];

/** Texts of few characters, so that lines and their ends meet the edits. */
const piece = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\n', '\r\n'), maxLength: 12 });
const random = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 60 }),
    fc.array(piece, { maxLength: 4 }),
  )
  .chain(([before, pieces]) =>
    fc
      .array(fc.nat(before.length), { minLength: pieces.length * 2, maxLength: pieces.length * 2 })
      .map(places => {
        const sorted = places.toSorted((left, right) => left - right);
        const splices = pieces.map((text, each) =>
          at(sorted[each * 2] ?? 0, sorted[each * 2 + 1] ?? 0, text),
        );
        return [before, splices] as const;
      }),
  );

test('Git makes of the old text what the edits make of it', async () => {
  const cases = [...chosen, ...fc.sample(random, 200)];
  const folder = await commandFolder();
  let patch = '';
  const changed: (readonly [name: string, after: string])[] = [];
  for (const [number, [before, splices]] of cases.entries()) {
    const name = `${names[number] ?? ''}${number}`;
    const diff = unifiedDiff(name, before, splices);
    const after = spliced(before, splices);
    assert.equal(diff === '', before === after);
    await folder.write(name, before);
    patch += diff;
    changed.push([name, after]);
  }
  const given = ['apply', '--whitespace=nowarn', '--unsafe-paths', '-'];
  execFileSync('git', given, { cwd: folder.path, input: patch });
  for (const [name, after] of changed) assert.equal(await folder.read(name), after, name);
});

test('a hunk has three lines around what changes, and says where it stands', () => {
  assert.equal(
    unifiedDiff('x', numbered, [at(42, 48, 'six'), at(49, 49, 'new\n')]),
    [
      ...['--- a/x', '+++ b/x', '@@ -4,7 +4,8 @@', ' line 3', ' line 4', ' line 5'],
      ...['-line 6', '+six', '+new', ' line 7', ' line 8', ' line 9', ''],
    ].join('\n'),
  );
});

const untidy = soundChain('a').replace('    do: Write', '    do:   Write');
const trapped = soundChain('b').replace('Do b', 'Do it: now');

test('format and lint print what they would change, and write nothing', async () => {
  const folder = await commandFolder({ 'x/a.chain.yaml': untidy, 'b.chain.yaml': trapped });
  const formatted = await folder.run(['format', '--diff', 'x']);
  assert.deepEqual([formatted.code, formatted.errors], [1, '1 file would change.\n']);
  assert.match(
    formatted.output,
    /^--- a\/x\/a\.chain\.yaml\n.*\n- {4}do: {3}Write it down\n\+ {4}do: Write it down\n$/s,
  );
  const fixed = await folder.run(['lint', '--diff']);
  assert.deepEqual([fixed.code, fixed.errors], [1, '--fix would change 1 of 2 files.\n']);
  assert.match(fixed.output, /\n-title: Do it: now\n\+title: "Do it: now"\n/);
  assert.equal(await folder.read('x/a.chain.yaml'), untidy);
  assert.equal(await folder.read('b.chain.yaml'), trapped);
  const input = await folder.run(['format', '--diff', '-'], { input: untidy });
  assert.deepEqual([input.code, input.output.split('\n')[0]], [1, '--- a/<stdin>']);
  await folder.run(['lint', '--diff', '--output', 'fixes.patch']);
  execFileSync('git', ['apply', '--unsafe-paths', 'fixes.patch'], { cwd: folder.path });
  assert.match(await folder.read('b.chain.yaml'), /^title: "Do it: now"$/m);
  assert.deepEqual(await folder.run(['lint', '--diff']), {
    code: 0,
    output: '',
    errors: '--fix would change nothing in 2 files.\n',
  });
});

test('a patch fits a file as it is, with its byte order mark and its line ends', async () => {
  const text = `\uFEFF${trapped.replaceAll('\n', '\r\n')}`;
  const folder = await commandFolder({ 'b.chain.yaml': text });
  const { output } = await folder.run(['lint', '--diff']);
  const given = ['apply', '--whitespace=nowarn', '--unsafe-paths', '-'];
  execFileSync('git', given, { cwd: folder.path, input: output });
  assert.equal(await folder.read('b.chain.yaml'), text.replace('Do it: now', '"Do it: now"'));
});

test('in a terminal a diff has colours, and steers nothing', async () => {
  const hostile = trapped.replace('Do it: now', 'Do it: \u202enow');
  const folder = await commandFolder({ 'b.chain.yaml': hostile });
  const { output } = await folder.run(['lint', '--diff'], { terminal: true });
  const control = String.fromCharCode(27);
  assert.ok(output.includes(`${control}[31m-title: Do it: <U+202E>now${control}[39m\n`), output);
  assert.ok(output.includes(`${control}[32m+title: "Do it: <U+202E>now"${control}[39m\n`), output);
});
