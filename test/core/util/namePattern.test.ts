import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesName } from '../../../server/src/core/util/namePattern.ts';

const cases: readonly (readonly [pattern: string, name: string, matches: boolean])[] = [
  ['*.chain.yaml', 'a.chain.yaml', true],
  ['*.chain.yaml', '.chain.yaml', true],
  ['*.chain.yaml', 'a.chain.yml', false],
  ['plan.*@v*.yaml', 'plan.threat-model@v1.yaml', true],
  ['plan.*@v*.yaml', 'plan.a@v@v2.yaml', true],
  ['plan.*@v*.yaml', 'plan.a.yaml', false],
  ['plan.*@v*.yaml', 'plan.@v.yaml', true],
  ['plan.*@v*.yaml', 'plans.a@v1.yaml', false],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['a', 'a', true],
  ['a', 'ab', false],
];

for (const [pattern, name, matches] of cases) {
  test(`${pattern} and ${name}`, () => assert.equal(matchesName(pattern, name), matches));
}
