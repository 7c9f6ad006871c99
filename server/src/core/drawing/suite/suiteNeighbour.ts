/** Where the arrow keys lead in the drawing of a suite. */
import type { ChainGraph, GraphNode } from '../../analysis/chainGraph.ts';
import type { Box, Drawing } from '../drawing.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * Down and up along the edges, to the nearest of what needs this and of what this needs; where there is none, to the nearest card in that
 * direction, so that every card is reached. Left and right along the row; from its first card to the phase, and from a phase into it.
 * From phase to phase down and up. `undefined`: there is nothing that way, or no such node.
 */
export function suiteNeighbour(
  graph: ChainGraph,
  drawing: Drawing,
  id: string,
  direction: Direction,
): string | undefined {
  const map = mapOf(graph, drawing);
  const from = map.shown(id);
  const place = from === undefined ? undefined : drawing.places.get(from);
  if (from === undefined || place === undefined) return undefined;
  const isDown = direction === 'down' || direction === 'up';
  if (map.bands.has(from)) {
    if (isDown) return nearest(map.bands, place, direction, from);
    return direction === 'right' ? firstIn(map.cards, place) : undefined;
  }
  if (!isDown) {
    const beside = nearest(inRow(map.cards, place), place, direction, from);
    return beside ?? (direction === 'left' ? bandOf(map.bands, place) : undefined);
  }
  const ends = graph.edges.flatMap(edge => {
    const [near, far] = direction === 'down' ? [edge.from, edge.to] : [edge.to, edge.from];
    const end = map.shown(near) === from ? map.shown(far) : undefined;
    return end === undefined || end === from ? [] : [end];
  });
  const linked = new Map([...map.cards].filter(([each]) => ends.includes(each)));
  return (
    nearest(linked, place, direction, from) ??
    // What is needed may stand below.
    closest(linked, place) ??
    nearest(map.cards, place, direction, from)
  );
}

type Boxes = ReadonlyMap<string, Box>;

interface SuiteMap {
  /** The phases that are drawn around their items. */
  readonly bands: Boxes;
  readonly cards: Boxes;
  /** What stands in the drawing for a node: itself, or the phase that it is folded into. */
  shown(id: string): string | undefined;
}

function mapOf(graph: ChainGraph, { places }: Drawing): SuiteMap {
  const byId = new Map(graph.nodes.map((node): [string, GraphNode] => [node.id, node]));
  // Everything that is folded into a card has the card's own place, and the card comes first.
  const owner = new Map<Box, string>();
  for (const [id, place] of places) if (!owner.has(place)) owner.set(place, id);
  const folded = new Set(
    [...places].flatMap(([id, place]) => {
      const card = owner.get(place);
      return card === undefined || card === id ? [] : [card];
    }),
  );
  const drawn = [...places].filter(([id, place]) => owner.get(place) === id);
  const isBand = ([id]: readonly [string, Box]): boolean => byId.get(id)?.kind === 'phase' && !folded.has(id);
  return {
    bands: new Map(drawn.filter(isBand)),
    cards: new Map(drawn.filter(each => !isBand(each))),
    shown: id => {
      const place = places.get(id);
      return place === undefined ? undefined : owner.get(place);
    },
  };
}

const middle = ({ x, width }: Box): number => x + width / 2;

const inRow = (cards: Boxes, { y }: Box): Boxes => new Map([...cards].filter(([, box]) => box.y === y));

/** The one to which it is the shortest way in a direction; what stands aside counts less than what stands farther on. */
function nearest(boxes: Boxes, from: Box, direction: Direction, self: string): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  const sign = direction === 'down' || direction === 'right' ? 1 : -1;
  const isDown = direction === 'down' || direction === 'up';
  for (const [id, box] of boxes) {
    const [across, down] = [middle(box) - middle(from), box.y - from.y];
    const way = (isDown ? down : across) * sign;
    const cost = way + Math.abs(isDown ? across : down) / 4;
    if (id !== self && way > 1 && cost < least) [best, least] = [id, cost];
  }
  return best;
}

function closest(boxes: Boxes, from: Box): string | undefined {
  const distance = (box: Box): number => Math.hypot(middle(box) - middle(from), box.y - from.y);
  return [...boxes].toSorted(([, one], [, other]) => distance(one) - distance(other))[0]?.[0];
}

const holds = (band: Box, { x, y }: Box): boolean =>
  x >= band.x && x <= band.x + band.width && y >= band.y && y <= band.y + band.height;

const bandOf = (bands: Boxes, card: Box): string | undefined =>
  [...bands].find(([, band]) => holds(band, card))?.[0];

const firstIn = (cards: Boxes, band: Box): string | undefined =>
  [...cards].find(([, card]) => holds(band, card))?.[0];
