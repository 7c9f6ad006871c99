import type { ChainModel, ChainNode } from '../../../model/chain.ts';
import { nodeAt } from '../../../model/references.ts';
import type { Span } from '../../../util/span.ts';
import { type ListedNode, listed } from './refactor.ts';

/** The nodes of the innermost list that holds all of a selection, from the first that it touches to the last. */
export function chosenNodes(model: ChainModel, { start, end }: Span): readonly ListedNode[] {
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
