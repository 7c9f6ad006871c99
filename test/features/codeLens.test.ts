import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses } from '../../server/src/core/features/codeLens.ts';
import { contextOf } from './feature.ts';

const both = ['skillChains.newDecisionRecord', 'skillChains.newPostMortem'];

interface Case {
  readonly name: string;
  /** Below `steps:`. */
  readonly steps: string;
  readonly commands?: readonly string[];
  /** Line, title and node of each. */
  readonly lenses: readonly (readonly [number, string, string])[];
}

const writing = (document: string): string => `  - skill: a\n    do: b\n    document: ${document}\n`;
const decision = '  - decision: Which?\n    routes:\n      - otherwise: next\n';

const cases: readonly Case[] = [
  {
    name: 'a step that writes a post-mortem',
    steps: writing('post-mortem'),
    lenses: [[3, 'New post-mortem', 'a']],
  },
  { name: 'a step that writes a record', steps: writing('adr'), lenses: [[3, 'New decision record', 'a']] },
  { name: 'a record in capitals', steps: writing('ADR'), lenses: [[3, 'New decision record', 'a']] },
  { name: 'a post-mortem in one word', steps: writing('Postmortem'), lenses: [[3, 'New post-mortem', 'a']] },
  { name: 'a decision', steps: decision, lenses: [[3, 'New decision record', 'which']] },
  { name: 'no document that is not known', steps: writing('poem'), lenses: [] },
  { name: 'no document that is still to be written', steps: writing(''), lenses: [] },
  {
    name: 'a step in a lane, and the synthesis',
    steps: `  - id: p\n    parallel:\n      - lane: L\n        steps:\n          - skill: a\n            do: b\n            document: adr\n    synthesize:\n      skill: c\n      do: d\n      document: post-mortem\n`,
    lenses: [
      [7, 'New decision record', 'a'],
      [11, 'New post-mortem', 'p.synthesize'],
    ],
  },
  {
    name: 'a step of a list that an alias repeats, at the alias',
    steps:
      '  - parallel:\n      - { lane: L, steps: &steps [{ skill: a, do: b, document: adr }] }\n      - { lane: M, steps: *steps }\n',
    lenses: [
      [4, 'New decision record', 'l/a'],
      [5, 'New decision record', 'm/a'],
    ],
  },
  { name: 'nothing for a client that knows no command', steps: decision, commands: [], lenses: [] },
  {
    name: 'only the commands that a client knows',
    steps: `${decision}${writing('post-mortem')}`,
    commands: ['skillChains.newPostMortem'],
    lenses: [[6, 'New post-mortem', 'a']],
  },
  {
    name: 'a broken chain as far as it is read',
    steps: `${decision}  - skill: [\n`,
    lenses: [[3, 'New decision record', 'which']],
  },
];

for (const { name, steps, commands = both, lenses } of cases) {
  test(`offers ${name}`, () => {
    const context = contextOf(`chain: draft\ntitle: Draft\nsteps:\n${steps}`);
    const found = codeLenses(context, commands).map(({ range, command }) => [
      range.start.line,
      command?.title,
      command?.arguments?.[0].node,
    ]);
    assert.deepEqual(found, lenses);
  });
}

test('offers nothing for a catalogue', () => {
  assert.deepEqual(codeLenses(contextOf('skills:\n  a: {}\n', { path: 'a.skills.yaml' }), both), []);
});

const shown = (text: string, path: string, files: Readonly<Record<string, string>>) =>
  codeLenses(contextOf(text, { path, files }), ['skillChains.openGraph', 'skillChains.showReferences']).map(
    ({ range, command }) => [range.start.line, command?.title],
  );
const steps = 'steps:\n  - { skill: sre, do: A }\n';
const around: Readonly<Record<string, string>> = {
  'mend.chain.yaml': `chain: mend\ntitle: Mend\n${steps}`,
  'night.chain.yaml':
    'chain: night\ntitle: Night\nsteps:\n  - { chain: mend }\n  - { chain: mend }\n  - { skill: Watch, do: A }\nhandoffs: [{ then: mend }]\n',
  'day.chain.yaml':
    'chain: day\ntitle: Day\nsteps:\n  - { chain: mend }\n  - { checkpoint: C, by: [sre, nobody] }\n',
  'plan.scan@v1.yaml': 'meta: { id: plan.scan@v1 }\ntemplate: Scan\n',
  'year.suite.yaml':
    'suite: year\ntitle: Year\nitems:\n  A: { chain: mend }\n  B: { chain: mend }\n  C: { plan: plan.scan@v1.yaml }\n',
  'own.skills.yaml':
    'skills:\n  sre: { aliases: [Watch] }\n  idle: {}\n  writer: {}\ndelegation: [{ task: words, skill: writer }]\n',
};

const used: readonly (readonly [path: string, lenses: readonly (readonly [number, string])[]])[] = [
  [
    'mend.chain.yaml',
    [
      [0, 'Open graph'],
      [0, '2 chains run this, 1 chain hands over to this, 2 items of suites'],
    ],
  ],
  ['day.chain.yaml', [[0, 'Open graph']]],
  ['year.suite.yaml', [[0, 'Open graph']]],
  ['plan.scan@v1.yaml', [[0, '1 item of a suite']]],
  [
    'own.skills.yaml',
    [
      [1, '3 uses in 3 files'],
      [3, '1 use'],
    ],
  ],
];

for (const [path, lenses] of used) {
  test(`tells above ${path} how much it is used`, () => {
    assert.deepEqual(shown(around[path] ?? '', path, around), lenses);
  });
}

test('leads to the graph and to the uses of a name', () => {
  const context = contextOf(around['mend.chain.yaml'] ?? '', { path: 'mend.chain.yaml', files: around });
  const lenses = codeLenses(context, ['skillChains.openGraph', 'skillChains.showReferences']);
  const { uri } = context.document;
  assert.deepEqual(
    lenses.map(({ command }) => command?.arguments),
    [[{ chain: uri }], [{ uri, line: 0, character: 7 }]],
  );
});

test('tells nothing above a catalogue that another one hides, nor of a chain without an id', () => {
  const files = { ...around, 'a.skills.yaml': 'skills: { sre: {} }\n' };
  assert.deepEqual(shown(around['own.skills.yaml'] ?? '', 'own.skills.yaml', files), [[3, '1 use']]);
  assert.deepEqual(shown(`title: A\n${steps}`, 'a.chain.yaml', around), []);
});
