/**
 * A free graph as elkjs reads and answers it (https://eclipse.dev/elk/documentation/tooldevelopers/graphdatastructure/jsonformat.html).
 * Rows are given as coordinates, which the interactive layering keeps; nodes come by rows, so that the order of the model breaks
 * circles at those edges that lead upwards. What is left to the engine is the order in a row, the places across, and the lines.
 */
import type { FreeEdge, FreeGraph, FreeLayout } from '../core/drawing/suite/freeGraph.ts';
import { columnGap, lineGap, rowClearance, trackGap } from '../core/drawing/suite/sizes.ts';

/** https://eclipse.dev/elk/reference/options.html */
const options: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.spacing.nodeNode': String(columnGap),
  'elk.spacing.edgeNode': String(lineGap),
  'elk.spacing.edgeEdge': String(trackGap),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(2 * rowClearance),
  'elk.layered.spacing.edgeNodeBetweenLayers': String(rowClearance),
  'elk.layered.spacing.edgeEdgeBetweenLayers': String(trackGap),
};

/** `straight`: few bends, and as wide as that takes. `compact`: rows as wide as their cards, whatever the lines then must do. */
export type Placement = 'straight' | 'compact';

const strategies: Readonly<Record<Placement, string>> = { straight: 'NETWORK_SIMPLEX', compact: 'SIMPLE' };

/** Higher than any node, so that rows never share a coordinate. */
const rowHeight = 10_000;

export const toElk = ({ nodes, edges }: FreeGraph, placement: Placement): object => ({
  id: 'root',
  layoutOptions: { ...options, 'elk.layered.nodePlacement.strategy': strategies[placement] },
  children: nodes.map(({ row, width, height }, at) => ({
    id: `n${at}`,
    width,
    height,
    x: 0,
    y: row * rowHeight,
  })),
  edges: edges.map(({ from, to }, at) => ({ id: `e${at}`, sources: [`n${from}`], targets: [`n${to}`] })),
});

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function pointOf(value: unknown): { readonly x: number; readonly y: number } | undefined {
  if (!isFields(value)) return undefined;
  const { x, y } = value;
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? { x, y }
    : undefined;
}

/** `undefined`: the answer is not one to this graph. */
export function fromElk({ nodes, edges }: FreeGraph, answer: unknown): FreeLayout | undefined {
  if (!isFields(answer)) return undefined;
  const places = listOf(answer['children']).flatMap(child => pointOf(child) ?? []);
  const routes = listOf(answer['edges']).map(routeOf);
  const isWhole =
    places.length === nodes.length &&
    routes.length === edges.length &&
    routes.every((route, at) => isRoute(route, edges[at]));
  return isWhole ? { places, routes } : undefined;
}

/** The straight placement takes long where there is much. */
const mostStraightEdges = 80;
/** Rows of so many times their cards' width are still seen together. */
const mostWidening = 1.6;
/** What counts as the width of rows that are narrower, in units of the scene. */
const usualWidth = 800;

/** The placements to try, the better one first; the last is good whatever comes of it. */
export const placements = ({ edges }: FreeGraph): readonly Placement[] =>
  edges.length > mostStraightEdges ? ['compact'] : ['straight', 'compact'];

/** Whether a layout is so wide that a person would see little but what is between its cards. */
export function isTooWide({ nodes }: FreeGraph, { places }: FreeLayout): boolean {
  const rows = new Map<number, number>();
  for (const { row, width } of nodes) rows.set(row, (rows.get(row) ?? 0) + width + columnGap);
  const widest = Math.max(usualWidth, ...rows.values());
  const left = Math.min(...places.map(({ x }) => x));
  const right = Math.max(...places.map(({ x }, at) => x + (nodes[at]?.width ?? 0)));
  return right - left > widest * mostWidening;
}

const isRoute = (route: FreeLayout['routes'][number], edge: FreeEdge | undefined): boolean =>
  edge !== undefined && route.length >= 2;

function routeOf(edge: unknown): FreeLayout['routes'][number] {
  const [section] = isFields(edge) ? listOf(edge['sections']) : [];
  if (!isFields(section)) return [];
  const points = [section['startPoint'], ...listOf(section['bendPoints']), section['endPoint']].map(pointOf);
  return points.flatMap(point => point ?? []);
}
