/** The layout of a chain: its blocks and its edges, each with its place. */
import type { ChainGraph, GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import { areLaidOutAlike, type LayoutSource } from './alike.ts';
import { type Chart, chartOf, normalNodes } from './blocks.ts';
import { layOut } from './place.ts';
import { type SideRow, sideRows } from './sideRows.ts';
import { ringRadius } from './sizes.ts';
import type { Wire } from './wire.ts';
import { wiresOf } from './wiring.ts';

export interface LaidOut {
  readonly source: LayoutSource;
  /** Where all stands. Its nodes may be those of an earlier graph that is laid out alike. */
  readonly chart: Chart;
  /** With the edges of the graph as it is now. */
  readonly wires: readonly Wire[];
  /** What the nodes of the chart are now, by the ids that they have there. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** The words beside nodes, by the ids of now, as wide as they are where nothing stands at their right. */
  readonly rows: ReadonlyMap<string, readonly SideRow[]>;
}

/**
 * The middle of the start is the origin.
 * @param folded Ids of the phases and parallels that are cards.
 * @param before The layout of another graph; where nothing differs but words and ids, it is this one too.
 */
export function layOutChain(graph: ChainGraph, folded: ReadonlySet<string>, before?: LaidOut): LaidOut {
  const { edges } = graph;
  const nodes = normalNodes(graph.nodes);
  const rows = sideRows({ ...graph, nodes });
  const source = { nodes, edges, folded };
  if (before !== undefined && areLaidOutAlike(before.source, source)) {
    const ids = [...before.nodes.keys()];
    const now = nodes.map((node, at): [string, GraphNode] => [ids[at] ?? node.id, node]);
    return { ...before, source, rows, nodes: new Map(now), wires: withEdges(before, edges) };
  }
  const chart = chartOf(nodes, folded, rows);
  const wires = wiresOf(graph, chart);
  layOut(chart.top, 0, -ringRadius);
  return { source, chart, wires, rows, nodes: new Map(nodes.map(node => [node.id, node])) };
}

/** The wires with other edges in their place; those whose edge is the same are the same. */
function withEdges({ source, wires }: LaidOut, edges: readonly GraphEdge[]): readonly Wire[] {
  const others = new Map<GraphEdge, GraphEdge>();
  for (const [at, edge] of source.edges.entries()) {
    const now = edges[at];
    if (now !== undefined && now !== edge) others.set(edge, now);
  }
  if (others.size === 0) return wires;
  return wires.map(wire => {
    const edge = others.get(wire.edge);
    return edge === undefined ? wire : { ...wire, edge };
  });
}
