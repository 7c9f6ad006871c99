import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeTarget, readTarget } from '../../../../server/src/core/model/values/target.ts';
import { checkReadings, checkRefusals } from './readings.ts';

describe('targets', () => {
  checkReadings(readTarget, describeTarget, {
    '< 30 minutes': 'less than 30 minutes',
    '<30 min': 'less than 30 min',
    '<= 5 days': 'at most 5 days',
    '= 0': 'exactly 0',
    '>= 90 %': 'at least 90 %',
    '>90%': 'more than 90 %',
    '≥ 99.9 %': 'at least 99.9 %',
    '≤ 5 %': 'at most 5 %',
    'at least 90 %': 'at least 90 %',
    'At most 3 retries': 'at most 3 retries',
    'at least 3 or more': 'at least 3 or more',
    '5 min': 'exactly 5 min',
    'under 500 ms': 'less than 500 ms',
    '< 500ms': 'less than 500 ms',
    'over 10K MAU': 'more than 10,000 MAU',
    '100 % of P0': 'exactly 100 % of P0',
    '95 %': 'exactly 95 %',
    '4.5+': 'at least 4.5',
    '4.5+ stars': 'at least 4.5 stars',
    '90+ days': 'at least 90 days',
    '20-30 %': 'from 20 to 30 %',
    '20%-30%': 'from 20 to 30 %',
    '20 – 30 %': 'from 20 to 30 %',
    '2..4 reviewers': 'from 2 to 4 reviewers',
    '10 to 15 %': 'from 10 to 15 %',
    '$10M-$100M': 'from $10,000,000 to $100,000,000',
    '$10-100M': 'from $10,000,000 to $100,000,000',
    '> $500K': 'more than $500,000',
    '< €2.5M': 'less than €2,500,000',
    '-40 %': 'a fall by 40 %',
    '−40 %': 'a fall by 40 %',
    '- 40 %': 'a fall by 40 %',
    '+25%': 'a rise by 25 %',
    '> 4/5': 'more than 4 of 5',
    '10,000 users': 'exactly 10,000 users',
    '$1.250M': 'exactly $1,250,000',
    '$250.00': 'exactly $250',
    '1.125 s': 'exactly 1.125 s',
    '< 1 % error rate': 'less than 1 % error rate',
  });
  test('keep their numbers and unit apart', () => {
    assert.deepEqual(readTarget('$10M-$100M'), {
      ok: true,
      value: { kind: 'range', min: 10e6, max: 100e6, unit: { currency: '$', words: '' } },
    });
    assert.deepEqual(readTarget('under 30 min'), {
      ok: true,
      value: { kind: 'bound', comparator: '<', value: 30, unit: { currency: undefined, words: 'min' } },
    });
    assert.deepEqual(readTarget('-40 %'), {
      ok: true,
      value: { kind: 'change', by: -40, unit: { currency: undefined, words: '%' } },
    });
  });
});

describe('texts that are no target', () => {
  checkRefusals(readTarget, {
    '': { says: 'missing' },
    'most of them': {},
    'as fast as possible': {},
    '30-20 %': { code: 'reversed-range', suggestion: '20-30 %', says: 'backwards' },
    '$100M-$10M': { code: 'reversed-range', suggestion: '$10M-$100M' },
    '<30m': { code: 'ambiguous-unit', alternatives: ['<30 min', '<30 mo'] },
    'At most 15m': { code: 'ambiguous-unit', alternatives: ['At most 15 min', 'At most 15 mo'] },
    '30m': { code: 'ambiguous-unit', alternatives: ['30 min', '30 mo'] },
    '< 5 m': { code: 'ambiguous-unit', alternatives: ['< 5 min', '< 5 mo'] },
    '€250.000': { alternatives: ['€250,000', '€250'], says: 'Write €250,000 for thousands, or €250.' },
    '< 1.250 EUR': { alternatives: ['< 1,250 EUR', '< 1.25 EUR'] },
    '$2.500-$5.000': { alternatives: ['$2,500-$5,000', '$2.5-$5'] },
    '1.250.000 EUR': { suggestion: '1,250,000 EUR' },
    '€1.5m': { suggestion: '€1.5M', says: 'millions are M' },
    '$5-10 m': { suggestion: '$5-10M' },
    '=> 90 %': { suggestion: '>= 90 %' },
    '> = 90 %': { suggestion: '>= 90 %' },
    '== 3': { suggestion: '= 3' },
    'more than 90 %': { suggestion: '> 90 %' },
    'less than 5 minutes': { suggestion: '< 5 minutes' },
    'greater than or equal to 3': { suggestion: '>= 3' },
    'less than or equal to 5 minutes': { suggestion: '<= 5 minutes' },
    'up to 3 retries': { suggestion: '<= 3 retries' },
    'at least two reviewers': { suggestion: 'at least 2 reviewers' },
    '99,9 %': { suggestion: '99.9 %', says: 'Write 99.9 %.' },
    'between 20 and 30 %': { suggestion: '20-30 %' },
    'from 2 to 4 reviewers': { suggestion: '2-4 reviewers' },
    '3 or more': { suggestion: 'at least 3' },
    '90 % or higher': { suggestion: 'at least 90 %' },
    '5 minutes or less': { suggestion: 'at most 5 minutes' },
    '2 days max.': { suggestion: 'at most 2 days' },
    'two reviewers at least': { suggestion: 'at least 2 reviewers' },
    '$1M or more of savings': { suggestion: 'at least $1M of savings' },
    '2 or fewer incidents': { suggestion: 'at most 2 incidents' },
    zero: { suggestion: '0' },
    'no incidents': { suggestion: '0 incidents' },
    'no more than 3': { suggestion: '<= 3' },
    'no later than Friday': {},
    'none of them': { suggestion: '0 of them' },
    '> 90 %, < 5 min': {},
    '>= 4.5+': {},
  });
});
