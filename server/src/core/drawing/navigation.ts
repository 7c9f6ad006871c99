/** Where the arrow keys lead in a drawing: down and up along the edges, left and right to what stands beside. */
import type { ChainGraph, GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import type { Box, Drawing } from './drawing.ts';
import { type Direction, suiteNeighbour } from './suite/suiteNeighbour.ts';

export type { Direction };

/**
 * The node to go to from `id`; `undefined`: there is none that way, or no such node. `drawing` is of `graph`; a node inside a
 * collapsed one stands for that.
 */
export function neighbour(
  graph: ChainGraph,
  drawing: Drawing,
  id: string,
  direction: Direction,
): string | undefined {
  if (graph.subject.kind === 'suite') return suiteNeighbour(graph, drawing, id, direction);
  const map = mapOf(graph, drawing);
  const from = map.shown(id);
  const place = from === undefined ? undefined : drawing.places.get(from);
  if (from === undefined || place === undefined) return undefined;
  if (direction === 'down' || direction === 'up') return along(map, graph, from, direction);
  return beside(map, graph, from, place, direction);
}

interface NodeMap {
  readonly byId: ReadonlyMap<string, GraphNode>;
  /** What stands in the drawing for a node: itself, or the card it is folded into. */
  shown(id: string): string | undefined;
  place(id: string): Box | undefined;
}

function mapOf(graph: ChainGraph, { places }: Drawing): NodeMap {
  // Everything that is folded into a card has the card's own place, and the card comes first.
  const cards = new Map<Box, string>();
  for (const [id, place] of places) if (!cards.has(place)) cards.set(place, id);
  return {
    byId: new Map(graph.nodes.map((node): [string, GraphNode] => [node.id, node])),
    place: id => places.get(id),
    shown: id => {
      const place = places.get(id);
      return place === undefined || id === 'stop' ? undefined : cards.get(place);
    },
  };
}

const isFlow = ({ kind, label }: GraphEdge): boolean =>
  (kind === 'sequence' && label !== 'after') || kind === 'route';

const middle = ({ x, width }: Box): number => x + width / 2;
const level = ({ y, height }: Box): number => y + height / 2;

/** Along the edges; of several the main one. */
function along(map: NodeMap, graph: ChainGraph, from: string, direction: 'up' | 'down'): string | undefined {
  const boxed = firstIn(map, graph, from);
  // A phase or lane has no edges; what is in it has.
  if (boxed !== undefined) return direction === 'down' ? boxed : aboveBox(map, graph, from, boxed);
  const ends = graph.edges.filter(isFlow).flatMap(edge => {
    const [near, far] = direction === 'down' ? [edge.from, edge.to] : [edge.to, edge.from];
    const end = map.shown(near) === from ? map.shown(far) : undefined;
    return end === undefined || end === from ? [] : [end];
  });
  return leftmost(map, ends);
}

/** The first node in a phase or lane that is drawn as a box. */
function firstIn({ byId, shown }: NodeMap, { nodes }: ChainGraph, id: string): string | undefined {
  const kind = byId.get(id)?.kind;
  if (kind !== 'phase' && kind !== 'lane') return undefined;
  return nodes.find(node => node.parent === id && shown(node.id) === node.id)?.id;
}

function aboveBox(map: NodeMap, graph: ChainGraph, id: string, first: string): string | undefined {
  const parent = map.byId.get(id)?.parent;
  if (map.byId.get(id)?.kind === 'lane') return parent;
  return along(map, graph, first, 'up');
}

/** The main way is the one that stands farthest to the left. */
function leftmost({ place }: NodeMap, ids: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const { x } = place(id) ?? { x: Number.POSITIVE_INFINITY };
    if (x < least) [best, least] = [id, x];
  }
  return best;
}

/**
 * To the left a loop leads back to its beginning; to the right a decision leads to its exits and a node to its handoffs; else both
 * lead to the nearest node on the same level.
 */
function beside(
  map: NodeMap,
  graph: ChainGraph,
  from: string,
  place: Box,
  direction: 'left' | 'right',
): string | undefined {
  const near = onLevel(map, graph, from, place, direction);
  if (near !== undefined) return near;
  const ends = graph.edges
    .filter(edge =>
      direction === 'left' ? edge.kind === 'back' : edge.kind === 'route' || edge.kind === 'handoff',
    )
    .flatMap(edge => (map.shown(edge.from) === from ? [map.shown(edge.to)] : []))
    .filter(end => end !== undefined && end !== from);
  if (direction === 'left') return ends[0];
  const isRight = (id: string | undefined): boolean => {
    const box = id === undefined ? undefined : map.place(id);
    return box !== undefined && middle(box) > middle(place);
  };
  return ends.find(isRight);
}

/** The nearest node that shares a level with this one; boxes around nodes do not count. */
function onLevel(
  { byId, shown, place: placeOf }: NodeMap,
  graph: ChainGraph,
  from: string,
  place: Box,
  direction: 'left' | 'right',
): string | undefined {
  const sign = direction === 'left' ? -1 : 1;
  const isBox = (id: string): boolean => {
    const kind = byId.get(id)?.kind;
    return (
      (kind === 'phase' || kind === 'lane' || kind === 'fork') &&
      graph.nodes.some(node => node.parent === id && shown(node.id) === node.id)
    );
  };
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { id } of graph.nodes) {
    if (id === from || shown(id) !== id || isBox(id)) continue;
    const box = placeOf(id);
    if (box === undefined || box.y >= place.y + place.height || box.y + box.height <= place.y) continue;
    const way = (middle(box) - middle(place)) * sign;
    // Of two in the same column the one that is more on a level.
    const cost = way + Math.abs(level(box) - level(place)) / 8;
    if (way > 1 && cost < least) [best, least] = [id, cost];
  }
  return best;
}
