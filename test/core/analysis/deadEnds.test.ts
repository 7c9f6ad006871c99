/** Where a run comes in and never goes on. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deadEnds, lostNodes } from '../../../server/src/core/analysis/deadEnds.ts';
import { chainFlow } from '../../../server/src/core/analysis/flow.ts';
import { chainOf } from './chainText.ts';

const step = (id: string): string => `- { id: ${id}, skill: x, do: x }`;
const again = (id: string, to: string, more = ''): string =>
  `- { id: ${id}, decision: Which?, routes: [{ otherwise: ${to}${more} }] }`;
const either = (id: string, ...targets: readonly string[]): string =>
  `- { id: ${id}, decision: Which?, routes: [${targets.map((to, at) => `{ when: case ${at}, go: ${to}, at-most: 2 }`).join(', ')}, { otherwise: ${targets[0]}, at-most: 2 }] }`;
const stops = (id: string): string => again(id, 'stop');
const lanes = (join: string, ...all: readonly string[]): string =>
  `- id: p\n  join: ${join}\n  parallel:\n${all.map(lane => `    - lane: l${all.indexOf(lane)}\n      steps:\n${lane.replace(/^/gm, '        ')}`).join('\n')}`;

/** Each chain with its loops (the jumps back), its joins (the lanes that never end), and what is lost for no such reason. */
const ends: Readonly<Record<string, readonly [readonly string[], string]>> = {
  'a loop that is left below': [[step('a'), again('d', 'a', ', at-most: 3'), step('b')], 'loop a'],
  'a loop that goes on in one case': [[step('a'), either('d', 'a', 'next'), step('b')], ''],
  'a loop that ends in one case': [[step('a'), either('d', 'a', 'end')], ''],
  'a loop that stops in one case, as its author says': [[step('a'), either('d', 'a', 'stop')], ''],
  'a loop that only a refusal stops': [
    [step('a'), '- { id: c, checkpoint: Good? }', again('d', 'a', ', at-most: 3')],
    'loop a',
  ],
  'a decision that may be skipped': [
    [step('a'), '- { id: d, decision: Which?, when: unsure, routes: [{ otherwise: a, at-most: 1 }] }'],
    '',
  ],
  'a decision of which perhaps no route holds': [
    [step('a'), '- { id: d, decision: Which?, routes: [{ when: it rains, go: a, at-most: 1 }] }'],
    '',
  ],
  'two jumps of one loop are one loop': [
    [step('a'), step('b'), either('d', 'a', 'b'), step('c')],
    'loop a b a',
  ],
  'two loops, of which one leads to the other': [
    [step('a'), either('d', 'a', 'b'), step('b'), again('e', 'b', ', at-most: 1'), step('c')],
    'loop b',
  ],
  'a loop beside a way to the end': [
    [either('d', 'b', 'end'), step('b'), again('e', 'b', ', at-most: 1')],
    'loop b',
  ],
  'a loop that steps of a route lead back through': [
    [
      step('a'),
      '- { id: d, decision: Which?, routes: [{ otherwise: [{ id: s, skill: x, do: x }], go: a, at-most: 1 }] }',
      step('b'),
    ],
    'loop a',
  ],
  'a loop through a parallel': [
    [step('a'), lanes('all', step('b'), step('c')), again('d', 'a', ', at-most: 1')],
    'loop a',
  ],
  'a loop in a lane keeps the join waiting': [
    [lanes('all', `${step('a')}\n${again('d', 'a', ', at-most: 1')}`, step('b')), step('z')],
    'loop a',
  ],
  'a loop in a lane that others overtake': [
    [lanes('any', `${step('a')}\n${again('d', 'a', ', at-most: 1')}`, step('b')), step('z')],
    'loop a',
  ],
  'an escalation may lead out': [
    [
      `steps:\n  ${step('a')}\n  ${again('d', 'a', ', at-most: 1')}\n  ${step('b')}\nhandoffs:\n  - { escalates-to: far, from: a, blocks: true, resumes-at: b }`,
    ],
    'lost b',
  ],
  'a lane that always stops': [[lanes('all', stops('d'), step('b')), step('z')], 'join p l0'],
  'a lane that stops in one case': [[lanes('all', either('d', 'stop', 'next'), step('b')), step('z')], ''],
  'a lane that always stops, where the first counts': [[lanes('any', stops('d'), step('b')), step('z')], ''],
  'lanes that all stop, where the first counts': [
    [lanes('any', stops('d'), stops('e')), step('z')],
    'join p l0 l1',
  ],
  'two of three are wanted, and one can end': [
    [lanes('{ at-least: 2 }', stops('d'), stops('e'), step('b')), step('z')],
    'join p l0 l1',
  ],
  'two of three are wanted, and two can end': [
    [lanes('{ at-least: 2 }', stops('d'), step('b'), step('c')), step('z')],
    '',
  ],
  'more lanes are wanted than there are': [
    [lanes('{ at-least: 3 }', stops('d'), step('b')), step('z')],
    'lost z',
  ],
  'a parallel in a lane is the nearer cause': [
    [lanes('all', lanes('all', stops('d'), step('c')).replaceAll('id: p', 'id: q'), step('b')), step('z')],
    'join q q/l0',
  ],
  'phases count as one list': [
    [
      `phases:\n  - { phase: One, steps: [{ id: a, skill: x, do: x }] }\n  - { phase: Two, steps: [{ id: d, decision: Which?, routes: [{ otherwise: one, at-most: 1 }] }] }\n  - { phase: Three, steps: [{ id: b, skill: x, do: x }] }`,
    ],
    'loop one',
  ],
  'nothing is said where a jump is illegal': [
    [step('a'), again('d', 'a', ', at-most: 3'), again('e', 'nowhere')],
    '',
  ],
};

describe('dead ends', () => {
  for (const [name, [lists, expected]] of Object.entries(ends)) {
    test(name, () => {
      const model = chainOf(lists.join('\n'));
      const flow = chainFlow(model);
      const { loops, joins } = deadEnds(flow);
      const lost = lostNodes(model, flow).map(({ id }) => id);
      const said = [
        ...loops.map(({ jumps }) => ['loop', ...jumps.map(({ jump }) => jump.target.text)].join(' ')),
        ...joins.map(({ parallel, lanes: stuck }) =>
          ['join', parallel.id, ...stuck.map(({ id }) => id)].join(' '),
        ),
        ...(lost.length > 0 ? [['lost', ...lost].join(' ')] : []),
      ];
      assert.equal(said.join(', '), expected);
    });
  }
});
