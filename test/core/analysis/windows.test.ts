import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { windowOverlaps } from '../../../server/src/core/analysis/windows.ts';
import { chainOf } from './chainText.ts';

/** The windows of three phases, with the overlaps that are found: the number of the later one, and of the earlier one, and hours. */
const plans: readonly (readonly [windows: readonly string[], expected: string])[] = [
  [['weeks 1-4', 'weeks 5-8'], ''],
  [['weeks 1-4', 'weeks 4-8'], ''],
  [['weeks 1-4', 'weeks 3-8'], '1 with 0 by 336'],
  [['days 1-5', 'days 5-9'], ''],
  [['days 1-5', 'week 1'], ''],
  [['weeks 3-4', 'week 4'], '1 within 0 by 168'],
  [['weeks 1-4', 'week 2', 'week 5'], '1 within 0 by 168'],
  [['week 1', 'weeks 1-4'], ''],
  [['week 4', 'week 4'], ''],
  [['hours 0-4', 'hours 3-4'], '1 with 0 by 1'],
  [['hours 0-4', 'hours 4-8'], ''],
  [['hours 0-4', 'hours 3-8'], '1 with 0 by 1'],
  [['hours 0-4', 'day 1'], ''],
  [['weeks 1-6', 'month 2'], ''],
  [['weeks 1-13', 'months 3-4'], ''],
  [['weeks 1-14', 'months 3-4'], '1 with 0 by 912'],
  [['weeks 1-12', 'months 1-2'], '1 with 0 by 1440'],
  [['weeks 1-8', 'weeks 2-3', 'weeks 5-6'], '1 with 0 by 336, 2 with 0 by 336'],
  [['weeks 5-8', 'weeks 1-4'], ''],
  [['weeks 1-8', 'soon', 'weeks 9-10'], ''],
];

describe('windows that overlap', () => {
  for (const [windows, expected] of plans) {
    test(windows.join(', '), () => {
      const list = windows.map(
        (window, at) => `  - { phase: P${at}, window: ${window}, steps: [{ skill: a, do: It }] }`,
      );
      const found = windowOverlaps(chainOf(`phases:\n${list.join('\n')}`).phases);
      const said = found.map(
        ({ earlier, later, minutes, isWithin }) =>
          `${later.name.text.slice(1)} ${isWithin ? 'within' : 'with'} ${earlier.name.text.slice(1)} by ${minutes / 60}`,
      );
      assert.equal(said.join(', '), expected);
    });
  }
});
