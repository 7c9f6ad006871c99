import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GraphNode } from '../../../server/src/core/analysis/chainGraph.ts';
import {
  durationWords,
  joinWords,
  spokenWords,
  tooltipWords,
} from '../../../server/src/core/drawing/words.ts';

const [hour, day, week] = [60, 1440, 10_080];

for (const [min, max, words] of [
  [hour, 2 * hour, '1–2 h'],
  [day, day, '1 d'],
  [4 * hour, day, '4–24 h'],
  [30, 2 * hour, '30 min – 2 h'],
  [week, 10 * day, '7–10 d'],
  [2 * week, 4 * week, '2–4 w'],
  [90, 90, '90 min'],
  // One working day, and two.
  [1.4 * day, 1.4 * day, '1.4 d'],
  [1.4 * day, 2.8 * day, '1.4–2.8 d'],
  [hour, 90, '1–1.5 h'],
  [hour, 100, '60–100 min'],
  [day, 100 * hour, '24–100 h'],
  [0, 5, '0–5 min'],
  [0, day, '0–1 d'],
] as const) {
  test(`${min} to ${max} minutes: ${words}`, () => assert.equal(durationWords({ min, max }), words));
}

const node: GraphNode = {
  id: 'a',
  kind: 'step',
  label: 'Do it',
  skill: 'writer',
  optional: true,
  when: 'needed',
  takes: { min: hour, max: 2 * hour },
  problems: { errors: 1, warnings: 2, messages: ['This is wrong.', 'That too.'] },
};

test('how lanes join', () => {
  const join = (label: string): GraphNode => ({ ...node, kind: 'join', label });
  assert.equal(joinWords(join('all'), 3), 'all lanes');
  assert.equal(joinWords(join('any'), 3), 'any lane');
  assert.equal(joinWords(join('at least 2'), 3), '2 of 3 lanes');
  assert.equal(joinWords(undefined, 3), 'all lanes');
});

test('a screen reader reads kind, words, who, how long, when and how many problems', () => {
  assert.equal(
    spokenWords(node),
    'Step: Do it, skill writer, takes 1–2 h, only when needed, 1 error, 2 warnings',
  );
  assert.ok(spokenWords({ ...node, label: 'x'.repeat(10_000) }).length < 1000);
});

test('a tooltip has the whole words and what is wrong', () => {
  assert.equal(
    tooltipWords(node),
    'Do it\nskill writer · takes 1–2 h · only when needed\nThis is wrong.\nThat too.',
  );
});
