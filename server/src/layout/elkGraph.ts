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
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': String(columnGap),
  'elk.spacing.edgeNode': String(lineGap),
  'elk.spacing.edgeEdge': String(trackGap),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(2 * rowClearance),
  'elk.layered.spacing.edgeNodeBetweenLayers': String(rowClearance),
  'elk.layered.spacing.edgeEdgeBetweenLayers': String(trackGap),
};

/** Higher than any node, so that rows never share a coordinate. */
const rowHeight = 10_000;

export const toElk = ({ nodes, edges }: FreeGraph): object => ({
  id: 'root',
  layoutOptions: options,
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

const isRoute = (route: FreeLayout['routes'][number], edge: FreeEdge | undefined): boolean =>
  edge !== undefined && route.length >= 2;

function routeOf(edge: unknown): FreeLayout['routes'][number] {
  const [section] = isFields(edge) ? listOf(edge['sections']) : [];
  if (!isFields(section)) return [];
  const points = [section['startPoint'], ...listOf(section['bendPoints']), section['endPoint']].map(pointOf);
  return points.flatMap(point => point ?? []);
}
