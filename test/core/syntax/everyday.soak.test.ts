/** What the everyday reader takes has the tree that the library's nodes lead to, in each place and letter. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Lexer } from 'yaml';
import { readEveryday } from '../../../server/src/core/syntax/everyday/read.ts';
import { parseAtLength, parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { walk } from '../../../server/src/core/syntax/path.ts';
import { libraryFiles } from '../../support/library.ts';
import { mutatedChain, soup } from './randomTexts.ts';

/** Whether the reader took the text. */
function checkSame(text: string): boolean {
  const read = readEveryday(text);
  if (read === undefined) return false;
  const inOrder = [...walk(read)];
  assert.ok(
    inOrder.length === read.nodes.length && inOrder.every((node, at) => node === read.nodes[at]),
    text,
  );
  assert.ok(read.tokens >= [...new Lexer().lex(text)].length, text);
  const tree = parseAtLength(text);
  assert.deepEqual(parseSyntax(text), tree, text);
  // What looks like a trap is read as it is meant, and not as it is written.
  if (tree.problems.some(({ code }) => code === 'yaml-trap')) return true;
  assert.deepEqual([tree.root, tree.comments, tree.problems], [read.root, read.comments, []], text);
  return true;
}

const starts = [
  '',
  '',
  '',
  'a: ',
  'b c: ',
  'key: ',
  'key:',
  '- ',
  '- ',
  '- k: ',
  '- - ',
  '-',
  '# ',
  '"a": ',
  "'b c': ",
];
const everyday = [
  '',
  'a',
  'a b  ',
  '"a"',
  "'it''s'",
  '[]',
  '[a, b ]',
  '{ a: b }',
  '|',
  '>-',
  'a # c',
  '- z',
  'x: y',
  'x:',
];
/** Pieces of brackets that go over lines. */
const brackets = ['[', ']', '{', '}', 'a,', 'b: c,', '[a,', '{ a: b,', 'b]', '],', '- a', 'a # c'];
const odd = [
  ...[
    'a: b',
    'c : d',
    'a#b',
    'a #b',
    'a:b',
    '-1',
    '-a',
    '?',
    '? a',
    ':',
    '.5',
    '...',
    '---',
    '|+',
    '>2',
    '| # a',
    '"a\\n"',
  ],
  ...[
    '"a" b',
    "'a' # b",
    "'a",
    '"',
    '~',
    '%a',
    '@a',
    '[a, ]',
    '[ a,b]',
    '[a b,]',
    '[a: b]',
    '[a',
    'a]',
    '{a:b}',
    '{a}',
    '{a: }',
  ],
  ...[
    '{ a : b , c: "d" }',
    '{a: [b, {c: d}]}',
    '["a", \'b\']',
    '[a #b]',
    '[[a], []]',
    '{"a": b}',
    '{"a":b}',
    '{{a}}',
    '[-a, -, 1]',
  ],
  ...[
    '[a] b',
    '[a]: b',
    '&a b',
    '*a',
    '!t a',
    '\u00E9: \u00E9',
    '\u00A0',
    '\u{1F600}',
    'a\u2028b',
    'a\tb',
    '\\',
    '<<: a',
    '<<<<<<< a',
  ],
  ...['=', '(a)', '10,000', 'http://a/b#c', 'a, [b]: c', '"": x', 'a - b: c', `${'x'.repeat(1030)}: a`],
];
const endings = ['\n', '\n', '\n', '\n', '\n', ' \n', '  # c\n', '\n\n', '\n   \n', '\r\n', '\n# c\n', ''];

/** Lines that mean something where they stand under others; one in eight is odd. */
const lines = fc
  .array(
    fc.tuple(
      fc.constantFrom(0, 0, 0, 2, 2, 4, 1),
      fc.constantFrom(...starts),
      fc.oneof(
        { weight: 7, arbitrary: fc.constantFrom(...everyday) },
        fc.constantFrom(...brackets),
        fc.constantFrom(...odd),
      ),
      fc.constantFrom(...endings),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map(all => all.map(([indent, start, value, end]) => ' '.repeat(indent) + start + value + end).join(''));

describe('the everyday reader', () => {
  it('takes the whole library', () => {
    const left = Object.entries(libraryFiles).filter(([, text]) => !checkSame(text));
    assert.deepEqual(
      left.map(([path]) => path),
      [],
    );
  });

  it('reads random lines as the library does, or not at all', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: lines }, soup), text => {
        if (checkSame(text)) taken++;
      }),
      { numRuns: 4000 },
    );
    assert.ok(taken > 200, `${taken} were taken`);
  });

  it('reads changed chains as the library does, or not at all', () => {
    fc.assert(
      fc.property(mutatedChain, text => {
        checkSame(text);
      }),
      { numRuns: 100 },
    );
  });
});
