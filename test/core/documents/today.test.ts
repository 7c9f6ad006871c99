import assert from 'node:assert/strict';
import { test } from 'node:test';
import { today } from '../../../server/src/core/documents/today.ts';

test('a post-mortem has the date and time of UTC', () => {
  const now = new Date('2024-01-31T23:05:59.999Z');
  assert.deepEqual(today('post-mortem', now), { date: '2024-01-31', time: '23:05' });
});

test('a decision has the date where the person is', () => {
  assert.deepEqual(today('adr', new Date(2024, 0, 31, 0, 30)), { date: '2024-01-31' });
  assert.deepEqual(today('adr', new Date(2024, 11, 1, 23, 30)), { date: '2024-12-01' });
});
