/** Handoffs and sub-chains among several files: what is found where both ends are written, and what nobody can know. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { lintExample } from '../support/check.ts';
import { caretsIn } from '../support/fixture.ts';

const skills = { 'team.skills.yaml': 'skills:\n  writer: {}\n' };

interface Case {
  readonly name: string;
  /** Of the chain `b`: what stands behind its steps. */
  readonly own: string;
  /** The other files, by their names without `.chain.yaml`. */
  readonly others: Readonly<Record<string, string>>;
  /** `code word` for each finding. */
  readonly found: readonly string[];
}

const chainOf = (id: string, more = ''): string =>
  `chain: ${id}\ntitle: ${id}\nsteps:\n  - { id: one, skill: writer, do: Write, produces: [text@1] }\n  - { id: two, skill: writer, do: Read }\n${more}`;

const a = (more: string): Readonly<Record<string, string>> => ({ a: chainOf('a', more) });

async function findingsOf(own: string, others: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const named = Object.entries(others).map(([name, text]) => [`${name}.chain.yaml`, text]);
  const files = { ...skills, ...Object.fromEntries(named) };
  const { findings } = await lintExample({ text: own, path: 'b.chain.yaml', files }, own);
  return findings.map(({ code, span }) => `${code} ${own.slice(span.start, span.end)}`);
}

const cases: readonly Case[] = [
  {
    name: 'what is delivered is taken by the needs of the other end, in a version that fits',
    own: 'handoffs: [{ then: a, delivers: [text@1] }]\n',
    others: a('handoffs: [{ waits-for: b, needs: text }]\n'),
    found: [],
  },
  {
    name: 'what is delivered is not taken in another version',
    own: 'handoffs: [{ then: a, delivers: [text@1] }]\n',
    others: a('handoffs: [{ waits-for: b, needs: text@2 }]\n'),
    found: ['delivery-not-taken text@1'],
  },
  {
    name: 'a need that the other chain makes, and delivers nothing',
    own: 'handoffs: [{ waits-for: a, needs: text }]\n',
    others: a('handoffs: [{ then: b }]\n'),
    found: [],
  },
  {
    name: 'a need that another handoff of the other chain delivers',
    own: 'handoffs: [{ waits-for: a, needs: text }, { waits-for: a, needs: plan }]\n',
    others: {
      a: chainOf(
        'a',
        'output: { plan: It }\nhandoffs: [{ then: b, delivers: [plan] }, { then: b, delivers: [text] }]\n',
      ),
    },
    found: [],
  },
  {
    name: 'a need of a chain that names nothing it makes',
    own: 'handoffs: [{ waits-for: a, needs: something }]\n',
    others: { a: 'chain: a\ntitle: a\nsteps: [{ skill: writer, do: Write }]\noutput: Some words\n' },
    found: [],
  },
  {
    name: 'a need of a chain that is broken, or there twice',
    own: 'handoffs: [{ waits-for: a, needs: something }, { waits-for: c, needs: something }]\n',
    others: { a: `${chainOf('a')}output: [`, c: chainOf('c'), 'c-copy': chainOf('c') },
    found: [],
  },
  {
    name: 'nodes that both ends name, one by its phase',
    own: 'handoffs: [{ joins: a, at: two }]\n',
    others: a('handoffs: [{ waits-for: b, before: two }]\n'),
    found: [],
  },
  {
    name: 'a node that only one end names',
    own: 'handoffs: [{ joins: a, at: two }]\n',
    others: a('handoffs: [{ waits-for: b }]\n'),
    found: [],
  },
  {
    name: 'a node that the other chain does not have, but not in one that is broken',
    own: 'handoffs: [{ joins: a, at: three }, { joins: c, at: three }]\n',
    others: { a: chainOf('a'), c: `${chainOf('c')}output: [` },
    found: ['unknown-node three'],
  },
  {
    name: 'a circle of three that wait, but not with a need or a workaround on the way',
    own: 'handoffs: [{ waits-for: a }]\n',
    others: { a: chainOf('a', 'handoffs: [waits-for: c]\n'), c: chainOf('c', 'handoffs: [waits-for: b]\n') },
    found: ['waiting-circle a'],
  },
  {
    name: 'no circle where one of them needs an artefact',
    own: 'handoffs: [{ waits-for: a }]\n',
    others: a('handoffs: [{ waits-for: b, needs: text }]\n'),
    found: [],
  },
  {
    name: 'no circle where what waits may be left out',
    own: 'handoffs: [{ waits-for: a }]\n',
    others: {
      a: `${chainOf('a')}  - { id: late, skill: writer, do: Add, when: there is time }\nhandoffs: [{ waits-for: b, before: late }]\n`,
    },
    found: [],
  },
  {
    name: 'a circle through a chain that is run, and one through an escalation that blocks',
    own: 'handoffs: [{ waits-for: a }, { waits-for: c }]\n',
    others: {
      a: `${chainOf('a')}  - chain: b\n`,
      c: chainOf('c', 'handoffs: [{ escalates-to: b, blocks: true }]\n'),
    },
    found: ['waiting-circle a', 'waiting-circle c'],
  },
  {
    name: 'a chain that waits for what follows it, at once or by way of another',
    own: 'handoffs: [{ then: a }, { waits-for: a }, { waits-for: c }]\n',
    others: { a: chainOf('a', 'handoffs: [then: c]\n'), c: chainOf('c') },
    found: ['waiting-circle a', 'waiting-circle c'],
  },
  {
    name: 'what follows is waited for in a lane only, in the meantime there is a workaround, or a new round begins',
    own: '  - parallel: [{ id: left, skill: writer, do: Go }, { id: right, skill: writer, do: Come }]\nhandoffs: [{ then: a }, { waits-for: a, before: left }, { then: c }, { waits-for: c, workaround: Guess }, { cycles-to: d, every: weekly }, { waits-for: d }]\n',
    others: { a: chainOf('a'), c: chainOf('c'), d: chainOf('d') },
    found: [],
  },
  {
    name: 'what it needs of what follows may be there from an earlier run',
    own: 'handoffs: [{ then: a }, { waits-for: a, needs: text }]\n',
    others: { a: chainOf('a') },
    found: [],
  },
  {
    name: 'what follows waits for this chain too, as it says itself',
    own: 'handoffs: [{ then: a }, { waits-for: a }]\n',
    others: a('handoffs: [{ waits-for: b }]\n'),
    found: ['waiting-circle a'],
  },
  {
    name: 'what follows and is waited for is not there',
    own: 'handoffs: [{ then: a }, { waits-for: a }]\n',
    others: {},
    found: ['unknown-chain a', 'unknown-chain a'],
  },
  {
    name: 'both follow each other: one circle is one finding',
    own: 'handoffs: [{ then: a }, { waits-for: a }]\n',
    others: a('handoffs: [{ then: b }]\n'),
    found: ['handoff-circle a'],
  },
  {
    name: 'a cycle is no circle',
    own: 'handoffs: [{ cycles-to: a, every: monthly }, { waits-for: a }]\n',
    others: a('handoffs: [{ cycles-to: b, at-most: 3 }, { then: b }]\n'),
    found: [],
  },
];

