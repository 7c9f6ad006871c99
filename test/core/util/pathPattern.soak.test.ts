/** Patterns that are made to take long. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesPath } from '../../../server/src/core/util/pathPattern.ts';
import { costOf } from '../../support/processorTime.ts';

test('no pattern takes long', () => {
  const name = 'a'.repeat(2000);
  const deep = Array.from({ length: 300 }, () => 'a');
  const took = costOf(() => {
    assert.equal(matchesPath(['*a'.repeat(200).concat('b')], [name]), false);
    assert.equal(matchesPath([...Array.from({ length: 300 }, () => ['**', 'a']).flat(), 'b'], deep), false);
  });
  assert.ok(took < 500, `${Math.round(took)} ms`);
});
