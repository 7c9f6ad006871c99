/** The layout of a chain: its blocks and its edges, each with its place. */
import type { ChainGraph, GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import { type Chart, chartOf, normalNodes } from './blocks.ts';
import { layOut } from './place.ts';
import { type SideRow, sideRows } from './sideRows.ts';
import { ringRadius } from './sizes.ts';
import type { Wire } from './wire.ts';
import { wiresOf } from './wiring.ts';

export interface LaidOut {
  /** Where all stands. Its nodes may be those of an earlier graph that is laid out alike. */
  readonly chart: Chart;
  readonly wires: readonly Wire[];
  /** What the nodes of the chart say now, in text order, by id. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** The words beside them, as wide as they are where nothing stands at their right. */
  readonly rows: ReadonlyMap<string, readonly SideRow[]>;
  readonly edges: readonly GraphEdge[];
  readonly folded: ReadonlySet<string>;
}

/**
 * The middle of the start is the origin.
 * @param folded Ids of the phases and parallels that are cards.
 * @param before The layout of another graph; where nothing differs but words, it is this one too.
 */
export function layOutChain(graph: ChainGraph, folded: ReadonlySet<string>, before?: LaidOut): LaidOut {
  const { edges } = graph;
  const normal = normalNodes(graph.nodes);
  const nodes = new Map(normal.map((node): [string, GraphNode] => [node.id, node]));
  const rows = sideRows({ ...graph, nodes: normal });
  const now = { nodes, rows, edges, folded };
  if (before !== undefined && isLaidOutAlike(before, now)) return { ...before, ...now };
  const chart = chartOf(normal, folded, rows);
  const wires = wiresOf(graph, chart);
  layOut(chart.top, 0, -ringRadius);
  return { ...now, chart, wires };
}

type Given = Pick<LaidOut, 'nodes' | 'edges' | 'folded'>;

function isLaidOutAlike(one: Given, other: Given): boolean {
  if (one.nodes.size !== other.nodes.size || one.edges.length !== other.edges.length) return false;
  if (one.folded.size !== other.folded.size) return false;
  for (const id of one.folded) if (!other.folded.has(id)) return false;
  const edges = one.edges.values();
  for (const edge of other.edges) {
    const was = edges.next().value;
    if (was === undefined || !isSameEdge(was, edge)) return false;
  }
  const nodes = one.nodes.values();
  for (const node of other.nodes.values()) {
    const was = nodes.next().value;
    if (was === undefined || !standsAlike(was, node)) return false;
  }
  return true;
}

const isSameEdge = (one: GraphEdge, other: GraphEdge): boolean =>
  one === other ||
  (one.id === other.id &&
    one.from === other.from &&
    one.to === other.to &&
    one.kind === other.kind &&
    one.label === other.label &&
    one.atMost === other.atMost &&
    one.conflict === other.conflict);

/** Whether two nodes differ at most in what no size and no place depends on; and so many words stand beside each. */
const standsAlike = (one: GraphNode, other: GraphNode): boolean =>
  one === other ||
  (one.id === other.id &&
    one.kind === other.kind &&
    one.parent === other.parent &&
    one.route?.decision === other.route?.decision &&
    one.route?.index === other.route?.index &&
    one.handoff === other.handoff &&
    one.elsewhere === other.elsewhere &&
    one.by?.length === other.by?.length &&
    (one.when === undefined) === (other.when === undefined) &&
    (one.document === undefined) === (other.document === undefined));
