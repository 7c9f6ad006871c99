import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { routeCoverage } from '../../../server/src/core/analysis/coverage.ts';
import { chainOf } from './chainText.ts';

/** Conditions of the routes in order: whether they cover every case, a gap, and which are never taken, as they are false in every case or not. */
const coverages: readonly (readonly [string, string])[] = [
  ['severity > 3; severity <= 3', 'yes'],
  ['severity > 3; severity < 3', 'no: severity = 3'],
  ['severity >= 4; severity <= 3', 'yes'],
  ['severity >= 3.5; severity <= 3', 'no: severity = 3.25'],
  ['severity >= 1', 'yes'],
  ['severity <= 4', 'no: severity = 5'],
  ['severity = 1; severity = 2; severity = 3; severity = 4; severity = 5', 'yes'],
  ['severity = 1; severity = 2; severity = 4; severity = 5', 'no: severity = 3'],
  ['records > 0; records = 0', 'yes'],
  ['records > 0', 'no: records = 0'],
  ['rate > 5 %; rate <= 5 %', 'yes'],
  ['rate > 5 %; rate < 5 %', 'no: rate = 5'],
  ['rate > 0; rate <= -1', 'no: rate = 0'],
  ['unbounded >= 0', 'no: unbounded = -1'],
  ['severity > 3 or records > 0; severity <= 3 and records = 0', 'yes'],
  ['severity > 3 and records > 0; severity <= 3', 'no: severity = 4 and records = 0'],
  ['breach; not breach', 'yes'],
  ['breach and late; not breach', 'no: breach and not late'],
  ['not (severity > 3); severity > 3', 'yes'],
  ['severity > 2; severity > 3; severity <= 2', 'yes never severity > 3'],
  ['severity > 3; severity <= 3; severity = 2', 'yes never severity = 2'],
  ['severity > 9; severity <= 9', 'yes never false severity > 9'],
  ['severity > 3 and severity < 3; severity > 0', 'yes never false severity > 3 and severity < 3'],
  ['it rains; it shines', 'unknown'],
  ['severity > 3; it rains', 'unknown'],
  ['it rains; severity > 3; severity > 4', 'unknown never severity > 4'],
  ['it rains; severity > 3; severity <= 3', 'yes'],
  ['rate > 5 %; rate <= 5', 'unknown'],
  ['breach; breach > 3', 'unknown'],
  ['downtime < 2 h; downtime >= 120 minutes', 'yes'],
  ['downtime < 2 h', 'no: downtime = 120 minutes'],
  ['delay < 1 day', 'no: delay = 24 hours'],
  ['delay > 2 days; delay <= 48 hours', 'yes'],
  ['delay < 24 hours; delay >= 24 hours', 'yes'],
  ['delay > 2 hours; delay <= 120 minutes', 'yes'],
  ['delay <= 3 days', 'yes'],
  ['delay <= 3 days; delay > 72 hours', 'yes never false delay > 72 hours'],
  ['delay < 24; delay >= 1 day', 'unknown'],
  ['age < 2 days', 'no: age = 2880 minutes'],
];

describe('thresholds of a decision', () => {
  for (const [conditions, expected] of coverages) {
    test(conditions, () => {
      const routes = conditions.split('; ').map(when => `{ when: "${when}", go: next }`);
      const model = chainOf(`
        measures: { severity: 1-5, records: { unit: count }, rate: { unit: "%" }, delay: { unit: hours, range: 0-72 }, age: 0-72 }
        steps: [{ decision: Which?, routes: [${routes.join(', ')}] }]
      `);
      const [decision] = model.nodes;
      assert.ok(decision?.kind === 'decision');
      const { covered, gap, neverTaken, neverHolding } = routeCoverage(model, decision);
      const said = neverTaken.map(
        route => `${neverHolding.includes(route) ? 'false ' : ''}${route.when?.text}`,
      );
      const never = said.length === 0 ? '' : ` never ${said.join('; ')}`;
      assert.ok(neverHolding.every(route => neverTaken.includes(route)));
      assert.equal(`${covered}${gap === undefined ? '' : `: ${gap}`}${never}`, expected);
    });
  }

  test('too many cases are not counted', () => {
    const names = Array.from({ length: 30 }, (_, at) => `m${at} > 1`);
    const model = chainOf(
      `- { decision: Which?, routes: [{ when: ${names.join(' and ')}, go: next }, { when: not (${names.join(' and ')}), go: stop }] }`,
    );
    const [decision] = model.nodes;
    assert.ok(decision?.kind === 'decision');
    assert.deepEqual(routeCoverage(model, decision), {
      covered: 'unknown',
      neverTaken: [],
      neverHolding: [],
    });
  });
});
