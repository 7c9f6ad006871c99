/** Which node is which after an edit: ids are made of words, so a new word is a new id of the same node. */
import type { GraphNode } from '../../../../../server/src/lsp/protocol.ts';

type Named = Pick<GraphNode, 'id' | 'kind'>;

/**
 * Old id to new one, for nodes that stand where others of the same kinds stood: between two neighbours that are still there, as many of
 * the same kinds in the same order.
 */
export function renames(before: readonly Named[], after: readonly Named[]): ReadonlyMap<string, string> {
  // The usual case: nothing has another name.
  if (before.length === after.length && before.every(({ id }, at) => id === after[at]?.id)) return new Map();
  const [old, present] = [idsOf(before), idsOf(after)];
  const vanished = runs(before, node => present.has(node.id));
  const appeared = new Map(runs(after, node => old.has(node.id)).map(run => [run.behind, run.nodes]));
  const found = new Map<string, string>();
  for (const { behind, nodes } of vanished) {
    const others = appeared.get(behind) ?? [];
    if (kinds(nodes) !== kinds(others)) continue;
    for (const [index, node] of nodes.entries()) {
      const other = others[index];
      if (other !== undefined) found.set(node.id, other.id);
    }
  }
  return found;
}

const idsOf = (nodes: readonly Named[]): ReadonlySet<string> => new Set(nodes.map(({ id }) => id));
const kinds = (nodes: readonly Named[]): string => nodes.map(({ kind }) => kind).join();

interface Run {
  /** The id of the neighbour that it follows; `undefined`: it begins the list. */
  readonly behind: string | undefined;
  readonly nodes: readonly Named[];
}

/** The runs of nodes for which `stays` does not hold. */
function runs(nodes: readonly Named[], stays: (node: Named) => boolean): readonly Run[] {
  const found: { behind: string | undefined; nodes: Named[] }[] = [];
  let run: { behind: string | undefined; nodes: Named[] } = { behind: undefined, nodes: [] };
  for (const node of nodes) {
    if (!stays(node)) {
      run.nodes.push(node);
      continue;
    }
    if (run.nodes.length > 0) found.push(run);
    run = { behind: node.id, nodes: [] };
  }
  return run.nodes.length > 0 ? [...found, run] : found;
}
