/** A graph that has what did not change in common with the one before, so that whatever follows sees at once what did. */
import type { ChainGraph } from '../../../../../server/src/lsp/protocol.ts';
import { areEqual } from '../areEqual.ts';

/** The same graph, in which each node and edge that is equal to one of that id before is that one, and a list of the same ones the same list. */
export function sharedGraph(graph: ChainGraph, before: ChainGraph | undefined): ChainGraph {
  if (before === undefined) return graph;
  return {
    ...graph,
    nodes: sharedList(graph.nodes, before.nodes),
    edges: sharedList(graph.edges, before.edges),
  };
}

interface Named {
  readonly id: string;
}

function sharedList<Each extends Named>(list: readonly Each[], before: readonly Each[]): readonly Each[] {
  let byId: ReadonlyMap<string, Each> | undefined;
  const shared = list.map((each, at) => {
    const there = before[at];
    if (there !== undefined && areEqual(each, there)) return there;
    byId ??= new Map(before.map(one => [one.id, one]));
    const was = byId.get(each.id);
    return was !== undefined && areEqual(each, was) ? was : each;
  });
  const isSame = shared.length === before.length && shared.every((each, at) => each === before[at]);
  return isSame ? before : shared;
}
