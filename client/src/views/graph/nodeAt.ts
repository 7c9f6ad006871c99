/** From the editor's cursor to the node it stands in. */
import type { ChainGraph, GraphNode } from '../../../../server/src/lsp/protocol.ts';

/** 0-based, characters in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * The innermost node whose text holds the place, or, where the place is before a node's first word, the node that begins in its line;
 * `undefined`: none, as in the chain's head.
 */
export function nodeAt(graph: ChainGraph, place: Place): GraphNode | undefined {
  let holding: GraphNode | undefined;
  let beginning: GraphNode | undefined;
  for (const node of graph.nodes) {
    if (node.range === undefined) continue;
    if (within(place, node.range)) {
      if (holding?.range === undefined || isInside(node.range, holding.range)) holding = node;
    } else if (node.range.start.line === place.line && compare(place, node.range.start) < 0) {
      if (beginning?.range === undefined || isInside(beginning.range, node.range)) beginning = node;
    }
  }
  return holding?.range?.start.line === place.line ? holding : (beginning ?? holding);
}

interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

const compare = (left: Place, right: Place): number =>
  left.line - right.line || left.character - right.character;

const within = (place: Place, { start, end }: PlaceRange): boolean =>
  compare(start, place) <= 0 && compare(place, end) <= 0;

/** Starts later, or at the same place and ends earlier. Of two with one text, the first is where it is written; an alias repeats the other. */
const isInside = (inner: PlaceRange, outer: PlaceRange): boolean => {
  const start = compare(outer.start, inner.start);
  return start < 0 || (start === 0 && compare(inner.end, outer.end) < 0);
};
