import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Expression,
  readCondition,
  termsOf,
} from '../../../../server/src/core/model/values/condition.ts';

/** An expression with all its parentheses. */
function written(expression: Expression): string {
  if (expression.kind === 'flag') return expression.measure.name;
  if (expression.kind === 'not') return `!${written(expression.operand)}`;
  if ('operands' in expression) return `(${expression.operands.map(written).join(` ${expression.kind} `)})`;
  return `${expression.measure.name}${expression.comparator}${expression.value}${expression.unit}`;
}

const thresholds: Readonly<Record<string, string>> = {
  'severity > 3': 'severity>3',
  'severity>3': 'severity>3',
  'severity >= 3': 'severity>=3',
  'severity ≥ 3': 'severity>=3',
  'severity = 3': 'severity=3',
  'severity == 3': 'severity=3',
  'severity != 3': '!severity=3',
  'severity at least 3': 'severity>=3',
  'severity under 2': 'severity<2',
  '3 < severity': 'severity>3',
  'temperature > -5': 'temperature>-5',
  'rate <= 99.9 %': 'rate<=99.9%',
  'rate<=99.9%': 'rate<=99.9%',
  'cost > $10M': 'cost>10000000$',
  'records > 10K': 'records>10000',
  'downtime < 30 minutes': 'downtime<30minute',
  'downtime < 2 h': 'downtime<120minute',
  'delay > 5 working days': 'delay>10080minute',
  'severity > 3 or special-category-records > 0': '(severity>3 or special-category-records>0)',
  'a and b or c and d': '((a and b) or (c and d))',
  'a or b and c': '(a or (b and c))',
  '(a or b) and c': '((a or b) and c)',
  'not a and b': '(!a and b)',
  'not (a and b)': '!(a and b)',
  'not not a': '!!a',
  'a AND b Or NOT c': '((a and b) or !c)',
  'breach-confirmed': 'breach-confirmed',
  'over-budget and under-staffed': '(over-budget and under-staffed)',
  'größe > 3': 'größe>3',
  '((a))': 'a',
};

const prose = [
  'an audit is due anyway',
  'a mobile app is involved',
  'severity is over 3',
  'severity > high',
  'loss > €250.000',
  'severity > 3 and people are at risk',
  'severity > 3,',
  '1 < severity < 3',
  '3 > 2',
  'severity >',
  '(severity > 3',
  'severity > 3)',
  'and',
  'a and',
  'a b',
  'not',
  'severity > 3 bananas',
  'severity > 5m',
  'a && b',
  'rate > 5 % of users',
  `${'('.repeat(60)}a${')'.repeat(60)}`,
  `${'not '.repeat(60)}a`,
  `a ${'and a '.repeat(400)}`,
];

describe('conditions', () => {
  for (const [text, expected] of Object.entries(thresholds)) {
    test(text, () => {
      const parsed = readCondition(text);
      assert.ok(parsed.ok && parsed.value.kind === 'threshold', 'prose');
      assert.equal(written(parsed.value.expression), expected);
      for (const { measure } of termsOf(parsed.value.expression)) {
        assert.equal(text.slice(measure.span.start, measure.span.end), measure.name);
      }
    });
  }
  for (const text of prose) {
    test(`${text.slice(0, 40)} is prose`, () => {
      assert.deepEqual(readCondition(text), { ok: true, value: { kind: 'prose', text: text.trim() } });
    });
  }
  test('an empty text is none', () => assert.ok(!readCondition('  ').ok));
});
