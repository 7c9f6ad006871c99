import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses } from '../../../server/src/core/features/codeLens.ts';
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
