/** Draws the flow of a chain by its block structure: one pass to measure, one to place, none to search. */
import type { ChainGraph, GraphNode } from '../analysis/chainGraph.ts';
import type { BoxItem, DecisionItem, Item, Lane, List, ParallelItem, PhaseItem } from './block.ts';
import { rowsIn } from './blocks.ts';
import { drawNode, shapeBox } from './cards.ts';
import { type Folded, foldGraph } from './collapse.ts';
import { type CriticalPath, criticalPath } from './criticalPath.ts';
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
import { type At, createKeeper, type Keeper, type KeptParts } from './kept.ts';
import { type LaidOut, layOutChain } from './layOutChain.ts';
import { rowPlaces } from './rowPlaces.ts';
import { type DrawnRows, drawRows, makingsOfRows } from './rows.ts';
import { at } from './shapes.ts';
import { rowHeight } from './sizes.ts';
import type { SvgElement } from './svgElement.ts';
import { type WireLayer, wireLayer } from './wireLayer.ts';

/** Around everything. */
const margin = 24;

/** A drawing with what the next one may take over from it. */
export interface DrawnChain {
  readonly given: ChainGraph;
  readonly options: DrawingOptions;
  readonly drawing: Drawing;
  readonly laidOut: LaidOut;
  readonly critical: CriticalPath;
  readonly wires: WireLayer;
  readonly pieces: KeptParts<Piece>;
  readonly rows: KeptParts<DrawnRows>;
}

/** The drawing of a chain's graph; of any graph, whatever is wrong with it. Deterministic: the same graph, the same drawing. */
export const drawChain = (graph: ChainGraph, options: DrawingOptions): Drawing =>
  redrawChain(graph, options, undefined).drawing;

/**
 * The same drawing, sooner: what is as it was `before` is the same element, and where words and ids alone changed nothing is laid out. Nodes
 * are compared by identity, so a graph that shares them with the one before gains most.
 */
export function redrawChain(
  given: ChainGraph,
  options: DrawingOptions,
  before: DrawnChain | undefined,
): DrawnChain {
  const { graph, folded, hidden } = foldGraph(given, options.collapsed);
  const laidOut = layOutChain(graph, new Set(folded.keys()), before?.laidOut);
  const critical = criticalPath(graph);
  const { chart } = laidOut;
  const asBefore = before?.laidOut.chart === chart && isMarkedAs(before, critical, options.stale);
  const wires = wireLayer(laidOut.wires, critical, before?.wires, asBefore);
  const layers: Layers = {
    ...{ laidOut, folded, stale: options.stale, critical: critical.nodes },
    ...{ pieces: createKeeper(before?.pieces), rows: createKeeper(before?.rows) },
    said: asBefore ? before.laidOut.nodes : new Map(),
    groups: [],
    edges: [...wires.pieces],
    nodes: [],
    places: new Map(),
    right: chart.top.right,
  };
  for (const item of chart.items) addItem(layers, item);
  if (wires.stop !== undefined) layers.places.set('stop', wires.stop);
  const isPlacedAsBefore = asBefore && haveSameIds(before.given, given) && hidden.size === 0;
  const all = [...layers.groups, ...layers.edges, ...layers.nodes];
  const drawing = {
    bounds: boundsOf(chart.top, wires.left, layers.right),
    elements: all.map(({ element }) => element),
    stretches: all.map(({ stretch }) => stretch),
    places: isPlacedAsBefore ? before.drawing.places : placesOf(given, layers.places, hidden),
  };
  const { pieces, rows } = layers;
  return { given, options, drawing, laidOut, critical, wires, pieces: pieces.kept, rows: rows.kept };
}

/** Whether what is drawn otherwise than the rest is what it was. */
const isMarkedAs = (before: DrawnChain, critical: CriticalPath, stale: ReadonlySet<string>): boolean =>
  areEqualSets(before.critical.nodes, critical.nodes) &&
  areEqualSets(before.critical.edges, critical.edges) &&
  areEqualSets(before.options.stale, stale);

const areEqualSets = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every(each => other.has(each));

const haveSameIds = ({ nodes: before }: ChainGraph, { nodes }: ChainGraph): boolean =>
  before.length === nodes.length && before.every(({ id }, at) => id === nodes[at]?.id);

/** In the order of the graph; what is hidden stands where its card does. */
function placesOf(
  { nodes }: ChainGraph,
  drawn: ReadonlyMap<string, Box>,
  hidden: ReadonlyMap<string, string>,
): ReadonlyMap<string, Box> {
  const places = new Map(drawn);
  for (const [id, card] of hidden) {
    const place = places.get(card);
    if (place !== undefined) places.set(id, place);
  }
  const inOrder = nodes.flatMap(({ id }): (readonly [string, Box])[] => {
    const place = places.get(id);
    return place === undefined ? [] : [[id, place]];
  });
  return new Map([...inOrder, ...places]);
}

