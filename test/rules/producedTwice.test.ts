/** Which product is lost because another node makes it anew, and where nobody can say so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from '../../server/src/core/util/span.ts';
import { lintExample } from '../support/check.ts';

const make = (id: string, more = ''): string =>
  `{ id: ${id}, skill: writer, do: Make it, produces: [x]${more} }`;
const take = (id: string, what = 'x'): string =>
  `{ id: ${id}, skill: writer, do: Take it, needs: [${what}] }`;
const list = (...nodes: readonly string[]): string =>
  `steps:\n${nodes.map(node => `  - ${node}\n`).join('')}`;
const output = 'output: { x: It }\n';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly others?: Readonly<Record<string, string>>;
  /** The steps whose product is lost. */
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'it is made anew at once', text: list(make('a'), make('b'), take('c')), found: ['a'] },
  {
    name: 'it is made three times',
    text: list(make('a'), make('b'), make('c'), take('d')),
    found: ['a', 'b'],
  },
  { name: 'somebody takes it in between', text: list(make('a'), take('c'), make('b'), take('d')), found: [] },
  { name: 'the second works on it', text: list(make('a'), make('b', ', needs: [x]'), take('c')), found: [] },
  { name: 'nobody takes either', text: list(make('a'), make('b'), take('c', 'y')), found: [] },
  { name: 'no node needs anything', text: list(make('a'), make('b')) + output, found: [] },
  {
    name: 'the second may be left out',
    text: list(make('a'), make('b', ', when: it is wanted'), take('c')),
    found: [],
  },
  {
    name: 'the first may be left out',
    text: list(make('a', ', when: it is wanted'), make('b'), take('c')),
    found: ['a'],
  },
  {
    name: 'each is in a route of its own',
    text: list(
      `{ decision: Which?, routes: [{ when: one, steps: [${make('a')}] }, { otherwise: [${make('b')}] }] }`,
      take('c'),
    ),
    found: [],
  },
  {
    name: 'each route makes it anew',
    text: list(
      make('z'),
      `{ decision: Which?, routes: [{ when: one, steps: [${make('a')}] }, { otherwise: [${make('b')}] }] }`,
      take('c'),
    ),
    found: ['z'],
  },
  {
    name: 'one route makes it anew, the other goes on',
    text: list(
      make('z'),
      `{ decision: Which?, routes: [{ when: one, steps: [${make('a')}] }, { otherwise: next }] }`,
      take('c'),
    ),
    found: [],
  },
  {
    name: 'a jump back makes it anew',
    text: list(make('a'), '{ checkpoint: Good?, if-refused: { back-to: a, at-most: 2 } }', take('c')),
    found: [],
  },
  {
    name: 'a jump back leads to somebody who takes it',
    text: list(
      make('z'),
      take('c'),
      make('a'),
      '{ checkpoint: Good?, if-refused: { back-to: c, at-most: 2 } }',
      make('b'),
      take('d'),
    ),
    found: [],
  },
  {
    name: 'lanes between the two take it',
    text: list(make('a'), `{ parallel: [${take('c')}, { skill: writer, do: Other }] }`, make('b'), take('d')),
    found: [],
  },
  {
    name: 'a lane beside it may take it',
    text: list(
      `{ parallel: [{ lane: One, steps: [${make('a')}, ${make('b')}] }, { lane: Two, steps: [{ id: c, skill: writer, do: Take it, needs: [x], after: [a] }] }] }`,
    ),
    found: [],
  },
  {
    name: 'the lane itself makes it anew',
    text: list(
      `{ parallel: [{ lane: One, steps: [${make('a')}, ${make('b')}] }, { skill: writer, do: Other }] }`,
      take('c'),
    ),
    found: ['a'],
  },
  {
    name: 'phases count as one list',
    text: `phases:\n  - { phase: One, steps: [${make('a')}] }\n  - { phase: Two, steps: [${make('b')}, ${take('c')}] }\n`,
    found: ['a'],
  },
  {
    name: 'a phase delivers it',
    text: `phases:\n  - { phase: One, steps: [${make('a')}], deliverable: { x: It } }\n  - { phase: Two, steps: [${make('b')}, ${take('c')}] }\n`,
    found: [],
  },
  {
    name: 'a gate speaks of it',
    text: list(make('a'), '{ checkpoint: Good?, criteria: [x is signed] }', make('b'), take('c')),
    found: [],
  },
  {
    name: 'the versions differ',
    text: list(make('a').replace('[x]', '[x@1]'), make('b').replace('[x]', '[x@2]'), take('c', 'x@2')),
    found: [],
  },
  {
    name: 'it is lost where the chain ends',
    text: list(
      make('a'),
      '{ decision: Done?, routes: [{ when: it is, go: end }, { otherwise: next }] }',
      make('b'),
      take('c'),
    ),
    found: ['a'],
  },
  {
    name: 'it is left behind where the chain ends',
    text:
      list(
        make('a'),
        '{ decision: Done?, routes: [{ when: it is, go: end }, { otherwise: next }] }',
        make('b'),
        take('c'),
      ) + output,
    found: [],
  },
  {
    name: 'a chain that is run in between takes it by its name',
    text: list(make('a'), '{ chain: other }', make('b'), take('c')),
    others: {
      other:
        'chain: other\ntitle: Other\ninputs: { x: It }\nsteps:\n  - { skill: writer, do: Read, needs: [x] }\n',
    },
    found: [],
  },
  {
    name: 'a chain that is run in between takes something else',
    text: list(make('a'), '{ chain: other }', make('b'), take('c')),
    others: { other: 'chain: other\ntitle: Other\nsteps:\n  - { skill: writer, do: Read }\n' },
    found: ['a'],
  },
  {
    name: 'a chain that is run is not known',
    text: list(make('a'), '{ chain: far-away }', make('b'), take('c')),
    found: [],
  },
  {
    name: 'another chain waits for it',
    text: list(make('a'), make('b'), take('c')),
    others: {
      other:
        'chain: other\ntitle: Other\nsteps:\n  - { skill: writer, do: Read, needs: [x] }\nhandoffs:\n  - { waits-for: own, needs: x }\n',
    },
    found: [],
  },
  {
    name: 'an escalation takes it along',
    text: `${list(make('a'), make('b'), take('c'))}handoffs:\n  - { escalates-to: other, if: it burns, from: a }\n`,
    others: {
      other:
        'chain: other\ntitle: Other\ninputs: { x: It }\nsteps:\n  - { skill: writer, do: Read, needs: [x] }\n',
    },
    found: [],
  },
  { name: 'a key is misspelled', text: list(make('a'), make('b', ', need: [x]'), take('c')), found: [] },
  { name: 'the text is broken', text: `${list(make('a'), make('b'), take('c'))}output: {`, found: [] },
];

