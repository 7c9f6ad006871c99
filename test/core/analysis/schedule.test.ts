/** Schedules that were reckoned by hand, and one that was published. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chainSchedule } from '../../../server/src/core/analysis/schedule.ts';
import { chainOf, linesOf } from './chainText.ts';

const hour = 60;

/** `a 0-2 +1`: starts at 0 h and ends at 2 h, with 1 h of slack; `!` critical, `?` not known. The first line is the total. */
function shown(body: string): readonly string[] {
  const { total, points } = chainSchedule(chainOf(body), chain =>
    chain === 'known-chain' ? { min: 1 * hour, max: 3 * hour } : undefined,
  );
  const hours = (minutes: number | undefined): string =>
    minutes === undefined ? '?' : String(Math.round((minutes / hour) * 100) / 100);
  const lines = [...points]
    .filter(([id]) => id !== 'start' && id !== 'end' && !id.endsWith('.join'))
    .map(
      ([id, { earliest, ends, slack, critical }]) =>
        `${id} ${hours(earliest)}-${hours(ends)} ${critical ? '!' : slack === undefined ? '?' : `+${hours(slack)}`}`,
    );
  return [`${hours(total.min)}-${hours(total.max)}`, ...lines.sort()];
}

const step = (id: string, takes?: string, ...others: readonly string[]): string =>
  `{ id: ${id}, skill: s, do: It${takes === undefined ? '' : `, takes: ${takes}`}${others.map(each => `, ${each}`).join('')} }`;

const schedules: Readonly<Record<string, readonly [body: string, expected: string]>> = {
  'a list adds up': [
    `- ${step('a', '1-2 h')}\n- ${step('b', '3 h')}`,
    `4-5
     a 0-2 !
     b 2-5 !`,
  ],
  'lanes last as long as the longest': [
    `- { id: p, parallel: [${step('a', '1-2 h')}, { lane: L, steps: [${step('b', '2 h')}, ${step('c', '1-4 h')}] }] }\n- ${step('d', '1 h')}`,
    `4-7
     a 0-2 +4
     b 0-2 !
     c 2-6 !
     d 6-7 !
     p 0-0 !`,
  ],
  'any goes on with the first lane, and nothing waits for the others': [
    `- { id: p, join: any, parallel: [${step('a', '2 h')}, ${step('b', '1-3 h')}, ${step('c', '2 h')}] }\n- ${step('d', '1 h')}`,
    `2-3
     a 0-2 !
     b 0-3 ?
     c 0-2 !
     d 2-3 !
     p 0-0 !`,
  ],
  'two of three lanes go on with the second': [
    `- { id: p, join: { at-least: 2 }, parallel: [${step('a', '1 h')}, ${step('b', '3 h')}, ${step('c', '5 h')}] }`,
    `3-3
     a 0-1 +2
     b 0-3 !
     c 0-5 ?
     p 0-0 !`,
  ],
  'the synthesis comes behind the join': [
    `- { id: p, parallel: [${step('a', '1 h')}, ${step('b', '2 h')}], synthesize: { skill: s, do: It, takes: 1 h } }`,
    `3-3
     a 0-1 +1
     b 0-2 !
     p 0-0 !
     p.synthesize 2-3 !`,
  ],
  'after waits between lanes': [
    `- { parallel: [{ lane: L, steps: [${step('a', '2 h')}, ${step('b', '1 h')}] }, ${step('c', '2 h', 'after: [a]')}] }`,
    `4-4
     a 0-2 !
     b 2-3 +1
     c 2-4 !
     parallel 0-0 !`,
  ],
  'after a lane waits for its end': [
    `- { parallel: [{ lane: L, steps: [${step('a', '2 h')}, ${step('b', '1 h')}] }, ${step('c', '2 h', 'after: [l]')}] }`,
    `5-5
     a 0-2 !
     b 2-3 !
     c 3-5 !
     parallel 0-0 !`,
  ],
  'after a decision waits for its routes': [
    `- { parallel: [{ lane: L, steps: [{ id: d, decision: Which?, routes: [{ when: one, steps: [${step('a', '2 h')}] }, { when: two, steps: [${step('b', '1 h')}] }, { otherwise: stop }] }] }, ${step('c', '1 h', 'after: [d]')}] }`,
    `2-3
     a 0-2 !
     b 0-1 +1
     c 2-3 !
     d 0-0 !
     parallel 0-0 !`,
  ],
  'the shortest and the longest route': [
    `- { id: d, decision: Which?, routes: [{ when: one, steps: [${step('a', '4 h')}] }, { when: two, steps: [${step('b', '1-2 h')}] }, { otherwise: next }] }\n- ${step('c', '1 h')}`,
    `1-5
     a 0-4 !
     b 0-2 +2
     c 4-5 !
     d 0-0 !`,
  ],
  'what can only stop counts in neither': [
    `- { id: d, decision: Which?, routes: [{ when: one, steps: [${step('a', '40 h')}], go: stop }, { otherwise: next }] }\n- ${step('c', '1 h')}`,
    `1-1
     c 0-1 !
     d 0-0 !`,
  ],
  'a loop counts once': [
    `- ${step('a', '1 h')}\n- ${step('b', '2 h')}\n- { id: k, checkpoint: Good?, takes: 1 h, if-refused: { back-to: a, at-most: 3 } }`,
    `4-4
     a 0-1 !
     b 1-3 !
     k 3-4 !`,
  ],
  'a jump passes over what stands between': [
    `- { id: d, decision: Which?, routes: [{ when: one, go: c }, { otherwise: next }] }\n- ${step('b', '2 h')}\n- ${step('c', '1 h')}`,
    `1-3
     b 0-2 !
     c 2-3 !
     d 0-0 !`,
  ],
  'what is optional is left out in the shortest run': [
    `- ${step('a', '1 h')}\n- ${step('b', '2 h', 'when: it rains')}\n- { when: it snows, parallel: [${step('c', '3 h')}] }`,
    `1-6
     a 0-1 !
     b 1-3 !
     c 3-6 !
     parallel 3-3 !`,
  ],
  'a sub-chain takes what it says, or as long as its chain': [
    `- { id: a, chain: known-chain }\n- { id: b, chain: known-chain, takes: 1 h }`,
    `2-4
     a 0-3 !
     b 3-4 !`,
  ],
  'behind what has no length nothing is known, and before it no slack': [
    `- ${step('a', '1 h')}\n- ${step('b')}\n- ${step('c', '1 h')}`,
    `?-?
     a 0-1 ?
     b 1-? ?
     c ?-? ?`,
  ],
  'an unknown step that may be left out costs only the longest run': [
    `- ${step('a', '1 h')}\n- ${step('b', undefined, 'when: it rains')}`,
    `1-?
     a 0-1 ?
     b 1-? ?`,
  ],
  'what stands beside an unknown lane has no slack either': [
    `- { parallel: [${step('a', '1 h')}, ${step('b')}] }`,
    `?-?
     a 0-1 ?
     b 0-? ?
     parallel 0-0 ?`,
  ],
};

