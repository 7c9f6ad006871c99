import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawChain } from '../../../server/src/core/drawing/drawChain.ts';
import { type Direction, neighbour } from '../../../server/src/core/drawing/navigation.ts';
import { graphOf, plainly } from './drawings.ts';

const graph = graphOf(`
  phases:
    - phase: One
      steps:
        - { id: a, skill: s, do: It }
        - id: p
          parallel:
            - { id: b, skill: s, do: It }
            - { id: l, lane: Law, steps: [{ id: c, skill: s, do: It }] }
        - { id: ok, checkpoint: Fine?, if-refused: { back-to: a, at-most: 2 } }
    - phase: Two
      steps:
        - id: d
          decision: Which?
          routes:
            - { when: x, steps: [{ id: e, skill: s, do: It }] }
            - { when: y, steps: [{ id: f, skill: s, do: It }] }
            - { when: z, go: stop }
            - { otherwise: next }
        - { id: g, skill: s, do: It }
  handoffs: [{ then: other }]
`);

/** From, the keys pressed, and where they lead; `-`: nowhere. */
function check(collapsed: readonly string[], rows: readonly (readonly [string, Direction, string])[]): void {
  const drawing = drawChain(graph, { ...plainly, collapsed: new Set(collapsed) });
  for (const [from, direction, to] of rows) {
    test(`${from} ${direction}: ${to}`, () =>
      assert.equal(neighbour(graph, drawing, from, direction) ?? '-', to));
  }
}

describe('down and up follow the edges', () =>
  check(
    [],
    [
      ['start', 'down', 'a'],
      ['a', 'up', 'start'],
      ['a', 'down', 'p'],
      ['p', 'down', 'b'],
      ['c', 'up', 'p'],
      ['b', 'down', 'p.join'],
      ['p.join', 'up', 'b'],
      ['p.join', 'down', 'ok'],
      ['ok', 'down', 'd'],
      ['d', 'down', 'g'],
      ['e', 'up', 'd'],
      ['f', 'down', 'g'],
      ['g', 'up', 'd'],
      ['g', 'down', 'end'],
      ['end', 'down', '-'],
      ['start', 'up', '-'],
      ['one', 'down', 'a'],
      ['one', 'up', 'start'],
      ['l', 'down', 'c'],
      ['l', 'up', 'p'],
    ],
  ));

describe('left and right go among lanes, routes and what jumps lead to', () =>
  check(
    [],
    [
      ['b', 'right', 'c'],
      ['c', 'left', 'b'],
      ['c', 'right', '-'],
      ['d', 'right', 'e'],
      ['e', 'right', 'f'],
      ['f', 'left', 'e'],
      ['ok', 'left', 'a'],
      ['a', 'left', '-'],
      ['end', 'right', 'then:other'],
      ['nobody', 'right', '-'],
    ],
  ));

describe('what is collapsed is one node', () =>
  check(
    ['one', 'p'],
    [
      ['start', 'down', 'one'],
      ['a', 'down', 'd'],
      ['d', 'up', 'one'],
      ['one', 'down', 'd'],
    ],
  ));
