/** Graphs that no sound chain gives: everything in them is drawn somewhere all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainGraph, GraphEdge, GraphNode } from '../../../server/src/core/analysis/chainGraph.ts';
import { chainToDot } from '../../../server/src/core/drawing/chainToDot.ts';
import { chainToMermaid } from '../../../server/src/core/drawing/chainToMermaid.ts';
import { drawChain } from '../../../server/src/core/drawing/drawChain.ts';
import { drawingToSvg } from '../../../server/src/core/drawing/drawingToSvg.ts';
import { plainly } from './drawings.ts';

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: 'step',
  label: id,
  problems: { errors: 0, warnings: 0 },
  ...more,
});
const edge = (from: string, to: string, more: Partial<GraphEdge> = {}): GraphEdge => ({
  id: `${from}->${to}${more.kind ?? ''}`,
  from,
  to,
  kind: 'sequence',
  ...more,
});
const graph = (nodes: readonly GraphNode[], edges: readonly GraphEdge[] = []): ChainGraph => ({
  subject: { kind: 'chain', id: 'x', title: 'X', uri: 'test:x' },
  version: 1,
  nodes,
  edges,
  complete: true,
});

const ends = [node('start', { kind: 'start' }), node('end', { kind: 'end' })];
const nested = (depth: number, kind: 'fork' | 'decision'): readonly GraphNode[] =>
  Array.from({ length: depth }, (_, at) =>
    node(`n${at}`, {
      kind,
      ...(at > 0 &&
        (kind === 'fork' ? { parent: `n${at - 1}` } : { route: { decision: `n${at - 1}`, index: 0 } })),
    }),
  );

const strange: Readonly<Record<string, ChainGraph>> = {
  'nothing at all': graph([]),
  'no start and no end': graph([node('a')]),
  'nodes that nothing leads to': graph([...ends, node('a'), node('b')]),
  'an empty phase, parallel and lane': graph(
    [
      ...ends,
      node('p', { kind: 'phase' }),
      node('f', { kind: 'fork' }),
      node('l', { kind: 'lane', parent: 'f' }),
    ],
    [edge('start', 'f'), edge('f', 'end')],
  ),
  'a join without a parallel': graph([...ends, node('f.join', { kind: 'join' })]),
  'parents that are not there': graph([
    node('a', { parent: 'gone' }),
    node('b', { route: { decision: 'gone', index: 1 } }),
  ]),
  'parents that hold nothing': graph([
    node('a'),
    node('b', { parent: 'a' }),
    node('c', { route: { decision: 'a', index: 0 } }),
  ]),
  'nodes that stand in themselves': graph([
    node('p', { kind: 'phase', parent: 'p' }),
    node('f', { kind: 'fork', parent: 'l' }),
    node('l', { kind: 'lane', parent: 'f' }),
    node('a', { parent: 'l' }),
    node('d', { kind: 'decision', route: { decision: 'd', index: 0 } }),
  ]),
  'the same id twice': graph(
    [...ends, node('a'), node('a'), node('start', { kind: 'start' })],
    [edge('a', 'a')],
  ),
  'edges to nowhere': graph([...ends, node('a')], [edge('a', 'gone'), edge('gone', 'a'), edge('a', 'stop')]),
  'a jump into a lane and out of it': graph(
    [
      ...ends,
      node('f', { kind: 'fork' }),
      node('l', { kind: 'lane', parent: 'f' }),
      node('a', { parent: 'l' }),
      node('b'),
    ],
    [edge('b', 'a', { kind: 'back' }), edge('a', 'end'), edge('f', 'a')],
  ),
  'after within one lane': graph([node('a'), node('b')], [edge('a', 'b', { label: 'after' })]),
  'a handoff that nothing leads to': graph([...ends, node('h', { kind: 'handoff' })]),
  'every kind at the top': graph(
    (
      ['step', 'fork', 'join', 'checkpoint', 'decision', 'chain', 'item', 'phase', 'lane', 'handoff'] as const
    ).map(kind => node(kind, { kind })),
  ),
  'parallels 3,000 deep': graph(nested(3000, 'fork')),
  'decisions 3,000 deep': graph(nested(3000, 'decision')),
};

for (const [what, given] of Object.entries(strange)) {
  test(what, () => {
    const { places, bounds, elements } = drawChain(given, plainly);
    for (const { id } of given.nodes) assert.ok(places.has(id), `${id} has no place`);
    for (const each of [bounds, ...places.values()]) {
      assert.ok([each.x, each.y, each.width, each.height].every(Number.isFinite));
    }
    const keys = elements.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length, 'keys are unique');
    assert.match(drawingToSvg(given, plainly), /^<svg/);
    assert.match(chainToMermaid(given), /^flowchart TD\n/);
    assert.match(chainToDot(given), /^digraph "x" \{\n.*\n\}\n$/s);
    const everything = new Set(given.nodes.map(({ id }) => id));
    assert.ok(
      drawChain(given, { collapsed: everything, stale: everything }).elements.length <= elements.length + 1,
    );
  });
}
