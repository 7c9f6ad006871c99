/** Formatting keeps what a text says, whatever its spelling: tried without the guard that would keep a text as it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isAlias, isCollection, isPair, isScalar, parseAllDocuments } from 'yaml';
import { formattingEdits, uncheckedEdits } from '../../server/src/core/syntax/format.ts';
import { readable } from '../../server/src/core/syntax/hostile.ts';
import { applyEdits, type TextEdit } from '../../server/src/core/syntax/offsetMap.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import type { Span } from '../../server/src/core/util/span.ts';
import { anyText, mutatedChain, soup } from '../core/syntax/randomTexts.ts';
import { oddSpelling } from './oddSpellings.ts';

/** What the texts of a document say, with anchors, tags and styles; aliases stay aliases, so that none leads in a circle. */
function said(node: unknown): unknown {
  if (isAlias(node)) return { alias: node.source };
  if (isScalar(node)) return [node.value, node.type, node.anchor, node.tag];
  if (isPair(node)) return { key: said(node.key), value: said(node.value) };
  if (isCollection(node)) return [node.anchor, node.tag, node.flow, node.items.map(said)];
  return null;
}

const values = (text: string): unknown =>
  parseAllDocuments(readable(text).text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' }).map(
    ({ errors, contents }) => [errors.map(({ code }) => code), said(contents)],
  );

/** All but the blanks: comments, quotes, anchors, order, and every line end. */
const written = (text: string): string => text.replace(/[ \t]/g, '');

/** The formatted text; fails where it says anything else, or would be formatted again. A last line may gain its end. */
function checked(text: string, edits: readonly TextEdit[], step: number): string {
  const after = applyEdits(text, edits).text;
  const says = (what: string): string => `${what}:\n${JSON.stringify(text)}\n${JSON.stringify(after)}`;
  const all = written(after);
  const isEnded = all.length > written(text).length;
  assert.equal(isEnded ? all.replace(/\r?\n$/, '') : all, written(text));
  // Where nothing was changed, nothing can have been lost.
  if (after === text) return after;
  if (!isDeepStrictEqual(values(after), values(text))) assert.fail(says('It says something else'));
  if (uncheckedEdits(after, { step })?.length !== 0) assert.fail(says('It is formatted again'));
  return after;
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const steps = fc.constantFrom(2, 2, 2, 3, 4, 8);

test('ten thousand odd spellings keep values, comments and line ends, and a second run changes nothing', () => {
  let sound = 0;
  let changed = 0;
  const runs = 10_700;
  fc.assert(
    fc.property(seeds, steps, (seed, step) => {
      const text = oddSpelling(seed);
      const edits = uncheckedEdits(text, { step });
      if (edits === undefined) return;
      sound++;
      if (checked(text, edits, step) !== text) changed++;
    }),
    { numRuns: runs },
  );
  assert.ok(sound >= 10_000, `${sound} of ${runs} were sound`);
  assert.ok(changed > 9000, `${changed} were changed`);
});

test('random texts and broken chains are kept too, or left alone, and the guard has next to nothing to do', () => {
  let kept = 0;
  const runs = 1500;
  fc.assert(
    fc.property(fc.oneof(mutatedChain, soup, anyText), text => {
      const edits = formattingEdits(text, { step: 2 });
      if (edits !== undefined) checked(text, edits, 2);
      else if (uncheckedEdits(text, { step: 2 }) !== undefined) kept++;
    }),
    { numRuns: runs },
  );
  assert.ok(kept <= runs / 500, `The guard kept ${kept} of ${runs}`);
});

test('what is given out is what was tried', () => {
  fc.assert(
    fc.property(seeds, seed => {
      const text = oddSpelling(seed);
      assert.deepEqual(formattingEdits(text, { step: 2 }), uncheckedEdits(text, { step: 2 }));
    }),
    { numRuns: 500 },
  );
});

test('of a range only its lines change, and the text says the same', () => {
  fc.assert(
    fc.property(seeds, fc.nat(30), fc.nat(10), (seed, from, count) => {
      const text = oddSpelling(seed);
      const range = linesOf(text, from, count);
      const edits = uncheckedEdits(text, { step: 2, range });
      if (edits === undefined) return;
      for (const { span } of edits)
        assert.ok(range.start <= span.start && span.end <= range.end, 'an edit lies in the range');
      const after = applyEdits(text, edits).text;
      const shown = `${range.start}-${range.end}\n${JSON.stringify(text)}\n${JSON.stringify(after)}`;
      assert.equal(after.slice(0, range.start), text.slice(0, range.start));
      assert.ok(after.endsWith(text.slice(range.end)), shown);
      assert.ok(isDeepStrictEqual(values(after), values(text)), `It says something else: ${shown}`);
    }),
    { numRuns: 2000 },
  );
});

/** Whole lines, with the last one's line end. */
function linesOf(text: string, from: number, count: number): Span {
  const { lineCount, line } = lineMap(text);
  const first = Math.min(from, lineCount - 1);
  const next = first + count + 1;
  return { start: line(first).start, end: next < lineCount ? line(next).start : text.length };
}
