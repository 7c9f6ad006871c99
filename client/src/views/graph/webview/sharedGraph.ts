/** A graph that has what did not change in common with the one before, so that whatever follows sees at once what did. */
import type { ChainGraph } from '../../../../../server/src/lsp/protocol.ts';

/** The same graph, in which each node and edge that is equal to one of that id before is that one. */
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
  return list.map((each, at) => {
    const there = before[at];
    if (there !== undefined && areEqual(each, there)) return there;
    byId ??= new Map(before.map(one => [one.id, one]));
    const was = byId.get(each.id);
    return was !== undefined && areEqual(each, was) ? was : each;
  });
}

/** Of plain data as it comes in a message: no functions, no circles. */
function areEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    key => Object.hasOwn(other, key) && areEqual(Reflect.get(one, key), Reflect.get(other, key)),
  );
}
