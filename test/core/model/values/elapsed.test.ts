import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeElapsed } from '../../../../server/src/core/model/values/elapsed.ts';

const words: readonly (readonly [minutes: number, words: string])[] = [
  [0, '0 minutes'],
  [0.2, '0 minutes'],
  [1, '1 minute'],
  [59.6, '1 hour'],
  [90, '1 hour 30 minutes'],
  [120, '2 hours'],
  [24 * 60, '1 day'],
  [98 * 60, '4 days 2 hours'],
  [98 * 60 + 10, '4 days 2 hours'],
  [7 * 24 * 60 - 1, '7 days'],
  [16 * 24 * 60, '2 weeks 2 days'],
  [300 * 24 * 60, '42 weeks 6 days'],
];

describe('elapsed time in words', () => {
  for (const [minutes, expected] of words)
    test(expected, () => assert.equal(describeElapsed(minutes), expected));
});
