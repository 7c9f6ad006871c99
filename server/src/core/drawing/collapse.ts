/** Draws phases and parallels as one card each: a smaller graph, in which their edges begin and end at the card. */
import type { ChainGraph, GraphEdge, GraphNode, NodeProblems } from '../analysis/chainGraph.ts';

/** What a card that stands for many nodes says of them. */
export interface Folded {
  /** Nodes in it that somebody works on: steps, sub-chains, checkpoints, decisions. */
  readonly steps: number;
  /** What these are called. */
  readonly unit: 'step' | 'item';
  readonly problems: NodeProblems;
}

export interface FoldedGraph {
  readonly graph: ChainGraph;
  /** By the id of the card. */
  readonly folded: ReadonlyMap<string, Folded>;
  /** The card in whose place a hidden node stands, by the node's id. */
  readonly hidden: ReadonlyMap<string, string>;
}

export function foldGraph(graph: ChainGraph, collapsed: ReadonlySet<string>): FoldedGraph {
  const hidden = hiddenNodes(graph.nodes, collapsed);
  const unit = graph.subject.kind === 'suite' ? 'item' : 'step';
  const folded = new Map<string, Folded>();
  for (const { id, kind, problems } of graph.nodes) {
    if (collapsed.has(id) && !hidden.has(id) && (kind === 'phase' || kind === 'fork')) {
      folded.set(id, { steps: 0, unit, problems });
    }
  }
  if (folded.size === 0) return { graph, folded, hidden: new Map() };
  for (const node of graph.nodes) {
    const card = folded.get(hidden.get(node.id) ?? '');
    if (card !== undefined) folded.set(hidden.get(node.id) ?? '', withNode(card, node));
  }
  const nodes = graph.nodes.filter(node => !hidden.has(node.id));
  return { graph: { ...graph, nodes, edges: retarget(graph.edges, hidden) }, folded, hidden };
}

const worked: ReadonlySet<GraphNode['kind']> = new Set(['step', 'chain', 'checkpoint', 'decision', 'item']);

function withNode({ steps, unit, problems }: Folded, node: GraphNode): Folded {
  const messages = [...(problems.messages ?? []), ...(node.problems.messages ?? [])].slice(0, 5);
  return {
    unit,
    steps: steps + (worked.has(node.kind) ? 1 : 0),
    problems: {
      errors: problems.errors + node.problems.errors,
      warnings: problems.warnings + node.problems.warnings,
      ...(messages.length > 0 && { messages }),
    },
  };
}

/** Each node that stands in a collapsed one, with the outermost of these. A join goes with its parallel. */
function hiddenNodes(
  nodes: readonly GraphNode[],
  collapsed: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  if (collapsed.size === 0) return new Map();
  const joined = forksOfJoins(nodes);
  const byId = new Map(nodes.map((node): [string, GraphNode] => [node.id, node]));
  const hidden = new Map<string, string>();
  for (const node of nodes) {
    const seen = new Set<string>();
    let card: string | undefined;
    const fork = joined.get(node.id);
    if (fork !== undefined && collapsed.has(fork)) card = fork;
    for (let id = node.parent; id !== undefined && !seen.has(id); id = byId.get(id)?.parent) {
      seen.add(id);
      const kind = byId.get(id)?.kind;
      if (collapsed.has(id) && (kind === 'phase' || kind === 'fork')) card = id;
    }
    if (card !== undefined && card !== node.id) hidden.set(node.id, card);
  }
  return hidden;
}

/** Nodes of one list have this in common. */
export const listKey = ({ parent, route }: GraphNode): string =>
  route === undefined ? `in ${parent ?? ''}` : `route ${route.index} ${route.decision}`;

/** The parallel of each join by the join's id: the one before it in its list. */
export function forksOfJoins(nodes: readonly GraphNode[]): ReadonlyMap<string, string> {
  const open = new Map<string, string>();
  const forks = new Map<string, string>();
  for (const node of nodes) {
    const key = listKey(node);
    if (node.kind === 'fork') open.set(key, node.id);
    if (node.kind !== 'join') continue;
    const fork = open.get(key);
    if (fork !== undefined) forks.set(node.id, fork);
    open.delete(key);
  }
  return forks;
}

/** Edges between what is still drawn; of several that now say the same, the first. */
function retarget(edges: readonly GraphEdge[], hidden: ReadonlyMap<string, string>): readonly GraphEdge[] {
  const seen = new Set<string>();
  return edges.flatMap(edge => {
    const from = hidden.get(edge.from) ?? edge.from;
    const to = hidden.get(edge.to) ?? edge.to;
    if (from === edge.from && to === edge.to) return [edge];
    if (from === to) return [];
    // The nodes of a card go on to what comes next in one way, whatever leads there inside.
    const words =
      edge.kind === 'back' || edge.to === 'stop' ? `${edge.label ?? ''} ${edge.atMost ?? ''}` : '';
    const key = JSON.stringify([from, to, edge.kind === 'route' ? 'sequence' : edge.kind, words]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...edge, from, to }];
  });
}
