import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { textOf, valueAt, walk } from '../../../server/src/core/syntax/path.ts';
import { edited, slice } from './support.ts';

describe('the fixes of traps', () => {
  const pieces = [
    '>',
    '>=',
    '|',
    '*',
    '&',
    '@',
    '`',
    '%',
    '!',
    ': ',
    ' #1',
    ' #a',
    '[x]',
    '{{y}}',
    '"',
    "'",
    ', ',
    ' ',
    '-',
    '?',
    'word',
    'Two',
    '5',
    '\\',
    '😀',
  ];
  const sentence = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
    .map(parts => parts.join('').trim())
    .filter(text => text !== '');
  const frames: readonly (readonly [before: string, after: string])[] = [
    ['a: ', '\nz: y'],
    ['- a: ', '\n  z: y'],
    ['x:\n  a: ', '\n  b:\n    - z: y'],
  ];

  it('give text that parses', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(...frames), (words, [before, after]) => {
        const text = before + words + after;
        const tree = parseSyntax(text);
        if (tree.problems.length === 0 || tree.problems.some(({ code, fix }) => code !== 'yaml-trap' || !fix))
          return;
        const fixed = edited(
          text,
          tree.problems.flatMap(({ fix }) => fix?.edits ?? []),
        );
        const again = parseSyntax(fixed);
        assert.deepEqual(again.problems, [], `${text}\n-> ${fixed}`);
        assert.equal(again.complete, true);
        assert.ok(
          [...walk(again)].some(node => node.kind === 'scalar' && node.text === 'y'),
          'the lines below are untouched',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('keep the words of a value that is quoted whole', () => {
    fc.assert(
      fc.property(sentence, words => {
        const text = `a: ${words}\nz: y`;
        const tree = parseSyntax(text);
        const [problem] = tree.problems;
        if (
          tree.problems.length !== 1 ||
          problem?.code !== 'yaml-trap' ||
          slice(text, problem.span) !== words
        )
          return;
        const fixed = edited(text, problem.fix?.edits ?? []);
        const value = textOf(valueAt(parseSyntax(fixed).root, 'a'));
        const enclosed = /^(["']).*\1$/.test(words);
        assert.ok(value === words || (enclosed && value === words.slice(1, -1)), `${words} became ${value}`);
        assert.equal(textOf(valueAt(tree.root, 'a')), value, 'the tree reads it as the fix will');
      }),
      { numRuns: 300 },
    );
  });
});
