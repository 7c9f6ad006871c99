/** The dependencies of a suite as wires, and where the words of those stand that cannot hold. */
import type { GraphEdge } from '../../analysis/chainGraph.ts';
import type { Box } from '../drawing.ts';
import type { Point } from '../ports.ts';
import { chipHeight } from '../sizes.ts';
import type { Wire, WireWords } from '../wire.ts';
import { chipOf } from '../wires.ts';
import { loopGap } from './sizes.ts';

export interface Route {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
}

/** `cards` are what no words may cover. */
export function wiresOf(routes: readonly Route[], cards: readonly Box[]): readonly Wire[] {
  const taken: Box[] = [];
  const crossings = routes.flatMap(({ edge, points }) =>
    stretchesOf(points).map(stretch => ({ edge, ...boxOf(stretch) })),
  );
  return routes.map(({ edge, points }): Wire => {
    const wire: Wire = {
      edge,
      style: edge.conflict === undefined ? 'flow' : edge.conflict === 'circle' ? 'circle' : 'later',
      points: points.map(point => () => point),
      arrow: true,
    };
    if (edge.conflict === undefined) return wire;
    const words = {
      text: edge.conflict,
      bound: '',
      room: 120,
      lines: 1,
      middle: () => ({ x: 0, y: 0 }),
    } as const;
    const size = chipOf(words)?.box;
    const others = crossings.filter(each => each.edge !== edge);
    const place = size && placeOfWords(points, size, cards, taken, others);
    if (place === undefined) return wire;
    taken.push(place.box);
    return { ...wire, words: withMiddle(words, place.middle) };
  });
}

const withMiddle = (words: WireWords, middle: Point): WireWords => ({ ...words, middle: () => middle });

/** From a card out and back into it, at its right side, before what runs along there. */
export function loopRoute({ x, y, width, height }: Box): readonly Point[] {
  const right = x + width;
  const out = right + loopGap;
  const [upper, lower] = [y + height * 0.35, y + height * 0.8];
  return [
    { x: right, y: lower },
    { x: out, y: lower },
    { x: out, y: upper },
    { x: right, y: upper },
  ];
}

type Stretch = readonly [Point, Point];

const stretchesOf = (points: readonly Point[]): readonly Stretch[] =>
  points.slice(1).map((point, at): Stretch => [points[at] ?? point, point]);

const boxOf = ([from, to]: Stretch): Box => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
});

const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Between tries along a line. */
const step = 12;
/** What words keep free around them. */
const air = 2;

/** On the line, clear of cards and other words, and of as many other lines as can be; the first such place from its beginning on. */
function placeOfWords(
  points: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
  cards: readonly Box[],
  taken: readonly Box[],
  lines: readonly Box[],
): { readonly box: Box; readonly middle: Point } | undefined {
  let best: { readonly box: Box; readonly middle: Point } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const middle of tries(points)) {
    const box = {
      x: middle.x - width / 2 - air,
      y: middle.y - height / 2 - air,
      width: width + 2 * air,
      height: height + 2 * air,
    };
    if ([...cards, ...taken].some(other => meet(box, other))) continue;
    const crossed = lines.filter(other => meet(box, other)).length;
    if (crossed >= least) continue;
    [best, least] = [{ box, middle }, crossed];
    if (least === 0) break;
  }
  return best;
}

function* tries(points: readonly Point[]): Generator<Point> {
  for (const [from, to] of stretchesOf(points)) {
    const length = Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
    const count = Math.max(1, Math.floor((length - chipHeight) / step));
    for (let at = 1; at <= count; at++) {
      const share = at / (count + 1);
      yield { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
  }
}
