import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameFit, nameQuery, soughtName } from '../../../server/src/core/util/nameFit.ts';
import { costOf } from '../../support/processorTime.ts';

const cases: readonly (readonly [query: string, name: string, fit: number])[] = [
  ['Incident Commander', 'incident-commander', 4],
  ['incident_commander', 'Incident  Commander', 4],
  ['inci', 'Incident Commander', 3],
  ['incident c', 'incident-commander', 3],
  ['ic', 'Incident Commander', 2],
  ['inc com', 'Incident Commander', 2],
  ['inccom', 'incident-commander', 2],
  ['commander', 'Incident Commander', 2],
  ['cident', 'Incident Commander', 1],
  ['commander incident', 'Incident Commander', 0],
  ['icx', 'Incident Commander', 0],
  ['', 'anything', 1],
  ['   ', 'anything', 1],
  ['-', 'a-b', 1],
  ['überw', 'Lage überwachen', 2],
  ['@1', 'report@1', 2],
  ['😀', 'smile 😀', 1],
  ['a', '', 0],
];

for (const [query, name, fit] of cases) {
  test(`"${query}" is answered by "${name}" with ${fit}`, () =>
    assert.equal(nameFit(nameQuery(query), soughtName(name)), fit));
}

test('a hostile query costs no more than a harmless one', () => {
  const name = soughtName(Array.from({ length: 2000 }, () => 'a'.repeat(50)).join(' '));
  const cost = costOf(() => nameFit(nameQuery(`${'a'.repeat(100_000)}b`), name));
  assert.ok(cost < 1000, `${cost} ms`);
});
