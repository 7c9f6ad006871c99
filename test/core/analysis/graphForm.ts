/** What holds of every graph, and what control comes to in it. */
import assert from 'node:assert/strict';
import type { ChainGraph } from '../../../server/src/core/analysis/chainGraph.ts';

/** Nodes that control comes to from `from`, along edges of control. */
export function reachedFrom({ edges }: ChainGraph, from: string | readonly string[]): ReadonlySet<string> {
  const reached = new Set([from].flat());
  for (const id of reached) {
    for (const edge of edges) {
      if (edge.from === id && edge.label !== 'after' && edge.kind !== 'data' && edge.kind !== 'handoff')
        reached.add(edge.to);
    }
  }
  return reached;
}

export function checkForm(graph: ChainGraph): void {
  const ids = new Set(graph.nodes.map(node => node.id));
  assert.equal(ids.size, graph.nodes.length, 'ids of nodes are unique');
  assert.equal(new Set(graph.edges.map(edge => edge.id)).size, graph.edges.length, 'ids of edges are unique');
  for (const edge of graph.edges) assert.ok(ids.has(edge.from) && ids.has(edge.to), `${edge.id} joins nodes`);
  for (const { id, parent } of graph.nodes)
    assert.ok(parent === undefined || (ids.has(parent) && parent !== id), `${id} stands in a node`);
}
