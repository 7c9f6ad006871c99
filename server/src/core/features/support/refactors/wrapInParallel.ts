import type { ChainModel, ChainNode } from '../../../model/chain.ts';
import { nodeAt } from '../../../model/references.ts';
import { wrapItems } from '../../../syntax/wrapItems.ts';
import type { Span } from '../../../util/span.ts';
import { type ListedNode, listed, named, type Refactor, type RefactorPlace } from './refactor.ts';

/** Lets the node at the cursor, or the neighbours that are selected, run at once: each becomes a lane of a `parallel`. */
export function wrapInParallel({ context: { document }, model, span }: RefactorPlace): readonly Refactor[] {
  const chosen = chosenNodes(model, span);
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return [];
  if (chosen.length === 1 && first.node.kind === 'parallel') return [];
  // What stands in a parallel by itself is a lane already.
  if (first.list.parent?.kind === 'entry' && first.list.parent.key.text === 'parallel') return [];
  const edits = wrapItems(document, first.list, { first: first.map, last: last.map, key: 'parallel' });
  if (edits === undefined) return [];
  const title =
    chosen.length === 1
      ? `Wrap ${named(first.node)} in a parallel`
      : `Run these ${chosen.length} at once in a parallel`;
  return [{ title, kind: 'refactor.rewrite', edits }];
}

/** The nodes of the innermost list that holds all of a selection, from the first that it touches to the last. */
function chosenNodes(model: ChainModel, { start, end }: Span): readonly ListedNode[] {
  const from = waysUp(nodeAt(model, start));
  if (start === end) return from.slice(0, 1);
  const until = waysUp(
    model.nodes.findLast(({ span }) => span.start < end && end <= span.end) ?? nodeAt(model, end),
  );
  for (const one of from) {
    const other = until.find(({ list }) => list === one.list);
    if (other === undefined) continue;
    const own = new Map(model.nodes.flatMap(node => listed(node) ?? []).map(each => [each.map, each]));
    const between = one.list.items.slice(Math.min(one.at, other.at), Math.max(one.at, other.at) + 1);
    const nodes = between.flatMap(item => (item.kind === 'map' ? (own.get(item) ?? []) : []));
    return nodes.length === between.length ? nodes : [];
  }
  return [];
}

/** A node and those around it, from the inside. */
function waysUp(node: ChainNode | undefined): readonly ListedNode[] {
  const found: ListedNode[] = [];
  for (let at = node; at !== undefined; at = at.list.parentNode) {
    const place = listed(at);
    if (place !== undefined) found.push(place);
  }
  return found;
}
