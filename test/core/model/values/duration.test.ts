import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  describeDuration,
  describeTimeline,
  readDuration,
  readTimeline,
} from '../../../../server/src/core/model/values/duration.ts';
import { minutesPerUnit, unitSpellings } from '../../../../server/src/core/model/values/timeUnit.ts';
import { checkReadings, checkRefusals } from './readings.ts';

const minutes: Readonly<Record<string, readonly [number, number]>> = {
  '30 min': [30, 30],
  '30min': [30, 30],
  '90 mins': [90, 90],
  '1 minute': [1, 1],
  '5 minutes - 4 hours': [5, 240],
  '2..4h': [120, 240],
  '2...4 h': [120, 240],
  '1-2 hrs': [60, 120],
  '1 hour': [60, 60],
  '36 h': [2160, 2160],
  '1 d': [1440, 1440],
  '3-5 days': [4320, 7200],
  '1–3 days': [1440, 4320],
  '2-4 weeks': [20160, 40320],
  '2 - 4weeks': [20160, 40320],
  '2w-4w': [20160, 40320],
  '3 to 6 months': [129600, 259200],
  '1 mo': [43200, 43200],
  '2 q': [259200, 259200],
  '1 quarter': [129600, 129600],
  '1 y': [518400, 518400],
  '2 years': [1036800, 1036800],
  '5 working days': [10080, 10080],
  '10-15 working days': [20160, 30240],
  '1 working day': [2016, 2016],
  '1.5 hours': [90, 90],
  '0.5-1 d': [720, 1440],
  '1,000 hours': [60000, 60000],
  '4-4 h': [240, 240],
  '0 min': [0, 0],
  '2 Weeks': [20160, 20160],
  ' 2  h ': [120, 120],
  '60 minutes - 1 hour': [60, 60],
};

describe('durations in minutes', () => {
  for (const [text, [min, max]] of Object.entries(minutes)) {
    test(text, () => {
      const parsed = readDuration(text);
      assert.ok(parsed.ok, parsed.ok ? '' : parsed.message);
      assert.deepEqual([parsed.value.min, parsed.value.max], [min, max]);
    });
  }
  test('every unit by each of its spellings', () => {
    for (const [unit, spellings] of Object.entries(unitSpellings)) {
      for (const spelling of spellings) {
        for (const text of [`3 ${spelling}`, `3${spelling}`, `3 ${spelling.toUpperCase()}`]) {
          const parsed = readDuration(text);
          assert.ok(parsed.ok, text);
          assert.equal(parsed.value.to.unit, unit);
          assert.equal(parsed.value.max, 3 * minutesPerUnit[parsed.value.to.unit]);
        }
      }
    }
  });
});

describe('durations in words', () => {
  checkReadings(readDuration, describeDuration, {
    '2-4 weeks': '2 to 4 weeks (14 to 28 days)',
    '5 minutes - 4 hours': '5 minutes to 4 hours',
    '1 h': '1 hour',
    '1 mo': '1 month (30 days)',
    '5 working days': '5 working days (7 days)',
    '1-3d': '1 to 3 days',
    '1 year': '1 year (360 days)',
    '3 days - 2 weeks': '3 days to 2 weeks (3 to 14 days)',
    '1.5 q': '1.5 quarters (135 days)',
    '2-2 weeks': '2 weeks (14 days)',
  });
  checkReadings(readTimeline, describeTimeline, {
    ongoing: 'ongoing, without an end',
    Ongoing: 'ongoing, without an end',
    '6-8 weeks': '6 to 8 weeks (42 to 56 days)',
  });
});

describe('texts that are no duration', () => {
  checkRefusals(readDuration, {
    '': { says: 'missing' },
    ongoing: {},
    'a while': {},
    soon: {},
    '5': { says: 'no unit' },
    '2-4': { says: 'no unit' },
    '5m': { code: 'ambiguous-unit', alternatives: ['5 minutes', '5 months'], says: 'minutes or months' },
    '5 m': { code: 'ambiguous-unit', alternatives: ['5 minutes', '5 months'] },
    '2-4m': { code: 'ambiguous-unit', alternatives: ['2-4 minutes', '2-4 months'] },
    '5m - 4h': { code: 'ambiguous-unit', alternatives: ['5 minutes - 4h'] },
    '4-2 weeks': { code: 'reversed-range', suggestion: '2-4 weeks', says: '4 weeks is longer than 2 weeks' },
    '4 hours - 5 minutes': { code: 'reversed-range', suggestion: '5 minutes - 4 hours' },
    '2 weeks - 3 days': { code: 'reversed-range', suggestion: '3 days - 2 weeks' },
    '5 minutes - 10': { suggestion: '5-10 minutes' },
    '< 30 minutes': { suggestion: '0-30 minutes' },
    'up to 3 days': { suggestion: '0-3 days' },
    'about 2 weeks': { suggestion: '2 weeks' },
    '~2-3 weeks': { suggestion: '2-3 weeks' },
    'two weeks': { suggestion: '2 weeks' },
    'an hour': { suggestion: '1 hour' },
    'half a day': { suggestion: '0.5 day' },
    '30-day': { suggestion: '30 day' },
    '1,5 hours': { suggestion: '1.5 hours' },
    '2 hr': { suggestion: '2 h' },
    '3 yrs': { suggestion: '3 years' },
    '5 business days': { suggestion: '5 working days' },
    '30 s': { says: 'seconds' },
    '10 fortnights': { says: 'not a unit' },
    '-2 weeks': {},
    '2-3 Wochen': { suggestion: '2-3 weeks' },
    '1 jour': { suggestion: '1 d' },
    '1h 30min': { suggestion: '90 minutes', says: 'Write 90 minutes.' },
    '1h30': { suggestion: '90 minutes' },
    '1h 30m': { suggestion: '90 minutes' },
    '1 hour and 30 minutes': { suggestion: '90 minutes' },
    '2 days, 4 hours': { suggestion: '52 hours' },
    '1 week 1 day': { suggestion: '8 days' },
    'max 1h 30': { suggestion: '0-90 minutes' },
    'about one hour and 15 min': { suggestion: '75 minutes' },
    '1.5h 20min': { suggestion: '110 minutes' },
    '30 min 1 h': {},
    '1 h 1 h': {},
    '2 days 4': {},
    P2D: { suggestion: '2 days' },
    PT1H30M: { suggestion: '90 minutes' },
    p1w: { suggestion: '1 week' },
    P1M: { suggestion: '1 month' },
    PT90M: { suggestion: '90 minutes' },
    P: {},
    PT: {},
    P2DT: {},
    PT30S: {},
    'between 2 and 4 weeks': { suggestion: '2 - 4 weeks' },
    'from 5 minutes to 4 hours': { suggestion: '5 minutes - 4 hours' },
    '99999999999999999999 h': { says: 'too large' },
    '1e3 h': {},
    '0x10 h': {},
  });
  test('a long text is refused at once', () => assert.ok(!readDuration('9'.repeat(5_000_000)).ok));
});
