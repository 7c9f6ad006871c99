/** Draws the flow of a chain by its block structure: one pass to measure, one to place, none to search. */
import type { ChainGraph, GraphNode } from '../analysis/chainGraph.ts';
import type { BoxItem, DecisionItem, Item, List, ParallelItem, PhaseItem } from './block.ts';
import { rowsIn } from './blocks.ts';
import { drawNode, shapeBox } from './cards.ts';
import { type Folded, foldGraph } from './collapse.ts';
import { criticalPath } from './criticalPath.ts';
import { type Box, type Drawing, type DrawingOptions, inBox, type Piece } from './drawing.ts';
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
import { createKeeper, type Keeper, type KeptParts } from './kept.ts';
import { type LaidOut, layOutChain } from './layOutChain.ts';
import { rowPlaces } from './rowPlaces.ts';
import { type DrawnRows, drawRows, makingsOfRows } from './rows.ts';
import { rowHeight } from './sizes.ts';
import type { Wire } from './wire.ts';
import { chipOf, drawWire, makingsOfWire, stretchOfWire } from './wires.ts';

/** Around everything. */
const margin = 24;

/** A drawing with what the next one may take over from it. */
export interface DrawnChain {
  readonly drawing: Drawing;
  readonly laidOut: LaidOut;
  readonly pieces: KeptParts<Piece>;
  readonly rows: KeptParts<DrawnRows>;
}

/** The drawing of a chain's graph; of any graph, whatever is wrong with it. Deterministic: the same graph, the same drawing. */
export const drawChain = (graph: ChainGraph, options: DrawingOptions): Drawing =>
  redrawChain(graph, options, undefined).drawing;

/**
 * The same drawing, sooner: what is as it was `before` is the same element, and where words alone changed nothing is laid out. Nodes are
 * compared by identity, so a graph that shares them with the one before gains most.
 */
export function redrawChain(
  given: ChainGraph,
  options: DrawingOptions,
  before: DrawnChain | undefined,
): DrawnChain {
  const { graph, folded, hidden } = foldGraph(given, options.collapsed);
  const laidOut = layOutChain(graph, new Set(folded.keys()), before?.laidOut);
  const { chart, wires } = laidOut;
  const critical = criticalPath(graph);
  const isCritical = ({ edge }: Wire): boolean => critical.edges.has(edge.id);
  // Where lines lie on each other, the critical one is seen.
  const inOrder = wires.toSorted((left, right) => Number(isCritical(left)) - Number(isCritical(right)));
  const pieces = createKeeper(before?.pieces);
  const layers: Layers = {
    ...{ laidOut, folded, stale: options.stale, critical: critical.nodes },
    ...{ pieces, rows: createKeeper(before?.rows) },
    groups: [],
    edges: inOrder.map(wire => pieceOfWire(pieces, wire, isCritical(wire))),
    nodes: [],
    places: new Map(),
    right: chart.top.right,
  };
  for (const item of chart.items) addItem(layers, item);
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
  const all = [...layers.groups, ...layers.edges, ...layers.nodes];
  const drawing = {
    bounds: boundsOf(chart.top.items, leftOf(chart.top, wires), layers.right),
    elements: all.map(({ element }) => element),
    stretches: all.map(({ stretch }) => stretch),
    places: new Map([...placesInOrder, ...places]),
  };
  return { drawing, laidOut, pieces: pieces.kept, rows: layers.rows.kept };
}

interface Layers {
  readonly laidOut: LaidOut;
  readonly folded: ReadonlyMap<string, Folded>;
  /** Ids of what is drawn otherwise than the rest. */
  readonly stale: ReadonlySet<string>;
  readonly critical: ReadonlySet<string>;
  readonly pieces: Keeper<Piece>;
  readonly rows: Keeper<DrawnRows>;
  readonly groups: Piece[];
  readonly edges: Piece[];
  readonly nodes: Piece[];
  readonly places: Map<string, Box>;
  /** Where the words beside nodes end. */
  right: number;
}

