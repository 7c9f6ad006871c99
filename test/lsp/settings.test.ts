import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../server/src/lsp/settings.ts';

const runs: readonly (readonly [given: unknown, run: string])[] = [
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

for (const [given, run] of runs) {
  test(`${JSON.stringify(given)} lints ${run}`, () => assert.equal(readSettings(given).lint.run, run));
}

const scopes: readonly (readonly [given: unknown, scope: string])[] = [
  [{ lint: { scope: 'openFiles' } }, 'openFiles'],
  [{ 'lint.scope': 'openFiles' }, 'openFiles'],
  [{ lint: { scope: 'everything' } }, 'workspace'],
  [{ lint: { run: 'onSave' } }, 'workspace'],
  [null, 'workspace'],
];

for (const [given, scope] of scopes) {
  test(`${JSON.stringify(given)} lints ${scope}`, () => assert.equal(readSettings(given).lint.scope, scope));
}

const hints: readonly (readonly [given: unknown, shown: string])[] = [
  [{}, 'schedule skills producers'],
  [{ inlayHints: { skills: false } }, 'schedule producers'],
  [{ 'inlayHints.schedule': false, inlayHints: { producers: false } }, 'skills'],
  [{ inlayHints: { skills: 'no' } }, 'schedule skills producers'],
];

for (const [given, shown] of hints) {
  test(`${JSON.stringify(given)} shows ${shown}`, () => {
    const { inlayHints } = readSettings(given);
    const wanted = Object.entries(inlayHints).flatMap(([name, isShown]) => (isShown ? [name] : []));
    assert.equal(wanted.join(' '), shown);
  });
}
