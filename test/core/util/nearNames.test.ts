import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearNames } from '../../../server/src/core/util/nearNames.ts';

const keys = ['add', 'do', 'id', 'needs', 'produces', 'takes', 'done', 'owner', 'title', 'timeline'];

const cases: readonly (readonly [written: string, near: readonly string[]])[] = [
  ['prodces', ['produces']],
  ['need', ['needs']],
  ['Needs', ['needs']],
  ['titel', ['title']],
  ['tiem', []],
  ['prod', ['produces']],
  ['time_line', ['timeline']],
  ['od', ['do']],
  ['dp', []],
  ['ad', ['add']],
  ['colour', []],
  ['', []],
  ['x'.repeat(5000), []],
];

for (const [written, near] of cases) {
  test(`${written.slice(0, 20)} is near ${near.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(nearNames(written, keys), near);
  });
}

test('gives the nearest first, and no more than asked for', () => {
  assert.deepEqual(nearNames('stepp', ['stop', 'step', 'steps', 'stepper'], 2), ['step', 'steps']);
});