describe('handoffs', () => {
  for (const { name, own, others, found } of cases) {
    test(name, async () => assert.deepEqual(await findingsOf(chainOf('b', own), others), found));
  }
});

const child = (inputs: string): string =>
  `chain: child\ntitle: Child\ninputs: { ${inputs} }\nsteps: [{ skill: writer, do: Write }]\noutput: { report@2: It }\n`;
const parent = (node: string, before = ''): string =>
  `chain: b\ntitle: b\ninputs: { brief: It }\nsteps:\n${before}  - { chain: child${node} }\n`;

describe('what a sub-chain takes and gives', () => {
  const bindings: readonly (readonly [
    name: string,
    own: string,
    inputs: string,
    found: readonly string[],
  ])[] = [
    ['an input of the same name', parent(''), 'brief: It', []],
    ['an input of the same name in a version', parent(''), 'brief@3: It', []],
    ['an input by another name', parent(', with: { scope: brief }'), 'scope: It', []],
    [
      'two that are missing',
      parent(''),
      'scope: It, plan: It',
      ['unbound-input child', 'unbound-input child'],
    ],
    [
      'one that the child does not take',
      parent(', with: { scop: brief, scope: brief }'),
      'scope: It',
      ['unknown-artefact scop'],
    ],
    ['one that nobody makes', parent(', with: { scope: bref }'), 'scope: It', ['unknown-artefact bref']],
    [
      'one of another version under its own name',
      parent(', with: { scope: scope@1 }').replace('brief:', 'scope@1:'),
      'scope@2: It',
      ['contract-version scope@1'],
    ],
    [
      'what it gives in another version',
      parent(', produces: [report@1]'),
      'brief: It',
      ['contract-version report@1'],
    ],
    ['what it gives in any version', parent(', produces: [report]'), 'brief: It', []],
    ['what it does not give', parent(', produces: [plan]'), 'brief: It', ['unknown-artefact plan']],
    [
      'what only another lane makes',
      'chain: b\ntitle: b\nsteps:\n  - parallel:\n      - { id: one, skill: writer, do: Write, produces: [scope] }\n      - { chain: child }\n',
      'scope: It',
      ['unbound-input child'],
    ],
    ['nothing where the parent is broken there', `${parent(', with: [x]')}`, 'scope: It', ['wrong-type [x]']],
  ];
  for (const [name, own, inputs, found] of bindings) {
    test(name, async () => assert.deepEqual(await findingsOf(own, { child: child(inputs) }), found));
  }
  test('is not known of a child that is broken, twice there or not there', async () => {
    const broken = { child: `${child('scope: It')}handoffs: [` };
    assert.deepEqual(await findingsOf(parent(', produces: [x], version: ^7'), broken), []);
    const twice = { child: child('scope: It'), copy: child('scope: It') };
    assert.deepEqual(await findingsOf(parent(', produces: [x]'), twice), []);
    assert.deepEqual(await findingsOf(parent(', produces: [x]'), {}), ['unknown-chain child']);
  });
});

test('the examples of the reference are sound together', async () => {
  const page = readFileSync(new URL('../../docs/language/running.md', import.meta.url), 'utf8');
  const chains = [...page.matchAll(/^```yaml\n(chain: ([\w-]+)\n[\s\S]*?)^```$/gmu)].map(
    ([, text = '', id = '']) => [`${id}.chain.yaml`, text] as const,
  );
  assert.equal(chains.length, 2);
  const team = 'skills:\n  site-reliability-engineer: {}\n  technical-writer: {}\n';
  for (const [path, text] of chains) {
    const files = { 'team.skills.yaml': team, ...Object.fromEntries(chains) };
    const { findings } = await lintExample({ text, path, files }, caretsIn(text).text);
    assert.deepEqual(findings, [], path);
  }
});
