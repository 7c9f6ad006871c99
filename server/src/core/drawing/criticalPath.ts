/** What of a graph is on its critical path, where that tells one part from another. */
import type { ChainGraph, GraphEdge, GraphNode } from '../analysis/chainGraph.ts';

export interface CriticalPath {
  /** Ids of nodes. */
  readonly nodes: ReadonlySet<string>;
  /** Ids of edges: those between critical nodes of which the second begins when the first ends. */
  readonly edges: ReadonlySet<string>;
}

/** Sums of working days are no whole minutes. */
const aMoment = 1e-6;

/** Empty where nothing has slack: all of a chain in one line is critical, and nobody needs to be shown that. */
export function criticalPath({ nodes, edges, total }: ChainGraph): CriticalPath {
  if (!nodes.some(({ slack }) => slack !== undefined && slack > 0))
    return { nodes: new Set(), edges: new Set() };
  const critical = new Map(nodes.flatMap(node => (node.critical === true ? [[node.id, node] as const] : [])));
  const startOf = (id: string): number | undefined =>
    id === 'end' ? total?.max : critical.get(id)?.earliest;
  const isCritical = ({ from, to, kind }: GraphEdge): boolean => {
    if (kind !== 'sequence' && kind !== 'route') return false;
    const starts = startOf(to);
    const ends = from === 'start' ? 0 : endOf(critical.get(from));
    return starts !== undefined && ends !== undefined && Math.abs(starts - ends) < aMoment;
  };
  return {
    nodes: new Set(critical.keys()),
    edges: new Set(edges.filter(isCritical).map(({ id }) => id)),
  };
}

/** Without `takes` a node takes no time, but for a sub-chain, which takes as long as its chain: that, no graph says. */
function endOf(node: GraphNode | undefined): number | undefined {
  if (node?.earliest === undefined || (node.kind === 'chain' && node.takes === undefined)) return undefined;
  return node.earliest + (node.takes?.max ?? 0);
}
