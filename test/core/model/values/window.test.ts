import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeWindow, readWindow } from '../../../../server/src/core/model/values/window.ts';
import { checkReadings, checkRefusals } from './readings.ts';

const day = 1440;
const fromTo: Readonly<Record<string, readonly [number, number]>> = {
  'hours 0-2': [0, 120],
  'hours 1-4': [60, 240],
  'hours 24-72': [1440, 4320],
  'hour 4': [0, 240],
  'minute 15': [0, 15],
  'minutes 5-15': [5, 15],
  'day 0': [0, 0],
  'day 1': [0, day],
  'day 3': [2 * day, 3 * day],
  'days 0-3': [0, 3 * day],
  'days 1-30': [0, 30 * day],
  'weeks 1-4': [0, 28 * day],
  'weeks 5-8': [28 * day, 56 * day],
  'week 2': [7 * day, 14 * day],
  'months 3-4': [60 * day, 120 * day],
  'quarter 1': [0, 90 * day],
  'quarters 2..3': [90 * day, 270 * day],
  'Weeks 1–4': [0, 28 * day],
  'w 1-4': [0, 28 * day],
  'year 1': [0, 360 * day],
};

describe('windows', () => {
  for (const [text, expected] of Object.entries(fromTo)) {
    test(text, () => {
      const parsed = readWindow(text);
      assert.ok(parsed.ok, parsed.ok ? '' : parsed.message);
      assert.deepEqual([parsed.value.from, parsed.value.to], expected);
    });
  }
  checkReadings(readWindow, describeWindow, {
    'hours 1-4': 'hours 1 to 4: from 1 hour to 4 hours after the start',
    'hour 4': 'hour 4: from the start to 4 hours after it',
    'weeks 1-4': 'weeks 1 to 4: from the start to 28 days after it',
    'week 2': 'week 2: from 7 days to 14 days after the start',
    'day 0': 'day 0, the start',
  });
});

describe('texts that are no window', () => {
  checkRefusals(readWindow, {
    '': { says: 'missing' },
    soon: {},
    'Week 3 to week 4': { suggestion: 'weeks 3-4', says: 'Write weeks 3-4.' },
    'day 1 - day 30': { suggestion: 'days 1-30' },
    'hour 0 to hour 2': { suggestion: 'hours 0-2' },
    'week 3 to day 4': {},
    'week 4 to week 3': {},
    'first week': { suggestion: 'week 1' },
    'the third month': { suggestion: 'month 3' },
    '2nd day': { suggestion: 'day 2' },
    'second hour': { suggestion: 'hours 1-2' },
    'first two weeks': { suggestion: 'weeks 1-2' },
    'first 2 hours': { suggestion: 'hours 0-2' },
    'second two weeks': {},
    'last week': {},
    '4 weeks': { suggestion: 'weeks 1-4' },
    '1-4 weeks': { suggestion: 'weeks 1-4' },
    '2 hours': { suggestion: 'hours 0-2' },
    '1 day': { suggestion: 'day 1' },
    'weeks 4-1': { code: 'reversed-range', suggestion: 'weeks 1-4' },
    'week 0': { suggestion: 'week 1', says: 'from 1' },
    'weeks 0-4': { suggestion: 'weeks 1-4' },
    'days 1.5-2': { says: 'whole numbers' },
    '2026-03-01': { says: 'windows count from the start' },
    '31.03.26': { says: 'windows count from the start' },
    'Jan - March': { says: 'windows count from the start' },
    'market week': { says: 'is not a window' },
    'm 1-3': { code: 'ambiguous-unit', alternatives: ['minutes 1-3', 'months 1-3'] },
    'sprints 1-2': { says: 'not a unit' },
    weeks: {},
    'weeks 1-4 and 6': {},
  });
});
