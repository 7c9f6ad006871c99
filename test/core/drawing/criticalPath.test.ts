import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { criticalPath } from '../../../server/src/core/drawing/criticalPath.ts';
import { classesOf, drawingOf, elementOf, graphOf, within } from './drawings.ts';

const step = (id: string, takes: string): string => `{ id: ${id}, skill: s, do: It, takes: ${takes} }`;
const lanes = `
  - ${step('a', '1 h')}
  - { id: p, parallel: [${step('b', '2 h')}, ${step('c', '5 h')}] }
  - { id: d, decision: Which?, routes: [{ when: wet, steps: [${step('e', '3 h')}] }, { otherwise: next }] }
  - ${step('f', '1 h')}
`;

describe('the critical path', () => {
  test('is told where something else has slack, with the edges that bind', () => {
    const graph = graphOf(lanes);
    const { nodes, edges } = criticalPath(graph);
    assert.deepEqual([...nodes], ['a', 'p', 'c', 'p.join', 'd', 'e', 'f']);
    const ends = graph.edges.filter(({ id }) => edges.has(id)).map(({ from, to }) => `${from} ${to}`);
    assert.deepEqual(ends.sort(), ['a p', 'c p.join', 'd e', 'e f', 'f end', 'p c', 'p.join d', 'start a']);
  });

  test('is not told where all is one line, or nothing takes time', () => {
    for (const body of [
      `- ${step('a', '1 h')}\n- ${step('b', '2 h')}`,
      '- { parallel: [{ id: a, skill: s, do: It }, { id: b, skill: s, do: It }] }',
    ]) {
      assert.deepEqual([...criticalPath(graphOf(body)).nodes], []);
    }
  });

  test('is drawn as a further outline and a heavier line, and said in words', () => {
    const drawing = drawingOf(lanes);
    const parts = (id: string): readonly string[] =>
      [...within(elementOf(drawing, `node:${id}`))].flatMap(classesOf);
    for (const id of ['a', 'c', 'd', 'e', 'f']) assert.ok(parts(id).includes('chain-halo'), id);
    assert.ok(!parts('b').includes('chain-halo'));
    assert.match(String(elementOf(drawing, 'node:c').attributes['aria-label']), /on the critical path/);
    assert.match(String(elementOf(drawing, 'node:b').attributes['aria-label']), /3 h of slack/);
    assert.ok(classesOf(elementOf(drawing, 'edge:a->p')).includes('chain-critical'));
    assert.ok(!classesOf(elementOf(drawing, 'edge:b->p.join')).includes('chain-critical'));
  });
});
