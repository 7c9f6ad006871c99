import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeAt } from '../../../client/src/views/graph/nodeAt.ts';
import { graphOf, type NodeSpec } from './support.ts';

/** A node from line:character to line:character. */
const at = (id: string, from: readonly [number, number], to: readonly [number, number]): NodeSpec => [
  id,
  'step',
  {
    range: {
      start: { line: from[0], character: from[1] },
      end: { line: to[0], character: to[1] },
    },
  },
];
const graph = graphOf([
  at('plan', [4, 4], [9, 30]),
  at('dig', [6, 8], [7, 20]),
  at('plant', [8, 8], [9, 30]),
  at('flow-one', [12, 4], [12, 20]),
  at('flow-two', [12, 22], [12, 40]),
  at('written', [14, 4], [14, 20]),
  at('repeated', [14, 4], [14, 20]),
]);

const cases: readonly (readonly [what: string, line: number, character: number, id: string | undefined])[] = [
  ['the head', 0, 3, undefined],
  ['the name of a phase', 4, 10, 'plan'],
  ['between the phase and its steps', 5, 4, 'plan'],
  ['within a step', 6, 12, 'dig'],
  ['at its end', 7, 20, 'dig'],
  ['in the blanks before a step', 8, 2, 'plant'],
  ['behind a step', 7, 28, 'plan'],
  ['the first of two in a line', 12, 10, 'flow-one'],
  ['before the first of two in a line', 12, 0, 'flow-one'],
  ['where a node is written that is repeated elsewhere', 14, 8, 'written'],
  ['behind all', 20, 0, undefined],
];
for (const [what, line, character, id] of cases) {
  test(what, () => assert.equal(nodeAt(graph, { line, character })?.id, id));
}