for (const { name, text: body, others = {}, found } of cases) {
  test(name, async () => {
    const text = `chain: own\ntitle: Own\n${body}`;
    const files = Object.fromEntries(
      Object.entries(others).map(([id, other]) => [`${id}.chain.yaml`, other]),
    );
    const { findings } = await lintExample({ text, path: 'own.chain.yaml', files }, text);
    const ids = findings
      .filter(({ code }) => code === 'produced-twice')
      .map(({ span }) => [...text.slice(0, span.start).matchAll(/id: (\w+)/g)].at(-1)?.[1]);
    assert.deepEqual(ids, found);
  });
}

test('two thousand steps that make the same are looked at in a moment', async () => {
  const text = `chain: own\ntitle: Own\n${list(...Array.from({ length: 2000 }, (_, at) => make(`a${at}`)), take('c'))}`;
  const { findings } = await lintExample({ text, path: 'own.chain.yaml', files: {} }, text);
  assert.ok(findings.some(({ code }) => code === 'produced-twice'));
});

const repetitions: readonly (readonly [name: string, body: string, place: string, again: string])[] = [
  [
    'a list of products',
    list(make('a').replace('[x]', '&made [x]'), make('b').replace('[x]', '*made'), take('c')),
    '5: x',
    '6: *made',
  ],
  [
    'one product',
    list(make('a').replace('[x]', '[&made x]'), make('b').replace('[x]', '[*made]'), take('c')),
    '5: x',
    '6: *made',
  ],
  ['a whole step', list(`&step ${make('a')}`, '*step', take('c')), '5: x', '6: *step'],
  [
    'a list that stands before both',
    `x-made: &made [x]\n${list(make('a').replace('[x]', '*made'), make('b').replace('[x]', '*made'), take('c'))}`,
    '6: *made',
    '7: *made',
  ],
];

for (const [name, body, place, again] of repetitions) {
  test(`what is repeated by an alias is shown where the alias stands: ${name}`, async () => {
    const text = `chain: own\ntitle: Own\n${body.replace('steps:\n', 'steps:\n  # one\n')}`;
    const { findings } = await lintExample({ text, path: 'own.chain.yaml', files: {} }, text);
    const [found, ...others] = findings.filter(({ code }) => code === 'produced-twice');
    const shown = (span?: Span): string =>
      span === undefined
        ? 'nowhere'
        : `${text.slice(0, span.start).split('\n').length}: ${text.slice(span.start, span.end)}`;
    assert.equal(others.length, 0);
    assert.equal(shown(found?.span), place);
    assert.equal(shown(found?.related?.[0]?.span), again);
    assert.match(found?.message ?? '', new RegExp(`\\(line ${again.split(':')[0]}\\)`));
    assert.equal((found?.fixes ?? []).length, name === 'a whole step' ? 0 : 1);
  });
}