const pieceOfWire = (pieces: Keeper<Piece>, wire: Wire, critical: boolean): Piece =>
  pieces.keep(`edge ${wire.edge.id}`, makingsOfWire(wire, critical), () => ({
    element: drawWire(wire, critical),
    stretch: stretchOfWire(wire),
  }));

/** The node as the graph has it now. */
const present = ({ laidOut }: Layers, node: GraphNode): GraphNode => laidOut.nodes.get(node.id) ?? node;

function addItem(layers: Layers, item: Item): void {
  const node = present(layers, item.node);
  if (item.kind === 'phase') addPhase(layers, item, node);
  else if (item.kind === 'parallel') addParallel(layers, item, node);
  else addNode(layers, item, node);
  const rows = rowsIn(item.list, node, layers.laidOut.rows.get(node.id));
  if (rows.length === 0) return;
  const { stale, places } = layers;
  const drawn = layers.rows.keep(node.id, makingsOfRows(item, rows, stale), () =>
    drawRows(item, rows, stale),
  );
  layers.right = Math.max(layers.right, drawn.right);
  layers.edges.push(...drawn.edges);
  layers.nodes.push(...drawn.nodes);
  for (const [id, place] of drawn.places) places.set(id, place);
}

function addNode(layers: Layers, item: BoxItem | DecisionItem, node: GraphNode): void {
  const { id } = node;
  const folded = layers.folded.get(id);
  const [stale, critical] = [layers.stale.has(id), layers.critical.has(id)];
  const box = shapeBox(item);
  const place = [item.kind, item.x, box.y, box.width, box.height];
  const counted = folded && [folded.steps, folded.unit, ...Object.values(folded.problems).flat()];
  const makings = [node, ...place, stale, critical, ...(counted ?? [])];
  const piece = layers.pieces.keep(`node ${id}`, makings, () =>
    inBox(box, drawNode(item, { node, folded, stale, critical })),
  );
  layers.nodes.push(piece);
  layers.places.set(id, box);
}

function addPhase(layers: Layers, item: PhaseItem, node: GraphNode): void {
  const { id } = node;
  const stale = layers.stale.has(id);
  const box = phaseBox(item);
  const makings = [node, item.bandLeft, box.x, box.y, box.width, box.height, stale];
  layers.groups.push(
    layers.pieces.keep(`phase ${id}`, makings, () => inBox(box, drawPhase(item, node, stale))),
  );
  layers.places.set(id, box);
}

function addParallel(layers: Layers, item: ParallelItem, node: GraphNode): void {
  const { groups, pieces, places } = layers;
  const { lanes } = item;
  const join = item.join && present(layers, item.join);
  const stale = layers.stale.has(node.id);
  const box = parallelBox(item);
  const makings = [node, join, lanes.length, box.x, box.y, box.width, box.height, stale];
  groups.push(
    pieces.keep(`parallel ${node.id}`, makings, () => inBox(box, drawParallel(item, node, join, stale))),
  );
  places.set(node.id, box);
  for (const lane of lanes) {
    const named = lane.node && present(layers, lane.node);
    if (named === undefined) continue;
    const isStale = layers.stale.has(named.id);
    const own = laneBox(item, lane);
    const makingsOfLane = [named, own.x, own.y, own.width, own.height, isStale];
    groups.push(
      pieces.keep(`lane ${named.id}`, makingsOfLane, () => inBox(own, drawLane(item, lane, named, isStale))),
    );
    places.set(named.id, own);
  }
  if (join === undefined) return;
  const isStale = layers.stale.has(join.id);
  const bar = joinBox(item);
  const makingsOfJoin = [join, lanes.length, bar.x, bar.y, bar.width, bar.height, isStale];
  layers.nodes.push(
    pieces.keep(`join ${join.id}`, makingsOfJoin, () => inBox(bar, drawJoin(item, join, isStale))),
  );
  places.set(join.id, bar);
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
