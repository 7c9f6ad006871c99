/** Which neighbours could run at once, and what binds others to their order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applied, lintExample } from '../support/check.ts';

const step = (id: string, skill: string, needs: string, more = ''): string =>
  `{ id: ${id}, skill: ${skill}, do: Work, needs: [${needs}], produces: [of-${id}]${more} }`;
const list = (...nodes: readonly string[]): string =>
  `steps:\n${nodes.map(node => `  - ${node}\n`).join('')}`;

const a = step('a', 'site-reliability-engineer', 'start');
const b = step('b', 'technical-writer', 'start');
const c = step('c', 'incident-commander', 'start');

interface Case {
  readonly name: string;
  readonly text: string;
  readonly others?: Readonly<Record<string, string>>;
  /** Of each finding the steps that could run at once. */
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'two take the same', text: list(a, b), found: ['a b'] },
  { name: 'three take the same', text: list(a, b, c), found: ['a b c'] },
  {
    name: 'the second takes what the first makes',
    text: list(a, step('b', 'technical-writer', 'of-a')),
    found: [],
  },
  {
    name: 'the third takes what the second makes',
    text: list(a, b, step('c', 'incident-commander', 'of-b')),
    found: ['a b'],
  },
  {
    name: 'the second makes what the first takes, for a later round',
    text: list(a.replace('[start]', '[start, of-b]'), b),
    found: [],
  },
  { name: 'both make the same', text: list(a, b.replace('of-b', 'of-a')), found: [] },
  { name: 'one skill does both', text: list(a, step('b', 'site-reliability-engineer', 'start')), found: [] },
  { name: 'one skill does both by another name', text: list(a, step('b', 'SRE', 'start')), found: [] },
  {
    name: 'a team does one of them',
    text: list(a, b.replace('skill: technical-writer', 'team: writers')),
    found: [],
  },
  {
    name: 'two teams do them',
    text: list(a, b)
      .replace('skill: site-reliability-engineer', 'team: operations')
      .replace('skill: technical-writer', 'team: writers'),
    found: ['a b'],
  },
  {
    name: 'one says why it waits',
    text: list(a, step('b', 'technical-writer', 'start', ', because: It is late')),
    found: [],
  },
  {
    name: 'one may be left out',
    text: list(a, step('b', 'technical-writer', 'start', ', when: it rains')),
    found: [],
  },
  {
    name: 'one says that it waits',
    text: list(a, step('b', 'technical-writer', 'start', ', after: [a]')),
    found: [],
  },
  {
    name: 'one speaks of the product of the other',
    text: list(a, step('b', 'technical-writer', 'start', ', done: [It says what Of A says]')),
    found: [],
  },
  {
    name: 'a jump leads to one of them',
    text: list(a, b, '{ checkpoint: Good?, if-refused: { back-to: b, at-most: 2 } }'),
    found: [],
  },
  {
    name: 'a jump leads to the node before them',
    text: list(
      c,
      '{ checkpoint: Begin?, id: begin }',
      a,
      b,
      '{ checkpoint: Good?, if-refused: { back-to: begin, at-most: 2 } }',
    ),
    found: ['a b'],
  },
  {
    name: 'an escalation leaves from one of them',
    text: `${list(a, b)}handoffs:\n  - { escalates-to: other, if: it burns, from: a }\n`,
    others: { other: 'chain: other\ntitle: Other\nsteps:\n  - { skill: technical-writer, do: Read }\n' },
    found: [],
  },
  {
    name: 'another chain joins at one of them',
    text: list(a, b),
    others: {
      other:
        'chain: other\ntitle: Other\nsteps:\n  - { skill: technical-writer, do: Read }\nhandoffs:\n  - { joins: own, at: b }\n',
    },
    found: [],
  },
  {
    name: 'a variation goes behind one of them',
    text: `${list(a, b)}variations:\n  - { when: it snows, insert-after: a, add: { skill: incident-commander, do: Shovel } }\n`,
    found: [],
  },
  {
    name: 'a step elsewhere declares nothing',
    text: list(a, b, '{ skill: incident-commander, do: Close }'),
    found: [],
  },
  { name: 'one of them only makes', text: list(a, b.replace('needs: [start], ', '')), found: [] },
  { name: 'a checkpoint stands between them', text: list(a, '{ checkpoint: Good? }', b), found: [] },
  { name: 'they are lanes already', text: list(`{ parallel: [${a}, ${b}] }`), found: [] },
  {
    name: 'they are in one lane',
    text: list(`{ parallel: [{ lane: One, steps: [${a}, ${b}] }, ${c}] }`),
    found: ['a b'],
  },
  {
    name: 'they are in one route',
    text: list(`{ decision: Which?, routes: [{ when: one, steps: [${a}, ${b}] }, { otherwise: next }] }`),
    found: ['a b'],
  },
  {
    name: 'they are in two phases',
    text: `phases:\n  - { phase: One, steps: [${a}] }\n  - { phase: Two, steps: [${b}] }\n`,
    found: [],
  },
  {
    name: 'a key is misspelled',
    text: list(a, step('b', 'technical-writer', 'start', ', aftr: [a]')),
    found: [],
  },
  { name: 'the text is broken', text: `${list(a, b)}output: {`, found: [] },
];

for (const { name, text: body, others, found } of cases) {
  test(name, async () => {
    const text = `chain: own\ntitle: Own\ninputs: { start: It${body.includes('start, of-b') ? ', of-b: Of the last round' : ''} }\n${body}`;
    const files = Object.fromEntries(
      Object.entries(others ?? {}).map(([id, other]) => [`${id}.chain.yaml`, other]),
    );
    const catalogue = {
      'team.skills.yaml':
        'skills:\n  site-reliability-engineer: { aliases: [SRE] }\n  technical-writer: {}\n  incident-commander: {}\nteams:\n  operations: {}\n  writers: {}\n',
    };
    const example = { text, path: 'own.chain.yaml', files: { ...catalogue, ...files } };
    const { findings } = await lintExample(example, text, 'needless-sequence');
    const own = findings.filter(({ code }) => code === 'needless-sequence');
    const ids = own.map(({ span, related = [] }) =>
      [span, ...related.map(each => each.span)]
        .map(({ start, end }) => text.slice(start, end))
        .sort()
        .join(' '),
    );
    assert.deepEqual(ids, found);
    for (const fix of own.flatMap(({ fixes = [] }) => fixes)) {
      const mended = applied(text, fix);
      const after = await lintExample(example, mended, 'needless-sequence');
      assert.ok(after.document.tree.complete, mended);
      assert.equal(after.findings.length, findings.length - 1, mended);
    }
  });
}
