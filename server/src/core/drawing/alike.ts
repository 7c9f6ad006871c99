/** Whether two graphs are laid out alike: where they differ in words alone, and in ids, which are made of words. */
import type { GraphEdge, GraphNode } from '../analysis/chainGraph.ts';

/** What a layout depends on. */
export interface LayoutSource {
  /** Normal ones, in text order. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Ids of the phases and parallels that are cards. */
  readonly folded: ReadonlySet<string>;
}

/** Nodes and edges are compared in their order: one that stands elsewhere is another. */
export function areLaidOutAlike(one: LayoutSource, other: LayoutSource): boolean {
  if (one.nodes.length !== other.nodes.length || one.edges.length !== other.edges.length) return false;
  if (one.folded.size !== other.folded.size) return false;
  for (const id of one.folded) if (!other.folded.has(id)) return false;
  const renamed = new Map<string, string>();
  for (const [at, { id }] of one.nodes.entries()) {
    const now = other.nodes[at]?.id;
    if (now !== undefined && now !== id) renamed.set(id, now);
  }
  if (renamed.size > 0 && !mayBeRenamed(one, other)) return false;
  const named = (id: string): string => renamed.get(id) ?? id;
  return (
    one.nodes.every((node, at) => standsAlike(node, other.nodes[at], named)) &&
    one.edges.every((edge, at) => runsAlike(edge, other.edges[at], named))
  );
}

/** Whether two nodes differ at most in what no size and no place depends on; and so many words stand beside each. */
const standsAlike = (one: GraphNode, other: GraphNode | undefined, named: (id: string) => string): boolean =>
  other !== undefined &&
  // The same node stands elsewhere where what it stands in goes by another name now.
  (one.parent === undefined ? undefined : named(one.parent)) === other.parent &&
  (one.route === undefined ? undefined : named(one.route.decision)) === other.route?.decision &&
  (one === other ||
    (one.kind === other.kind &&
      (one.id === other.id || (!countsByName(one) && !countsByName(other))) &&
      one.route?.index === other.route?.index &&
      one.handoff === other.handoff &&
      one.elsewhere === other.elsewhere &&
      one.by?.length === other.by?.length &&
      (one.when === undefined) === (other.when === undefined) &&
      (one.document === undefined) === (other.document === undefined)));

/** An id that says more than which node it is: what follows a parallel is known by its name, and `stop` is no place. */
const countsByName = ({ id, kind }: GraphNode): boolean =>
  kind === 'fork' || id === 'stop' || id.endsWith('.synthesize');

function runsAlike(one: GraphEdge, other: GraphEdge | undefined, named: (id: string) => string): boolean {
  if (one === other) return named(one.from) === one.from && named(one.to) === one.to;
  return (
    other !== undefined &&
    named(one.from) === other.from &&
    named(one.to) === other.to &&
    one.kind === other.kind &&
    one.label === other.label &&
    one.atMost === other.atMost &&
    one.conflict === other.conflict
  );
}

/** Whether the same edges lead nowhere: a new id may be what one of them named in vain. */
function mayBeRenamed(one: LayoutSource, other: LayoutSource): boolean {
  const [before, now] = [idsOf(one.nodes), idsOf(other.nodes)];
  return one.edges.every((edge, at) => {
    const next = other.edges[at];
    return (
      next !== undefined &&
      before.has(edge.from) === now.has(next.from) &&
      before.has(edge.to) === now.has(next.to)
    );
  });
}

const idsOf = (nodes: readonly GraphNode[]): ReadonlySet<string> => new Set(nodes.map(({ id }) => id));
