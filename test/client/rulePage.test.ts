import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { section } from '../../client/src/rulePage.ts';
import { rules } from '../../server/src/core/rules/index.ts';

const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');

test('every rule has a page, which ends before the next one begins', () => {
  for (const { code, summary } of rules) {
    const own = section(page, code) ?? '';
    assert.ok(own.startsWith(`# ${code}\n\n${summary}`), code);
    assert.doesNotMatch(own, /^## |<!--/m);
  }
});

test('what is no rule has none', () => {
  for (const code of ['', 'no-such-rule', '../rules', 'unknown', '.*'])
    assert.equal(section(page, code), undefined);
});
