/** Draws the flow of a chain by its block structure: one pass to measure, one to place, none to search. */
import type { ChainGraph } from '../analysis/chainGraph.ts';
import type { Item, List, ParallelItem } from './block.ts';
import { drawNode, shapeBox } from './cards.ts';
import { type Folded, foldGraph } from './collapse.ts';
import { criticalPath } from './criticalPath.ts';
import type { Box, Drawing, DrawingOptions } from './drawing.ts';
import {
  drawJoin,
  drawLane,
  drawParallel,
  drawPhase,
  joinBox,
  laneBox,
  parallelBox,
  phaseBox,
} from './groups.ts';
import { layOutChain } from './layOutChain.ts';
import { rowPlaces } from './rowPlaces.ts';
import { drawRows } from './rows.ts';
import { rowHeight } from './sizes.ts';
import type { SvgElement } from './svgElement.ts';
import type { Wire } from './wire.ts';
import { chipOf, drawWire } from './wires.ts';

/** Around everything. */
const margin = 24;

/** The drawing of a chain's graph; of any graph, whatever is wrong with it. Deterministic: the same graph, the same drawing. */
export function drawChain(given: ChainGraph, options: DrawingOptions): Drawing {
  const { graph, folded, hidden } = foldGraph(given, options.collapsed);
  const { chart, wires } = layOutChain(graph, new Set(folded.keys()));
  const critical = criticalPath(graph);
  const isCritical = ({ edge }: Wire): boolean => critical.edges.has(edge.id);
  // Where lines lie on each other, the critical one is seen.
  const inOrder = wires.toSorted((left, right) => Number(isCritical(left)) - Number(isCritical(right)));
  const layers: Layers = {
    groups: [],
    edges: inOrder.map(wire => drawWire(wire, isCritical(wire))),
    nodes: [],
    places: new Map(),
    right: chart.top.right,
  };
  const marked = { stale: options.stale, critical: critical.nodes };
  for (const item of chart.items) addItem(layers, item, folded, marked);
  addStop(
    layers,
    wires.flatMap(({ stop }) => (stop === undefined ? [] : [stop.middle()])),
  );
  const { places } = layers;
  for (const [id, card] of hidden) {
    const place = places.get(card);
    if (place !== undefined) places.set(id, place);
  }
  const placesInOrder = given.nodes.flatMap(({ id }): (readonly [string, Box])[] => {
    const place = places.get(id);
    return place === undefined ? [] : [[id, place]];
  });
  return {
    bounds: boundsOf(chart.top.items, leftOf(chart.top, wires), layers.right),
    elements: [...layers.groups, ...layers.edges, ...layers.nodes],
    places: new Map([...placesInOrder, ...places]),
  };
}

/** Ids of what is drawn otherwise than the rest. */
interface Marked {
  readonly stale: ReadonlySet<string>;
  readonly critical: ReadonlySet<string>;
}

interface Layers {
  readonly groups: SvgElement[];
  readonly edges: SvgElement[];
  readonly nodes: SvgElement[];
  readonly places: Map<string, Box>;
  /** Where the words beside nodes end. */
  right: number;
}

function addItem(layers: Layers, item: Item, folded: ReadonlyMap<string, Folded>, marked: Marked): void {
  const { node } = item;
  const staleIds = marked.stale;
  const stale = staleIds.has(node.id);
  if (item.kind === 'phase') {
    layers.groups.push(drawPhase(item, stale));
    layers.places.set(node.id, phaseBox(item));
  } else if (item.kind === 'parallel') {
    addParallel(layers, item, staleIds);
  } else {
    layers.nodes.push(
      drawNode(item, { node, folded: folded.get(node.id), stale, critical: marked.critical.has(node.id) }),
    );
    layers.places.set(node.id, shapeBox(item));
  }
  if (item.rows.length === 0) return;
  const rows = drawRows(item, staleIds);
  layers.right = Math.max(layers.right, rows.right);
  layers.edges.push(...rows.edges);
  layers.nodes.push(...rows.nodes);
  for (const [id, place] of rows.places) layers.places.set(id, place);
}

function addParallel(layers: Layers, item: ParallelItem, stale: ReadonlySet<string>): void {
  const { node, join, lanes } = item;
  layers.groups.push(drawParallel(item, stale.has(node.id)));
  layers.places.set(node.id, parallelBox(item));
  for (const lane of lanes) {
    const { node: named } = lane;
    if (named === undefined) continue;
    const drawn = drawLane(item, lane, stale.has(named.id));
    if (drawn !== undefined) layers.groups.push(drawn);
    layers.places.set(named.id, laneBox(item, lane));
  }
  const bar = drawJoin(item, join !== undefined && stale.has(join.id));
  if (bar === undefined || join === undefined) return;
  layers.nodes.push(bar);
  layers.places.set(join.id, joinBox(item));
}

const stopSize = 14;

/** There are as many signs for `stop` as there are ways to it; its place is that of the first. */
function addStop({ places }: Layers, [first]: readonly { readonly x: number; readonly y: number }[]): void {
  if (first === undefined) return;
  const { x, y } = first;
  places.set('stop', { x: x - stopSize / 2, y: y - stopSize / 2, width: stopSize, height: stopSize });
}

/** How far all reaches to the left: the room that words of loops may take counts so far as they take it. */
function leftOf({ items, passes }: List, wires: readonly Wire[]): number {
  let left = 0;
  for (const item of items) left = Math.max(left, item.left);
  for (const { side, reach } of passes) if (side === 'left') left = Math.max(left, reach);
  for (const { words } of wires) {
    if (words?.side === 'left') left = Math.max(left, -(chipOf(words)?.box.x ?? 0));
  }
  return left;
}

function boundsOf(items: readonly Item[], left: number, right: number): Box {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  const above = Math.min(0, ...rowPlaces(first).map(({ y }) => y - rowHeight / 2));
  const top = first.y + above - margin;
  return {
    x: -left - margin,
    y: top,
    width: left + right + 2 * margin,
    height: last.y + last.height + margin - top,
  };
}
