import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GraphWords, wordKeys } from '../../../client/src/views/graph/messages.ts';
import { subjectFacts } from '../../../client/src/views/graph/webview/subject.ts';
import type { ChainGraph } from '../../../server/src/lsp/protocol.ts';
import { graphOf } from './support.ts';

const isWords = (words: object): words is GraphWords => wordKeys.every(key => key in words);
const words: object = Object.fromEntries(wordKeys.map(key => [key, `${key} {0}`]));
assert.ok(isWords(words));

/** Minutes. */
const totals: readonly (readonly [total: NonNullable<ChainGraph['total']>, said: string])[] = [
  [{ min: 120, max: 300 }, 'total 2–5 h'],
  [{ min: 120, max: 120 }, 'total 2 h'],
  [{ min: 0, max: 120 }, 'total 0–2 h'],
  // An optional step of unknown length: how long all may take is not known, and not what it takes at the shortest.
  [{ min: 120 }, 'totalAtLeast 2 h'],
  [{ max: 120 }, 'totalAtMost 2 h'],
  // No steps yet, or only checkpoints.
  [{ min: 0, max: 0 }, ''],
  [{ min: 0 }, ''],
  [{}, ''],
];
for (const [total, said] of totals) {
  test(`a total of ${JSON.stringify(total)} is told as "${said}"`, () => {
    assert.equal(subjectFacts(graphOf([], { total }), words), said);
  });
}

test('what the chain says of itself stands before its total', () => {
  const subject = { ...graphOf([]).subject, version: '1.2.0', category: '', timeline: '2 weeks' };
  assert.equal(
    subjectFacts(graphOf([], { subject, total: { min: 60, max: 60 } }), words),
    '1.2.0 · 2 weeks · total 1 h',
  );
});
