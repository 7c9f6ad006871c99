/** Findings about a place, of a word that an alias repeats there: they stand at the alias, as the word may be right where it is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintExample } from '../support/check.ts';

const step = (id: string, more = ''): string => `{ id: ${id}, skill: writer, do: Go${more} }`;
const list = (...nodes: readonly string[]): string =>
  `chain: own\ntitle: Own\nx-order: &order [a]\nsteps:\n${nodes.map(node => `  - ${node}\n`).join('')}`;
const after = ', after: *order';
const needs = ', needs: *order';
const makes = ', produces: [a]';

const cases: readonly (readonly [code: string, text: string])[] = [
  ['redundant-after', list(`parallel: [${step('a')}, ${step('b', after)}]`, step('c', after))],
  ['after-cycle', list(step('b', after), step('a'))],
  [
    'after-other-route',
    list(
      `{ decision: Which?, by: writer, routes: [{ when: one, steps: [${step('a')}] }, { otherwise: [${step('b', after)}] }] }`,
    ),
  ],
  ['needed-before-produced', list(step('b', needs), step('z', makes), step('c', needs))],
  ['maybe-not-produced', list(step('z', `${makes}, when: it is wanted`), step('b', needs))],
];

for (const [code, text] of cases) {
  test(`${code} stands at the alias`, async () => {
    const { findings } = await lintExample({ text, path: 'own.chain.yaml', files: {} }, text);
    const places = findings
      .filter(each => each.code === code)
      .map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(places, ['*order']);
  });
}
