import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { type FormatRequest, format } from '../../server/src/core/features/format.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { contextOf } from './feature.ts';

const blanks: FormatRequest = { tabSize: 2, insertSpaces: true };

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = lineMap(text);
  return edits.reduceRight((result, { range, newText }) => {
    const { start, end } = range;
    return result.slice(0, lines.offset(start)) + newText + result.slice(lines.offset(end));
  }, text);
}

const formatted = (text: string, request = blanks, range?: Range): string =>
  applied(text, format(contextOf(text), request, range));

interface Case {
  readonly name: string;
  readonly before: string;
  /** The same as `before` unless given. */
  readonly after?: string;
}

const cases: readonly Case[] = [
  { name: 'nothing', before: '' },
  { name: 'blanks alone', before: '  \n\t', after: '\n' },
  { name: 'a comment alone', before: '  # a', after: '# a\n' },
  {
    name: 'four columns to two, lists below their key, one blank behind a dash',
    before:
      'steps:\n-   id: a\n    needs:\n    - b\n-   parallel:\n        -   skill: c\n            do: d\n    join: all\n',
    after:
      'steps:\n  - id: a\n    needs:\n      - b\n  - parallel:\n      - skill: c\n        do: d\n    join: all\n',
  },
  { name: 'a text that is wholly set in', before: '  a:\n    b\n  c: d\n', after: 'a:\n  b\nc: d\n' },
  {
    name: 'one blank behind a colon and none before, none at the end of a line',
    before: 'a :  b \nc:\td\t\ne:   \n  f :   g\n',
    after: 'a: b\nc: d\ne:\n  f: g\n',
  },
  {
    name: 'blank lines as they are, but empty',
    before: 'a: b\n   \n\n\t\nc: d\n\n\n',
    after: 'a: b\n\n\n\nc: d\n\n\n',
  },
  { name: 'lists in lists', before: '-   - a\n    -  b\n-\n    - c\n', after: '- - a\n  - b\n-\n  - c\n' },
  {
    name: 'flow collections in a line',
    before: 'a: {b: [c,d , e],f:  {} }\ng: [ ]\nh: [{i: j},k,]\n"l": {"m":n, }\n',
    after: 'a: { b: [c, d, e], f: {} }\ng: []\nh: [{ i: j }, k,]\n"l": { "m": n, }\n',
  },
  {
    name: 'flow collections in lines, with the bracket where somebody put it',
    before: 'a: [\n     b,\n # c\n   d: {\n  e: f },\n]\ng: [\n b\n ]\nh:\n - [a,\n   b\n   ]\n',
    after: 'a: [\n  b,\n  # c\n  d: {\n    e: f },\n]\ng: [\n    b\n  ]\nh:\n  - [a,\n      b\n    ]\n',
  },
  {
    name: 'comments with what follows them',
    before: '    # a\na:\n# b\n    b: c\n    # d\n    d: e\n',
    after: '# a\na:\n  # b\n  b: c\n  # d\n  d: e\n',
  },
  {
    name: 'comments with what stands before them, where they are set in like it',
    before:
      'steps:\n    - a\n    # - b\n    # - c\n# d\ntitle: e\nempty:\n    # f\nlist:\n    -\n        # g\n# h\n',
    after: 'steps:\n  - a\n  # - b\n  # - c\n# d\ntitle: e\nempty:\n  # f\nlist:\n  -\n    # g\n# h\n',
  },
  {
    name: 'gaps before comments that stand by themselves',
    before: 'a:    b   # c\nd: # e\nf: g\t# h\n',
    after: 'a: b   # c\nd: # e\nf: g # h\n',
  },
  {
    name: 'comments that are aligned',
    before: 'a:                 # one\n        b: cd      # two\n        e:    f    # three\ng: h # four\n',
    after: 'a:         # one\n  b: cd    # two\n  e: f     # three\ng: h # four\n',
  },
  {
    name: 'block scalars, moved as a whole',
    before:
      'a:\n    b: |\n        c\n          d\n      \n        e   \n    f: >-\n     g\n\n     h\n    i: |+\n      j\n\n\nk: l\n',
    after: 'a:\n  b: |\n    c\n      d\n\n    e   \n  f: >-\n    g\n\n    h\n  i: |+\n    j\n\n\nk: l\n',
  },
  {
    name: 'block scalars with a number, which stay as far from their key',
    before: 'a:\n    b: |2\n         c\n       d\n    e:\n    - |1-\n       f\n',
    after: 'a:\n  b: |2\n       c\n     d\n  e:\n    - |1-\n       f\n',
  },
  {
    name: 'blanks that are text of a block scalar',
    before: 'a:\n    b: |\n        c\n            \n        d\n',
    after: 'a:\n  b: |\n    c\n        \n    d\n',
  },
  {
    name: 'texts of several lines, below their key or their first word',
    before:
      'a:\n    b: one\n        two\n\n      three\n    c:   "one\n          two"\n    d:\n        one\n        two\n    e: \'one\n    \n     two\'\n',
    after:
      'a:\n  b: one\n      two\n\n    three\n  c: "one\n      two"\n  d:\n    one\n    two\n  e: \'one\n    \n    two\'\n',
  },
  {
    name: 'anchors, tags and aliases',
    before: 'a:   &x   !t\n    b:  &y  c\nd :   *y\n*y :  e\n&z f :  !!str  g\nh: [*x , &w  i]\n',
    after: 'a: &x !t\n  b: &y c\nd: *y\n*y : e\n&z f: !!str g\nh: [*x, &w i]\n',
  },
  {
    name: 'explicit keys',
    before: '?   a\n:   - b\n    -   c\n?   - d\n# e\n:\n    f: g\n',
    after: '? a\n: - b\n  - c\n? - d\n# e\n:\n  f: g\n',
  },
  {
    name: 'directives, markers and a byte order mark',
    before: '\uFEFF%YAML 1.2\n---   # a\n  b:   c\n...\n   # d\n',
    after: '\uFEFF%YAML 1.2\n---   # a\nb: c\n...\n# d\n',
  },
  {
    name: 'a byte order mark before what is set in',
    before: '\uFEFFa:\n    b: c',
    after: '\uFEFFa:\n  b: c\n',
  },
  { name: 'carriage returns', before: 'a :  b  \r\n\r\nc:\r\n-   d', after: 'a: b\r\n\r\nc:\r\n  - d\r\n' },
  { name: 'mixed line ends', before: 'a:  b\r\nc:  d\ne:  f\r', after: 'a: b\r\nc: d\ne: f\r' },
  {
    name: 'a block scalar at the end, whose line end would be text',
    before: 'a: |\n    b',
    after: 'a: |\n  b',
  },
  { name: 'a text that is one scalar', before: '   a\n  b\n' },
  {
    name: 'wide characters',
    before: 'a:  \u{1F600}   # b\n"\u{1F600}" :  c\n',
    after: 'a: \u{1F600}   # b\n"\u{1F600}": c\n',
  },
];

