/** Draws a suite: its phases as bands one below the other, its items as cards in rows, and who needs whom as edges between them. */
import type { ChainGraph } from '../../analysis/chainGraph.ts';
import { type Box, type Drawing, type DrawingOptions, inBox, type Piece } from '../drawing.ts';
import { round } from '../shapes.ts';
import { drawWire, stretchOfWire } from '../wires.ts';
import { drawBand } from './bands.ts';
import { type Band, type SuiteChart, suiteChart } from './chart.ts';
import { loopRoute, type Route, wiresOf } from './edges.ts';
import type { FreeGraph, FreeLayout } from './freeGraph.ts';
import { drawCard } from './itemCard.ts';
import { layOutSimply } from './layOutSimply.ts';
import { bandPadding, headerWidth, loopGap } from './sizes.ts';

/** Around everything. */
const margin = 24;

/** What an engine lays out to draw this. */
export const suiteLayoutGraph = (graph: ChainGraph, collapsed: ReadonlySet<string>): FreeGraph =>
  suiteChart(graph, collapsed).graph;

/**
 * The drawing of a suite's graph; of any graph, whatever is wrong with it. Deterministic.
 * @param layout Of what `suiteLayoutGraph` gives for the same graph and options; `undefined`: the simple one.
 */
export function drawSuite(
  graph: ChainGraph,
  { collapsed, stale }: DrawingOptions,
  layout: FreeLayout | undefined,
): Drawing {
  const chart = suiteChart(graph, collapsed);
  const { cards, bands, edges, loops, hidden } = chart;
  const { boxes, routes, left, right } = placed(chart, layout ?? layOutSimply(chart.graph));
  const none: Box = { x: 0, y: 0, width: 0, height: 0 };
  const boxOf = (card: number): Box => boxes[card] ?? none;

  const all: Route[] = [
    ...edges.map((edge, at) => ({ edge, points: routes[at] ?? [] })),
    ...loops.map(({ edge, card }) => ({ edge, points: loopRoute(boxOf(card)) })),
  ];
  const places = new Map<string, Box>();
  const groups: Piece[] = [];
  for (const band of bands) {
    const frame = frameOf(band, boxes, left, right);
    const isFolded = band.phase !== undefined && collapsed.has(band.phase.id);
    const isStale = band.phase !== undefined && stale.has(band.phase.id);
    if (band.isFramed) groups.push(inBox(frame, drawBand(band, frame, isFolded, isStale)));
    if (band.phase !== undefined) places.set(band.phase.id, frame);
    for (const card of band.cards) {
      const { node, isBlank } = cards[card] ?? { isBlank: true };
      if (node !== undefined && !isBlank) places.set(node.id, boxOf(card));
    }
  }
  for (const [id, phase] of hidden) {
    const place = places.get(phase);
    if (place !== undefined) places.set(id, place);
  }
  const framed = bands.some(({ isFramed }) => isFramed);
  const frames = bands.map(band => frameOf(band, boxes, left, right));
  const wires = wiresOf(all, boxes);
  const pieces: readonly Piece[] = [
    ...groups,
    // Where lines lie on each other, those that cannot hold are seen.
    ...wires
      .toSorted((one, other) => Number(one.style !== 'flow') - Number(other.style !== 'flow'))
      .map(wire => ({ element: drawWire(wire, false), stretch: stretchOfWire(wire) })),
    ...cards.flatMap((card, at) =>
      card.isBlank ? [] : [inBox(boxOf(at), drawCard(card, boxOf(at), stale.has(card.node.id)))],
    ),
  ];
  return {
    bounds: boundsOf(framed ? frames : [{ ...none, x: left, width: right - left }, ...boxes]),
    elements: pieces.map(({ element }) => element),
    stretches: pieces.map(({ stretch }) => stretch),
    places,
  };
}

/** Boxes and routes on whole and half pixels, the first row at the top and all at the right of the origin; and how far they reach. */
function placed(
  { graph, loops }: SuiteChart,
  { places, routes }: FreeLayout,
): {
  readonly boxes: readonly Box[];
  readonly routes: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly left: number;
  readonly right: number;
} {
  let [left, top, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [at, { x, y }] of places.entries()) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + (graph.nodes[at]?.width ?? 0));
  }
  for (const route of routes) {
    for (const { x } of route) {
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  if (left > right) return { boxes: [], routes: [], left: 0, right: 0 };
  const move = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: round(x - left),
    y: round(y - top),
  });
  return {
    boxes: graph.nodes.map(({ width, height }, at) => ({
      ...move(places[at] ?? { x: left, y: top }),
      width,
      height,
    })),
    routes: routes.map(route => route.map(move)),
    left: 0,
    right: round(right - left) + (loops.length > 0 ? loopGap : 0),
  };
}

/** From its name to the right side of everything. */
function frameOf({ cards }: Band, boxes: readonly Box[], left: number, right: number): Box {
  const own = cards.flatMap(card => boxes[card] ?? []);
  const top = Math.min(...own.map(({ y }) => y)) - bandPadding;
  const bottom = Math.max(...own.map(({ y, height }) => y + height)) + bandPadding;
  return {
    x: left - bandPadding - headerWidth,
    y: top,
    width: right - left + 2 * bandPadding + headerWidth,
    height: bottom - top,
  };
}

function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map(box => box.x)) - margin;
  const y = Math.min(...boxes.map(box => box.y)) - margin;
  return {
    x,
    y,
    width: Math.max(...boxes.map(box => box.x + box.width)) + margin - x,
    height: Math.max(...boxes.map(box => box.y + box.height)) + margin - y,
  };
}
