/** Texts that are made, or happen, to be too much: each is answered in time, and with words that a person understands. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cursorContext } from '../../../server/src/core/syntax/cursor.ts';
import { MAX_ALIAS_NODES, MAX_PROBLEMS } from '../../../server/src/core/syntax/limits.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { resolveAlias, walk } from '../../../server/src/core/syntax/path.ts';
import type { SyntaxNode } from '../../../server/src/core/syntax/tree.ts';
import { costOf } from '../../support/processorTime.ts';
import { assertTree } from './support.ts';

/** Of the processor, not of the clock, so that a busy machine does not count; far below two seconds, far above what is taken. */
const MILLISECONDS = 1500;

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`),
].join('\n');
const staircase = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');

/** With what the one problem says, or `undefined` where nothing is wrong, or the problems are many. */
const texts: Readonly<Record<string, readonly [text: string, says: RegExp | undefined]>> = {
  'a scalar of 5 MB': [`a: "${'x'.repeat(5e6)}"`, /longer than 1,000,000 characters/],
  'a scalar of nearly 1 MB': [`a: "${'x y '.repeat(240_000)}"`, undefined],
  '200,000 lines': ['a: b\n'.repeat(200_000), /more than 12,000 lines/],
  '11,000 lines': ['a: b\n'.repeat(11_000), undefined],
  '11,000 traps': ['a: b: c\n'.repeat(11_000), undefined],
  '50 traps before 2,000 number signs': [`a: b c: d${' #1'.repeat(2000)}\n`.repeat(50), undefined],
  '50 traps before 2,000 words with one': [`a: b c: d${' #x'.repeat(2000)}\n`.repeat(50), undefined],
  '5,000 dashes without a blank': [`a:\n${'  -b: c\n  d: e\n'.repeat(5000)}`, undefined],
  '11,000 lines of a sentence with colons': [`a: b c, d\n${'  e f: g\n'.repeat(11_000)}`, undefined],
  '5,000 marks of code': ['```\na b\n'.repeat(5000), undefined],
  '11,000 open brackets': ['a: [\n'.repeat(11_000), undefined],
  '11,000 open quotes': ["a: '\n".repeat(11_000), undefined],
  '11,000 tabs': ['\ta: b\n'.repeat(11_000), undefined],
  '300,000 aliases': ['*a '.repeat(300_000), /more than 100,000 words and signs/],
  '90,000 commas': [`[${','.repeat(90_000)}]`, undefined],
  '90,000 closing brackets': [']'.repeat(90_000), undefined],
  'a line of 900,000 pipes': ['|'.repeat(900_000), undefined],
  'an alias bomb': [bomb, /more than 10,000 values/],
  '3,000 brackets': [`${'['.repeat(3000)}${']'.repeat(3000)}`, /more than 200 lists and maps/],
  '3,000 open braces': ['{a: '.repeat(3000), /more than 200 lists and maps/],
  '900 levels of block style': [staircase(900), /more than 200 lists and maps/],
  '3,000 dashes': [`${'- '.repeat(3000)}x`, /more than 200 lists and maps/],
  '3,000 keys on a line': ['a: '.repeat(3000), /more than 200 lists and maps/],
  '150 levels': [staircase(150), undefined],
  'conflict markers': [
    'a: b\n<<<<<<< x\nc: d\n||||||| y\nc: e\n=======\nc: f\n>>>>>>> z\ng: h',
    /unresolved merge conflict/,
  ],
  'two conflicts': ['<<<<<<< x\na: b\n=======\n>>>>>>> z\n'.repeat(2), /2 unresolved merge conflicts/],
  'binary data': [
    Array.from({ length: 5000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join(''),
    /binary data/,
  ],
  'a thousand NULs': ['\0'.repeat(1000), /binary data/],
  'one NUL': ['a: b\0\nc: d', /control character \(U\+0000\)/],
  'right-to-left text': ['a: \u202Eabc\nשלום: עולם', undefined],
  'only a BOM': ['\uFEFF', undefined],
  'lone surrogates': ['\uD800: \uDC00\n- \uDBFF', /./],
};

describe('a hostile text', () => {
  for (const [name, [text, says]] of Object.entries(texts))
    it(name, () => {
      const took = costOf(() => {
        parseSyntax(text);
        for (const offset of [0, text.length >> 1, text.length]) cursorContext(text, offset);
      });
      const tree = parseSyntax(text);
      assert.ok(took < MILLISECONDS, `${Math.round(took)} ms`);
      assertTree(tree);
      assert.ok(tree.problems.length <= MAX_PROBLEMS);
      if (says !== undefined) assert.equal(tree.problems.length, 1);
      if (says !== undefined) assert.match(tree.problems[0]?.message ?? '', says);
    });

  it('is still read beside its merge conflict', () => {
    const { root } = parseSyntax(texts['conflict markers']?.[0] ?? '');
    assert.deepEqual(root?.kind === 'map' && root.entries.map(({ key }) => key.text), ['a', 'c', 'g']);
  });

  it('never makes its aliases stand for more than is told', () => {
    const tree = parseSyntax(bomb);
    const size = (node: SyntaxNode): number => {
      const target = resolveAlias(node);
      const parts =
        target?.kind === 'map'
          ? target.entries.flatMap(({ value }) => value ?? [])
          : target?.kind === 'list'
            ? target.items
            : [];
      return parts.reduce((sum, part) => sum + size(part), 1);
    };
    assert.ok(tree.root && size(tree.root) <= MAX_ALIAS_NODES * 2);
    assert.ok(
      [...walk(tree)].some(node => node.kind === 'alias' && node.target),
      'the first are followed',
    );
  });
});
