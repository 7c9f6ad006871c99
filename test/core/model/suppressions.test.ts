/** Comments that take findings away: what they name, why, and where they count. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { suppressedLines, suppressionsOf } from '../../../server/src/core/model/suppressions.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';

const sourceOf = (text: string) => ({ text, lines: lineMap(text), tree: parseSyntax(text) });

/** `a,b @ 2: reason` for each comment; lines count from 0. */
const read = (text: string): readonly string[] =>
  suppressionsOf(sourceOf(text)).map(
    ({ codes, counts, reason }) => `${codes.map(each => each.text).join()} @ ${counts}: ${reason}`,
  );

const cases: readonly (readonly [name: string, text: string, found: readonly string[]])[] = [
  ['above a line', 'a: 1\n# skill-chains-ignore x-y: why\nb: 2\n', ['x-y @ 2: why']],
  ['behind a line', 'a: 1 # skill-chains-ignore x: why: because\n', ['x @ 0: why: because']],
  ['several codes', '# skill-chains-ignore a, b,c d: why\na: 1\n', ['a,b,c,d @ 1: why']],
  [
    'above each other, and above blank lines and other comments',
    '# skill-chains-ignore a: x\n# skill-chains-ignore b: y\n\n# note\na: 1\n',
    ['a @ 4: x', 'b @ 4: y'],
  ],
  ['of a file', '# note\n#skill-chains-ignore-file a: x\n---\na: 1\n', ['a @ file: x']],
  ['of a file, too late', 'a: 1\n# skill-chains-ignore-file a: x\n', ['a @ nowhere: x']],
  ['of a file that holds nothing', '# skill-chains-ignore-file a: x\n', ['a @ file: x']],
  [
    'without a reason',
    '# skill-chains-ignore a\n# skill-chains-ignore b:  \na: 1\n',
    ['a @ 2: undefined', 'b @ 2: undefined'],
  ],
  ['without a code', '# skill-chains-ignore: why\na: 1\n', [' @ 1: why']],
  ['of another word', '# skill-chains-disable a: why\na: 1\n', ['a @ nowhere: why']],
  ['that only speaks of it', '# see skill-chains-ignore a: why\na: "# skill-chains-ignore a: x"\n', []],
  ['in a text', 'a: |\n  # skill-chains-ignore a: x\nb: 1\n', []],
  ['at the end of a file', 'a: 1\n# skill-chains-ignore a: x', ['a @ 2: x']],
  [
    'between brackets',
    'a: [\n  # skill-chains-ignore a: x\n  b,\n  c, # skill-chains-ignore a: y\n]\n',
    ['a @ 2: x', 'a @ 3: y'],
  ],
  ['with other line ends', 'a: 1\r\n# skill-chains-ignore x: why\r\nb: 2\r\n', ['x @ 2: why']],
  [
    'with signs of the machine',
    '# skill-chains-ignore __proto__, $(x), <b>: \u202ewhy\na: 1\n',
    ['__proto__,$(x),<b> @ 1: \u202ewhy'],
  ],
];

describe('a comment', () => {
  for (const [name, text, found] of cases) test(name, () => assert.deepEqual(read(text), found));
});

test('a finding within a text of several lines belongs to the line on which that begins', () => {
  const text = `a: |
  one
  two
b: "x
  y" # note
c: [ "x
  y", "z
  w", v]
d: plain
  text
`;
  const lines = lineMap(text);
  const linesOf = suppressedLines(sourceOf(text));
  const of = (words: string): readonly number[] => linesOf(text.indexOf(words) + 1);
  assert.deepEqual(
    ['a: |', 'two', 'b: "', 'y" #', '# note', 'c: [', 'w", v', ', v', 'd: p', 'text'].map(of),
    [[0], [2, 0], [3], [4, 3], [4, 3], [5], [7, 6, 5], [7, 6, 5], [8], [9, 8]],
  );
  assert.equal(lines.lineCount, 11);
});
