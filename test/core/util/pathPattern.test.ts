import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesPath, readPathPattern } from '../../../server/src/core/util/pathPattern.ts';

const cases: readonly (readonly [pattern: string, path: string, matches: boolean])[] = [
  ['drafts/**', 'drafts/a.chain.yaml', true],
  ['drafts/**', 'drafts/2026/a.chain.yaml', true],
  ['drafts/**', 'more/drafts/a.chain.yaml', false],
  ['drafts', 'drafts/2026/a.chain.yaml', true],
  ['drafts/', 'drafts/a.chain.yaml', true],
  ['./drafts', 'drafts/a.chain.yaml', true],
  ['/drafts', 'drafts/a.chain.yaml', true],
  ['drafts', 'drafts2/a.chain.yaml', false],
  ['*.chain.yaml', 'a.chain.yaml', true],
  ['*.chain.yaml', 'drafts/a.chain.yaml', false],
  ['**/*.chain.yaml', 'a.chain.yaml', true],
  ['**/*.chain.yaml', 'x/y/a.chain.yaml', true],
  ['**/*.chain.yaml', 'x/y/a.suite.yaml', false],
  ['**/drafts/**/a*', 'x/drafts/y/z/ab', true],
  ['**/drafts/**/a*', 'x/drafts/ab', true],
  ['**/drafts/**/a*', 'x/y/ab', false],
  ['a?c/*', 'abc/x', true],
  ['a?c/*', 'ac/x', false],
  ['a*b*c', 'axxbyyc', true],
  ['a*b*c', 'axxbyyd', false],
  ['*', 'a', true],
  ['**', 'a/b', true],
  ['a/**/b', 'a/b', true],
  // What is no sign of a pattern is meant as it stands.
  ['[ab].(c)+', '[ab].(c)+', true],
  ['[ab]', 'a', false],
  ['{a,b}', 'a', false],
  ['übung?', 'übung😀', true],
];

for (const [pattern, path, matches] of cases) {
  test(`${pattern} ${matches ? 'means' : 'does not mean'} ${path}`, () => {
    const parts = readPathPattern(pattern);
    assert.ok(parts);
    assert.equal(matchesPath(parts, path.split('/')), matches);
  });
}

for (const pattern of ['', '/', '.', '..', '../other/**', 'a/../../b', 'drafts\\a']) {
  test(`${JSON.stringify(pattern)} leads nowhere`, () => assert.equal(readPathPattern(pattern), undefined));
}
