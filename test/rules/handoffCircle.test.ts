/** Where handoffs among several files lead back, and what nobody can know. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintExample } from '../support/check.ts';

const chain = (id: string, ...handoffs: readonly string[]): string =>
  `chain: ${id}\ntitle: ${id}\nsteps:\n  - { id: one, skill: writer, do: Write }\n${handoffs.length === 0 ? '' : `handoffs:\n${handoffs.map(each => `  - { ${each} }\n`).join('')}`}`;

interface Case {
  readonly name: string;
  readonly own: readonly string[];
  /** The texts of the other files, by their names. */
  readonly others?: Readonly<Record<string, string>>;
  /** Of each finding the chains on the way, as the places beside it tell of them. */
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'a chain follows itself', own: ['then: a'], found: ['itself'] },
  { name: 'a chain cycles to itself', own: ['cycles-to: a, every: weekly'], found: [] },
  {
    name: 'two chains follow each other',
    own: ['then: b'],
    others: { b: chain('b', 'then: a') },
    found: ['b'],
  },
  {
    name: 'one of the two begins a new round',
    own: ['then: b'],
    others: { b: chain('b', 'cycles-to: a, at-most: 3') },
    found: [],
  },
  {
    name: 'the way round is the shortest',
    own: ['then: b'],
    others: {
      b: chain('b', 'then: c', 'then: d'),
      c: chain('c', 'then: d'),
      d: chain('d', 'then: a'),
    },
    found: ['b d'],
  },
  {
    name: 'two ways round are two findings',
    own: ['then: b', 'then: c'],
    others: { b: chain('b', 'then: a'), c: chain('c', 'then: a') },
    found: ['b', 'c'],
  },
  {
    name: 'a chain that another one leads to, but not back',
    own: ['then: b'],
    others: { b: chain('b', 'then: c'), c: chain('c', 'then: b') },
    found: [],
  },
  {
    name: 'an escalation is followed by what escalated',
    own: ['escalates-to: b, if: it burns'],
    others: { b: chain('b', 'then: a') },
    found: ['b'],
  },
  {
    name: 'each escalates to the other in some cases',
    own: ['escalates-to: b, if: it burns'],
    others: { b: chain('b', 'escalates-to: a, if: it is wet') },
    found: [],
  },
  {
    name: 'each escalates to the other in every run',
    own: ['escalates-to: b'],
    others: { b: chain('b', 'escalates-to: a') },
    found: ['b'],
  },
  {
    name: 'joining and waiting lead nowhere new',
    own: ['then: b'],
    others: { b: chain('b', 'joins: a', 'waits-for: a') },
    found: [],
  },
  {
    name: 'two files have the id of a chain on the way',
    own: ['then: b'],
    others: { b: chain('b', 'then: a'), 'more/b': chain('b') },
    found: [],
  },
  {
    name: 'a chain on the way is broken',
    own: ['then: b'],
    others: { b: `${chain('b', 'then: a')}x: [` },
    found: [],
  },
  { name: 'a chain on the way is not there', own: ['then: b'], found: [] },
];

for (const { name, own, others = {}, found } of cases) {
  test(name, async () => {
    const text = chain('a', ...own);
    const files = Object.fromEntries(
      Object.entries(others).map(([stem, other]) => [`${stem}.chain.yaml`, other]),
    );
    const { findings } = await lintExample({ text, path: 'a.chain.yaml', files }, text);
    assert.deepEqual(
      findings
        .filter(({ code }) => code === 'handoff-circle')
        .map(
          ({ related = [] }) => related.map(({ uri }) => /(\w+)\.chain/.exec(uri)?.[1]).join(' ') || 'itself',
        ),
      found,
    );
  });
}

test('the message names every chain on the way', async () => {
  const text = chain('a', 'then: b');
  const files = { 'b.chain.yaml': chain('b', 'then: c'), 'c.chain.yaml': chain('c', 'then: a') };
  const { findings } = await lintExample({ text, path: 'a.chain.yaml', files }, text);
  assert.match(findings.map(({ message }) => message).join(), /lead to "b" and "c" and back/);
});