interface Layers {
  readonly laidOut: LaidOut;
  readonly folded: ReadonlyMap<string, Folded>;
  /** Ids of what is drawn otherwise than the rest. */
  readonly stale: ReadonlySet<string>;
  readonly critical: ReadonlySet<string>;
  /** What nodes of the chart were before that stand where they stood and are marked as they were, by their ids there. */
  readonly said: ReadonlyMap<string, GraphNode>;
  readonly pieces: Keeper<Piece>;
  readonly rows: Keeper<DrawnRows>;
  readonly groups: Piece[];
  readonly edges: Piece[];
  readonly nodes: Piece[];
  readonly places: Map<string, Box>;
  /** Where the words beside nodes end. */
  right: number;
}

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
    drawRows(item, node, rows, stale),
  );
  layers.right = Math.max(layers.right, drawn.right);
  layers.edges.push(...drawn.edges);
  layers.nodes.push(...drawn.nodes);
  for (const [id, place] of drawn.places) places.set(id, place);
}

function addNode(layers: Layers, item: BoxItem | DecisionItem, node: GraphNode): void {
  const { id } = node;
  const { pieces, nodes, places } = layers;
  const folded = layers.folded.get(id);
  const box = shapeBox(item);
  places.set(id, box);
  const name = `node ${id}`;
  const same =
    folded === undefined && layers.said.get(item.node.id) === node ? pieces.takeOver(name) : undefined;
  if (same !== undefined) {
    nodes.push(same);
    return;
  }
  const [stale, critical] = [layers.stale.has(id), layers.critical.has(id)];
  const counted = folded && [folded.steps, folded.unit, ...Object.values(folded.problems).flat()];
  const makings = [node, item.kind, box.width, box.height, stale, critical, ...(counted ?? [])];
  const draw = (): SvgElement => drawNode(item, { node, folded, stale, critical });
  nodes.push(keepInBox(pieces, name, makings, box, { x: item.x, y: box.y }, draw));
}

/** An element around an origin, of which only the transform says where that is. */
const keepInBox = (
  { keepAt }: Keeper<Piece>,
  name: string,
  makings: readonly unknown[],
  box: Box,
  origin: At,
  draw: () => SvgElement,
): Piece =>
  keepAt(
    name,
    makings,
    origin,
    () => inBox(box, draw()),
    ({ element }, { x, y }) =>
      inBox(box, { ...element, attributes: { ...element.attributes, transform: at(x, y) } }),
  );

function addPhase({ groups, pieces, places, ...layers }: Layers, item: PhaseItem, node: GraphNode): void {
  const stale = layers.stale.has(node.id);
  const box = phaseBox(item);
  const makings = [node, item.bandLeft, box.width, box.height, stale];
  const draw = (): SvgElement => drawPhase(item, node, stale);
  groups.push(keepInBox(pieces, `phase ${node.id}`, makings, box, box, draw));
  places.set(node.id, box);
}

function addParallel(layers: Layers, item: ParallelItem, node: GraphNode): void {
  const { groups, pieces, places } = layers;
  const { lanes } = item;
  const join = item.join && present(layers, item.join);
  const stale = layers.stale.has(node.id);
  const box = parallelBox(item);
  const makings = [node, join, lanes.length, box.width, box.height, stale];
  const draw = (): SvgElement => drawParallel(item, node, join, stale);
  groups.push(keepInBox(pieces, `parallel ${node.id}`, makings, box, box, draw));
  places.set(node.id, box);
  for (const lane of lanes) if (lane.node !== undefined) addLane(layers, item, lane, lane.node);
  if (join !== undefined) addJoin(layers, item, join);
}

function addLane(layers: Layers, item: ParallelItem, lane: Lane, before: GraphNode): void {
  const node = present(layers, before);
  const stale = layers.stale.has(node.id);
  const box = laneBox(item, lane);
  const makings = [node, box.width, box.height, stale];
  const draw = (): SvgElement => drawLane(item, lane, node, stale);
  layers.groups.push(keepInBox(layers.pieces, `lane ${node.id}`, makings, box, box, draw));
  layers.places.set(node.id, box);
}

function addJoin(layers: Layers, item: ParallelItem, node: GraphNode): void {
  const stale = layers.stale.has(node.id);
  const box = joinBox(item);
  const makings = [node, item.lanes.length, box.width, box.height, stale];
  const draw = (): SvgElement => drawJoin(item, node, stale);
  layers.nodes.push(keepInBox(layers.pieces, `join ${node.id}`, makings, box, box, draw));
  layers.places.set(node.id, box);
}

/** `words`: how far the words of loops reach to the left. `right`: how far all reaches to the right. */
function boundsOf({ items, passes }: List, words: number, right: number): Box {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  // The room that words of loops may take counts so far as they take it.
  let left = words;
  for (const item of items) left = Math.max(left, item.left);
  for (const { side, reach } of passes) if (side === 'left') left = Math.max(left, reach);
  const above = Math.min(0, ...rowPlaces(first).map(({ y }) => y - rowHeight / 2));
  const top = first.y + above - margin;
  return {
    x: -left - margin,
    y: top,
    width: left + right + 2 * margin,
    height: last.y + last.height + margin - top,
  };
}
