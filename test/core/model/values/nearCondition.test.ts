import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenThreshold, nearThresholds } from '../../../../server/src/core/model/values/nearCondition.ts';

const measures = ['severity', 'loss', 'error-rate'];

/** What each text was meant as; `undefined`: it is a comparison already, or a sentence. */
const cases: Readonly<Record<string, string | readonly string[] | undefined>> = {
  'severity < 3 && loss == 1': 'severity < 3 and loss == 1',
  'severity > 3 || loss > 2': 'severity > 3 or loss > 2',
  'severity > 3 & !(loss > 2)': 'severity > 3 and not (loss > 2)',
  'severity => 3': 'severity >= 3',
  'severity =< 3': 'severity <= 3',
  'severity === 3': 'severity == 3',
  'severity !== 3': 'severity != 3',
  'if severity > 3': 'severity > 3',
  'Only when severity > 3.': 'severity > 3',
  'severity is more than 3': 'severity > 3',
  'severity is not more than 3': 'severity <= 3',
  'severity is no less than 3': 'severity >= 3',
  'severity is greater than or equal to 3': 'severity >= 3',
  'severity less than or equal to 3': 'severity <= 3',
  'loss exceeds $10K': 'loss > $10K',
  'loss is below 2 or severity is above 4': 'loss < 2 or severity > 4',
  'severity is at least 3': 'severity at least 3',
  'severity equals 3': 'severity = 3',
  'severity is 3': 'severity = 3',
  'severity is not 3': 'severity != 3',
  'severity between 2 and 4': 'severity >= 2 and severity <= 4',
  'severity 2-4': 'severity >= 2 and severity <= 4',
  'severity in 2..4 and loss > 1': '(severity >= 2 and severity <= 4) and loss > 1',
  'error-rate > 5 percent': 'error-rate > 5 %',
  'error-rate is between 5 % and 10 %': 'error-rate >= 5 % and error-rate <= 10 %',
  '2 < severity <= 4': 'severity > 2 and severity <= 4',
  '4 >= severity > 2 or loss > 1': '(severity <= 4 and severity > 2) or loss > 1',
  '${{ severity > 3 }}': 'severity > 3',
  "severity == '3'": 'severity == 3',
  '“severity > 3”': 'severity > 3',
  '„severity is above 3“': 'severity > 3',
  '“it is late”': undefined,
  'severity > 3 und loss > 2 oder loss = 0': 'severity > 3 and loss > 2 or loss = 0',
  'severity > 3 et loss > 2': 'severity > 3 and loss > 2',
  'loss > €250.000': ['loss > €250,000', 'loss > €250'],
  'loss => $1.250 && severity > 3': ['loss >= $1,250 and severity > 3', 'loss >= $1.25 and severity > 3'],
  'loss > €1.250.000': 'loss > €1,250,000',
  'severity > 2 and < 4': 'severity > 2 and severity < 4',
  'severity in (2, 4)': 'severity = 2 or severity = 4',
  'severity > 2,5': 'severity > 2.5',
  '${severity} > 3': 'severity > 3',
  'harm > €250.000': undefined,
  '2 < harm < 4': undefined,
  "severity == 'high'": undefined,
  'severity > 3': undefined,
  'severity is high': undefined,
  'severity > 3 or it is late': undefined,
  'more than 3 people are hurt': undefined,
  'weeks 2-4': undefined,
  'harm => 3': undefined,
  'if approved': undefined,
  'Q&A is over': undefined,
  '': undefined,
};

for (const [text, meant] of Object.entries(cases))
  test(`${text} is ${meant ?? 'left as it is'}`, () =>
    assert.deepEqual(nearThresholds(text, measures), meant === undefined ? [] : [meant].flat()));

const broken: Readonly<Record<string, string | undefined>> = {
  '(severity > 3': 'a parenthesis is not closed',
  'severity > 3) or loss > 2': 'a parenthesis closes that nobody opened',
  'severity > 3 or': 'nothing stands behind "or"',
  'severity >': 'nothing stands behind ">"',
  'and severity > 3': 'nothing stands before "and"',
  'severity > 3': undefined,
  'severity > 3 or it is late': undefined,
  '(harm > 3': undefined,
  'the severity is what we fear (or': undefined,
};

for (const [text, reason] of Object.entries(broken))
  test(`${text} ${reason === undefined ? 'is left as it is' : 'is broken'}`, () =>
    assert.equal(brokenThreshold(text, measures), reason));

test('a long text is left as it is at once', () =>
  assert.deepEqual(nearThresholds(`${'severity between 2 and '.repeat(50_000)}3`, measures), []));
