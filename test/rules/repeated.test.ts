/**
 * Findings about a place, of what an alias repeats there: they stand at the alias, as it may be right where it is written. Where it is wrong there too,
 * one finding stands there.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintExample } from '../support/check.ts';

const step = (id: string, more = ''): string => `{ id: ${id}, skill: writer, do: Go${more} }`;
const list = (...nodes: readonly string[]): string =>
  `chain: own\ntitle: Own\nx-order: &order [a]\nsteps:\n${nodes.map(node => `  - ${node}\n`).join('')}`;
const after = ', after: *order';
const needs = ', needs: *order';
const makes = ', produces: [a]';
const lanes = (...nodes: readonly string[]): string => `parallel: [${nodes.join(', ')}]`;
const again = (routes: string): string => `{ decision: Again?, by: writer, routes: ${routes} }`;
const back = '[{ otherwise: a, at-most: 2 }]';

interface Case {
  readonly code: string;
  readonly says: string;
  readonly text: string;
  /** Where the findings stand. */
  readonly places: readonly string[];
}

const atAlias = (code: string, text: string, alias = '*order'): Case => ({
  ...{ code, text },
  says: `at ${alias}`,
  places: [alias],
});

const cases: readonly Case[] = [
  atAlias('duplicate-id', list(`&once { ${lanes(step('a'), step('b'))} }`, '*once'), '*once'),
  atAlias('redundant-after', list(`parallel: [${step('a')}, ${step('b', after)}]`, step('c', after))),
  atAlias('after-cycle', list(step('b', after), step('a'))),
  atAlias(
    'after-other-route',
    list(
      `{ decision: Which?, by: writer, routes: [{ when: one, steps: [${step('a')}] }, { otherwise: [${step('b', after)}] }] }`,
    ),
  ),
  atAlias('needed-before-produced', list(step('b', needs), step('z', makes), step('c', needs))),
  atAlias('maybe-not-produced', list(step('z', `${makes}, when: it is wanted`), step('b', needs))),
  atAlias(
    'produced-in-two-lanes',
    list(
      step('z', ', produces: &made [b]'),
      lanes(step('c', ', produces: [b]'), step('d', ', produces: *made')),
    ),
    '*made',
  ),
  atAlias(
    'produced-in-two-lanes',
    list(`&made ${step('z', ', produces: [b]')}`, lanes(step('c', ', produces: [b]'), '*made')),
    '*made',
  ),
  atAlias('contract-version', list(step('z', ', produces: [a@1]'), step('b', needs)).replace('[a]', '[a@2]')),
  atAlias(
    'contract-version',
    `${list(step('z', ', produces: [a@1]'))}output: *out\n`.replace('&order [a]', '&out { a@2: It }'),
    '*out',
  ),
  atAlias(
    'delivery-not-taken',
    `${list(step('z', ', produces: &made [b]'))}handoffs: [{ then: other, delivers: *made }]\n`,
    '*made',
  ),
  atAlias(
    'need-not-delivered',
    `${list(step('z', ', produces: &made [b]'))}handoffs: [{ waits-for: other, needs: *made }]\n`,
    '*made',
  ),
  atAlias(
    'unused-product',
    `${list(step('z', ', produces: *order'), step('c', ', needs: [c], produces: [d]'))}inputs: { c: It }\noutput: { d: It }\n`,
  ),
  atAlias('loop-without-way-out', list(step('a'), again('*order')).replace('[a]', back)),
  atAlias(
    'illegal-jump',
    list(
      step('a'),
      '&back { checkpoint: Good?, by: writer, if-refused: { back-to: a, at-most: 2 } }',
      lanes('*back', step('c')),
    ),
    '*back',
  ),
  {
    code: 'needed-before-produced',
    says: 'where it is written, as it is wrong there too',
    text: list(`&b ${step('b', ', needs: [log]')}`, '*b', step('z', ', produces: [log]')),
    places: ['log'],
  },
  atAlias(
    'produced-in-two-lanes',
    list(
      lanes(`{ lane: One, steps: &steps [${step('d', ', produces: [b]')}] }`, step('z')),
      lanes('{ lane: Two, steps: *steps }', step('c', ', produces: [b]')),
    ),
    'b',
  ),
  atAlias(
    'produced-in-two-lanes',
    list(
      lanes(`{ lane: One, steps: &steps [${step('d', ', produces: [b]')}] }`, step('z')),
      lanes(step('c', ', produces: [b]'), '{ lane: Two, steps: *steps }'),
    ),
    '*steps',
  ),
  atAlias(
    'item-in-two-phases',
    'suite: own\ntitle: Own\nitems: { one: { title: One } }\nphases:\n  - { phase: First, items: &all [one] }\n  - { phase: Second, items: *all }\n',
    '*all',
  ),
];

const other = `chain: other\ntitle: Other\ninputs: { x: It }\nsteps:\n  - ${step('a', ', needs: [x], produces: [y]')}\noutput: { y: It }\n`;

for (const { code, says, text, places } of cases) {
  test(`${code} stands ${says}`, async () => {
    const files = { 'other.chain.yaml': other };
    const path = text.startsWith('suite') ? 'own.suite.yaml' : 'own.chain.yaml';
    const { findings } = await lintExample({ text, path, files }, text);
    const found = findings
      .filter(each => each.code === code)
      .map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(found, places, findings.map(each => each.message).join('\n'));
  });
}
