import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, changeOf, drawTheSame } from '../../../client/src/views/graph/changes.ts';
import type { ChangeMessage, ShowMessage } from '../../../client/src/views/graph/messages.ts';
import { graphOf, type NodeSpec, uri } from './support.ts';

const specs: readonly NodeSpec[] = [['start', 'start'], ['dig'], ['plant'], ['pick'], ['end', 'end']];
const edge = (from: string, to: string) => ({ id: `${from}->${to}`, from, to, kind: 'sequence' as const });
const edges = [edge('start', 'dig'), edge('dig', 'plant'), edge('plant', 'pick'), edge('pick', 'end')];
const graph = graphOf(specs, { edges });
const before: ShowMessage = {
  ...{ type: 'show', uri, version: 4, number: 1, graph, stale: [], notice: null },
};

/** As the page gets it. */
const sent = (change: ChangeMessage | undefined): ChangeMessage => {
  assert.ok(change !== undefined);
  return structuredClone(change);
};

const relabelled = graph.nodes.map(node => (node.id === 'plant' ? { ...node, label: 'Plant it' } : node));
const cases: readonly [what: string, more: Partial<ShowMessage>, nodes: number, edges: number][] = [
  ['words of a node', { graph: { ...graph, nodes: relabelled } }, 1, 0],
  [
    'a node more',
    { graph: { ...graph, nodes: graph.nodes.toSpliced(3, 0, ...graphOf([['new']]).nodes) } },
    1,
    0,
  ],
  ['a node less', { graph: { ...graph, nodes: graph.nodes.toSpliced(1, 1) } }, 0, 0],
  ['another edge', { graph: { ...graph, edges: edges.with(1, edge('dig', 'end')) } }, 0, 1],
  ['the total', { graph: { ...graph, total: { min: 3 } } }, 0, 0],
  ['what is stale, and the notice', { stale: ['dig'], notice: { kind: 'broken', text: 'Odd.' } }, 0, 0],
  ['all', { graph: graphOf([['a'], ['b']]) }, 2, 0],
];
for (const [what, more, nodes, edgeCount] of cases) {
  test(`${what}: so much is sent, and it leads to the whole`, () => {
    const after = { ...before, version: 5, number: 2, ...more };
    const change = sent(changeOf(before, after));
    assert.deepEqual([change.nodes.added.length, change.edges.added.length], [nodes, edgeCount]);
    assert.deepEqual(changed(before, change), after);
    assert.equal(drawTheSame(before, after), false);
  });
}

test('what did not change is the same in the page', () => {
  const after = { ...before, number: 2, graph: { ...graph, nodes: relabelled } };
  const shown = changed(before, sent(changeOf(before, after)));
  assert.equal(shown?.graph?.edges, graph.edges);
  assert.equal(shown?.graph?.nodes[0], graph.nodes[0]);
});

test('without a graph before or after there is no change, but another drawing', () => {
  assert.equal(changeOf(undefined, before), undefined);
  assert.equal(changeOf({ ...before, graph: null }, before), undefined);
  assert.equal(changeOf(before, { ...before, graph: null }), undefined);
});

test('a change of a drawing that never came leads to none', () => {
  const change = sent(changeOf(before, { ...before, number: 2, stale: ['dig'] }));
  assert.equal(changed(undefined, change), undefined);
  assert.equal(changed({ ...before, number: 0 }, change), undefined);
  assert.equal(changed({ ...before, uri: 'file:///other.chain.yaml' }, change), undefined);
  assert.equal(changed({ ...before, graph: null }, change), undefined);
});

test('another version alone draws the same', () => {
  assert.equal(drawTheSame(before, { ...structuredClone(before), version: 9, number: 7 }), true);
});
