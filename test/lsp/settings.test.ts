import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../server/src/lsp/settings.ts';

const cases: readonly (readonly [given: unknown, run: string])[] = [
  [{ lint: { run: 'onSave' } }, 'onSave'],
  [{ lint: { run: 'onType' } }, 'onType'],
  [{ 'lint.run': 'onSave' }, 'onSave'],
  [{ lint: { run: 'sometimes' } }, 'onType'],
  [{ lint: null }, 'onType'],
  [{ lint: { run: ['onSave'] } }, 'onType'],
  [undefined, 'onType'],
  [null, 'onType'],
  ['onSave', 'onType'],
  [[{ lint: { run: 'onSave' } }], 'onType'],
];

for (const [given, run] of cases) {
  test(`${JSON.stringify(given)} lints ${run}`, () => assert.equal(readSettings(given).lint.run, run));
}