describe('the schedule of a chain', () => {
  for (const [name, [body, expected]] of Object.entries(schedules)) {
    test(name, () => assert.deepEqual(shown(body), linesOf(expected)));
  }

  test('nothing is said where a jump is illegal', () => {
    assert.deepEqual(
      shown(
        `- ${step('a', '1 h')}\n- { checkpoint: Good?, if-refused: { back-to: b } }\n- ${step('b', '1 h')}`,
      ),
      ['?-?'],
    );
  });
});

const phase = (name: string, keys: string, ...steps: readonly string[]): string =>
  `- { phase: ${name}, ${keys}${keys === '' ? '' : ', '}steps: [${steps.join(', ')}] }`;

const phased: Readonly<Record<string, readonly [body: string, expected: string]>> = {
  'a window opens no earlier': [
    `phases:\n  ${phase('One', '', step('a', '1 h'))}\n  ${phase('Two', 'window: hours 4-8', step('b', '1 h'))}`,
    `5-5
     a 0-1 +3
     b 4-5 !`,
  ],
  'phases run in order, whatever their windows': [
    `phases:\n  ${phase('One', 'window: hours 0-4', step('a', '6 h'))}\n  ${phase('Two', 'window: hours 4-8', step('b', '1 h'))}`,
    `7-7
     a 0-6 !
     b 6-7 !`,
  ],
  'a phase lasts its takes': [
    `phases:\n  ${phase('One', 'takes: 3-5 h', step('a', '1 h'), step('u'))}\n  ${phase('Two', '', step('b', '1 h'))}`,
    `4-6
     a 0-1 ?
     b 5-6 !
     u 1-? ?`,
  ],
  'known steps extend it': [
    `phases:\n  ${phase('One', 'takes: 3 h', step('a', '4 h'))}\n  ${phase('Two', '', step('b', '1 h'))}`,
    `5-5
     a 0-4 !
     b 4-5 !`,
  ],
  'the shortest run extends it by no longer route than it takes': [
    `phases:\n  ${phase('One', 'takes: 2 h', `{ id: d, decision: Which?, routes: [{ when: one, steps: [${step('a', '5 h')}] }, { otherwise: next }] }`)}`,
    `2-5
     a 0-5 !
     d 0-0 !`,
  ],
  'a lane that ends after its join extends it by nothing': [
    `phases:\n  ${phase('One', 'takes: 2 h', `{ id: p, join: any, parallel: [${step('a', '1 h')}, ${step('b', '5 h')}] }`)}\n  ${phase('Two', '', step('c', '1 h'))}`,
    `3-3
     a 0-1 +1
     b 0-5 ?
     c 2-3 !
     p 0-0 +1`,
  ],
  'the slack of a phase is that of what stands before it': [
    `phases:\n  ${phase('Zero', '', step('z', '1 h'))}\n  ${phase('One', 'takes: 5 h', step('a', '1 h'))}\n  ${phase('Two', 'window: hours 8-9', step('b', '1 h'))}`,
    `9-9
     a 1-2 +6
     b 8-9 !
     z 0-1 +2`,
  ],
  'a phase of unknown length ends with its window': [
    `phases:\n  ${phase('One', 'window: hours 0-4', step('a', '1 h'), step('u'))}\n  ${phase('Two', '', step('b', '1 h'))}`,
    `5-5
     a 0-1 ?
     b 4-5 !
     u 1-? ?`,
  ],
  'or with the end of its known steps': [
    `phases:\n  ${phase('One', 'window: hours 0-4', step('a', '6 h'), step('u'))}\n  ${phase('Two', '', step('b', '1 h'))}`,
    `7-7
     a 0-6 ?
     b 6-7 !
     u 6-? ?`,
  ],
  'or where the next window opens': [
    `phases:\n  ${phase('One', 'window: hours 0-4', step('u'))}\n  ${phase('Two', 'window: hours 2-6', step('b', '1 h'))}`,
    `3-3
     b 2-3 !
     u 0-? ?`,
  ],
  'a window counts anew behind what is not known': [
    `phases:\n  ${phase('One', '', step('u'))}\n  ${phase('Two', 'window: hours 2-6', step('b', '1 h'))}`,
    `3-3
     b 2-3 !
     u 0-? ?`,
  ],
};

