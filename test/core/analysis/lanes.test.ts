import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { skippableLanes } from '../../../server/src/core/analysis/lanes.ts';
import { chainOf } from './chainText.ts';

const plain = '{ skill: s, do: It }';
const optional = '{ skill: s, do: It, when: sunny }';

/** Parallels with the numbers of their lanes that may end without having done anything. */
const lanes: Readonly<Record<string, readonly [string, readonly number[]]>> = {
  'an optional step': [`- { join: any, parallel: [${optional}, ${plain}] }`, [0]],
  'all lanes are waited for': [`- { join: all, parallel: [${optional}, ${plain}] }`, []],
  'at least': [`- { join: { at-least: 1 }, parallel: [${plain}, ${optional}] }`, [1]],
  'only a part of the lane': [`- { join: any, parallel: [{ lane: L, steps: [${optional}, ${plain}] }] }`, []],
  'the whole of a longer lane': [
    `- { join: any, parallel: [{ lane: L, steps: [${optional}, ${optional}] }] }`,
    [0],
  ],
  'a lane without nodes': ['- { join: any, parallel: [{ lane: L, steps: [] }] }', []],
  'a parallel of optional steps': [
    `- { join: any, parallel: [{ parallel: [${optional}, ${optional}] }, ${plain}] }`,
    [0],
  ],
  'a parallel that waits for a step': [
    `- { join: any, parallel: [{ parallel: [${optional}, ${plain}] }] }`,
    [],
  ],
  'a parallel with a synthesis': [
    `- { join: any, parallel: [{ parallel: [${optional}], synthesize: ${plain} }] }`,
    [],
  ],
};

describe('lanes that may do nothing', () => {
  for (const [name, [body, expected]] of Object.entries(lanes)) {
    test(name, () => {
      const found = skippableLanes(chainOf(body));
      assert.deepEqual(
        found.map(({ parallel, lane }) => parallel.lanes.indexOf(lane)),
        expected,
      );
    });
  }
});
