/** What is drawn for a text that may be broken, or gone: never nothing, and never something old without saying so. */
import type { ChainGraph, GraphNode } from '../../../../server/src/lsp/protocol.ts';

export interface Presentation {
  readonly graph: ChainGraph | undefined;
  /** Ids of its nodes that the present text does not have. */
  readonly stale: readonly string[];
}

/** Nodes that no text has. */
const isSynthetic = ({ kind }: GraphNode): boolean => kind === 'start' || kind === 'end' || kind === 'stop';

/**
 * @param good The last graph of a sound text; `undefined`: there was none.
 * @param current The graph of the present text; `undefined`: it is no chain.
 */
export function present(good: ChainGraph | undefined, current: ChainGraph | undefined): Presentation {
  if (current === undefined) {
    const lost = good?.nodes.filter(node => !isSynthetic(node)).map(({ id }) => id) ?? [];
    return { graph: good, stale: lost };
  }
  if (current.complete || good === undefined) return { graph: current, stale: [] };
  const present = new Map(current.nodes.map(node => [node.id, node]));
  const lost = good.nodes.filter(node => !isSynthetic(node) && !present.has(node.id)).map(({ id }) => id);
  // Where the break hides nothing, what the text says now is better than what it said.
  if (lost.length === 0) return { graph: current, stale: [] };
  const nodes = good.nodes.map(node => withPresentWords(node, present.get(node.id)));
  return { graph: { ...current, nodes, edges: good.edges }, stale: lost };
}

/** The node as the text has it now, in the place that it had. */
function withPresentWords(node: GraphNode, now: GraphNode | undefined): GraphNode {
  if (now === undefined || now.kind !== node.kind) return node;
  const { parent: _parent, route: _route, ...words } = now;
  const { parent, route } = node;
  return { ...words, ...(parent !== undefined && { parent }), ...(route !== undefined && { route }) };
}

/** Without what only the editor needs, so that graphs which draw the same are the same. */
export function withoutPlaces({ broken: _broken, ...graph }: ChainGraph): ChainGraph {
  const nodes = graph.nodes.map(({ range: _range, uri: _uri, ...node }) => node);
  return { ...graph, nodes };
}