describe('the schedule of phases', () => {
  for (const [name, [body, expected]] of Object.entries(phased)) {
    test(name, () => assert.deepEqual(shown(body), linesOf(expected)));
  }

  test('says by how much known steps last longer than their phase', () => {
    const { phases } = chainSchedule(
      chainOf(`phases:\n  ${phase('One', 'takes: 3 h', step('a', '4 h'))}`),
      () => undefined,
    );
    assert.deepEqual([...phases.values()], [{ starts: 0, ends: 4 * hour, excess: hour, soonest: 4 * hour }]);
  });
});

/**
 * The project of the Reliable Construction Company in F. S. Hillier and G. J. Lieberman, "Introduction to Operations Research":
 * fourteen activities, 44 weeks, critical A B C E F J L N.
 */
test('a published project comes out as published', () => {
  const weeks = (id: string, takes: number, ...others: readonly string[]): string =>
    step(id, `${takes} w`, ...others);
  const { total, points } = chainSchedule(
    chainOf(`
      - ${weeks('a', 2)}
      - ${weeks('b', 4)}
      - ${weeks('c', 10)}
      - parallel:
          - lane: Outside
            steps: [${weeks('d', 6)}, ${weeks('g', 7)}, ${weeks('h', 9, 'after: [e]')}, ${weeks('m', 2)}]
          - lane: Inside
            steps: [${weeks('e', 4)}, ${weeks('f', 5)}, ${weeks('j', 8, 'after: [i]')}, ${weeks('l', 5)}, ${weeks('n', 6, 'after: [k]')}]
          - ${weeks('i', 7)}
          - ${weeks('k', 4, 'after: [j]')}
    `),
    () => undefined,
  );
  const week = 7 * 24 * hour;
  assert.deepEqual(total, { min: 44 * week, max: 44 * week });
  const slack = Object.fromEntries(
    [...'abcdefghijklmn'].map(id => [id, (points.get(id)?.slack ?? Number.NaN) / week]),
  );
  assert.deepEqual(slack, {
    ...{ a: 0, b: 0, c: 0, d: 4, e: 0, f: 0, g: 4, h: 4, i: 2, j: 0, k: 1, l: 0, m: 4, n: 0 },
  });
  assert.deepEqual(
    [...points]
      .filter(([id, { critical }]) => critical && id.length === 1)
      .map(([id]) => id)
      .sort(),
    [...'abcefjln'],
  );
});
