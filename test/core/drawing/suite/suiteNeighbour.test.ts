import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbour } from '../../../../server/src/core/drawing/navigation.ts';
import { drawnSimply, suiteOf } from './suites.ts';

const graph = suiteOf('One: a b c; Two: d e; In none: x', 'a > c, c > e, d > a');

const keys: readonly (readonly [
  from: string,
  direction: 'up' | 'down' | 'left' | 'right',
  to: string | undefined,
])[] = [
  ['a', 'down', 'c'],
  ['c', 'up', 'a'],
  ['c', 'down', 'e'],
  ['a', 'right', 'b'],
  ['b', 'left', 'a'],
  ['a', 'left', 'one'],
  ['one', 'right', 'a'],
  ['one', 'down', 'two'],
  ['two', 'up', 'one'],
  ['one', 'up', undefined],
  // What needs it, or what it needs, stands the other way.
  ['d', 'down', 'a'],
  ['a', 'up', 'd'],
  // No edges: the nearest card.
  ['b', 'down', 'c'],
  ['x', 'up', 'd'],
  ['x', 'right', undefined],
  ['nobody', 'up', undefined],
];
for (const [from, direction, to] of keys) {
  test(`${direction} from ${from}: ${to ?? 'nothing'}`, () =>
    assert.equal(neighbour(graph, drawnSimply(graph), from, direction), to));
}

test('what is folded stands in its phase', () => {
  const drawing = drawnSimply(graph, ['one']);
  assert.equal(neighbour(graph, drawing, 'a', 'down'), 'e');
  assert.equal(neighbour(graph, drawing, 'e', 'up'), 'one');
});