for (const { name, before, after = before } of cases) {
  test(`formats ${name}`, () => {
    assert.equal(formatted(before), after);
    assert.deepEqual(format(contextOf(after), blanks), [], 'a second run changes nothing');
  });
}

const broken: readonly Case[] = [
  { name: 'an open quote', before: 'a:   "b\nc:   d\n' },
  { name: 'an open bracket', before: 'a:   [b\nc:   d\n' },
  { name: 'a line set in wrongly', before: 'a:   b\n  c:   d\n e: f\n' },
  { name: 'a tab', before: 'a:\n\tb:   c\n' },
  { name: 'what YAML reads otherwise than it is meant', before: 'a:   >= 90 %\nb: {c: 10,000 d}\n' },
  { name: 'a merge conflict', before: '<<<<<<< a\na:   b\n=======\na:   c\n>>>>>>> b\n' },
  { name: 'a control character', before: 'a:   b\u0001\n' },
  { name: 'a mistake in a second document', before: 'a:   b\n---\nc:   "d\n' },
  { name: 'more nesting than is read', before: `a:   ${'['.repeat(500)}${']'.repeat(500)}\n` },
];

for (const { name, before } of broken) {
  test(`leaves ${name} alone`, () => assert.deepEqual(format(contextOf(before), blanks), []));
}

test('formats a second document too', () => {
  assert.equal(formatted('a:   b\n---\nc:\n- d\n'), 'a: b\n---\nc:\n  - d\n');
});

test('indents as the client does, if that is with blanks and by a sensible width', () => {
  const text = 'a:\n   - b:\n       c: d\n';
  const by = (tabSize: number, insertSpaces = true) => formatted(text, { tabSize, insertSpaces });
  assert.equal(by(4), 'a:\n    - b:\n          c: d\n');
  for (const usual of [by(2), by(8, false), by(4, false), by(1), by(0), by(-3), by(1000)])
    assert.equal(usual, 'a:\n  - b:\n      c: d\n');
});

test('changes no more than the blanks that are too many or too few', () => {
  const edits = format(contextOf('a:\n    b :   c   \nd:\n- e\n'), blanks);
  const shown = edits.map(({ range: { start, end }, newText }) => {
    assert.equal(start.line, end.line);
    return `${start.line}:${start.character}-${end.character} "${newText}"`;
  });
  assert.deepEqual(shown, ['1:0-2 ""', '1:5-6 ""', '1:7-9 ""', '1:11-14 ""', '3:0-0 "  "']);
});

const lines = (from: number, to: number, character = 1): Range => ({
  start: { line: from, character: 0 },
  end: { line: to, character },
});

const ugly =
  'a :  b\nsteps:\n-   skill :  c\n    do:   d  \n-   skill :  e\n    do:   f\n    # g\n    notes:  |\n      h\n    # i\nz :  y';

test('a range changes its lines, and moves a list or map that is wholly in it', () => {
  assert.equal(
    formatted(ugly, blanks, lines(1, 4)),
    'a :  b\nsteps:\n-   skill: c\n    do: d\n-   skill: e\n    do:   f\n    # g\n    notes:  |\n      h\n    # i\nz :  y'
      // The first step is wholly in the range, the second and the list are not.
      .replace('-   skill: c\n    do', '- skill: c\n  do'),
  );
  assert.equal(formatted(ugly, blanks, lines(0, 1, 0)), ugly.replace('a :  b', 'a: b'));
  assert.equal(formatted(ugly, blanks, lines(10, 10)), ugly.replace('z :  y', 'z: y\n'));
  assert.equal(formatted(ugly, blanks, lines(0, 10)), formatted(ugly));
});
