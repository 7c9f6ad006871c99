import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRestartPolicy } from '../../client/src/restartPolicy.ts';

const second = 1000;

test('four ends in a short time are followed by a restart, the fifth is not', () => {
  const policy = createRestartPolicy();
  const decisions = [1, 2, 3, 4, 5].map(end => policy.ended(end * second));
  assert.deepEqual(decisions, ['restart', 'restart', 'restart', 'restart', 'give up']);
});

test('ends that lie minutes apart never add up', () => {
  const policy = createRestartPolicy();
  for (let end = 0; end < 50; end++) assert.equal(policy.ended(end * 60 * second), 'restart');
});

test('a restart by hand begins anew', () => {
  const policy = createRestartPolicy();
  for (let end = 0; end < 5; end++) policy.ended(end);
  policy.forget();
  assert.equal(policy.ended(6), 'restart');
});
