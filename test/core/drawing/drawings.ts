/** Drawings of short chains, and what stands in them, for the tests of what draws. */
import assert from 'node:assert/strict';
import type { ChainGraph, GraphEdge, GraphNode } from '../../../server/src/core/analysis/chainGraph.ts';
import { drawChain } from '../../../server/src/core/drawing/drawChain.ts';
import type { Box, Drawing, DrawingOptions } from '../../../server/src/core/drawing/drawing.ts';
import type { SvgElement } from '../../../server/src/core/drawing/svgElement.ts';
import { graphOfText, textOf } from '../analysis/chainText.ts';

export const plainly: DrawingOptions = { collapsed: new Set(), stale: new Set() };

/** The graph of a chain with this body; see `textOf`. */
export const graphOf = (body: string): ChainGraph => graphOfText(textOf(body));

export const drawingOf = (body: string, options: Partial<DrawingOptions> = {}): Drawing =>
  drawChain(graphOf(body), { ...plainly, ...options });

export function placeOf({ places }: Drawing, id: string): Box {
  const place = places.get(id);
  assert.ok(place !== undefined, `no place of ${id}`);
  return place;
}

export const middleOf = ({ x, width }: Box): number => x + width / 2;
export const bottomOf = ({ y, height }: Box): number => y + height;

/** An element and all in it. */
export function* within(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* within(child);
}

export function elementOf({ elements }: Drawing, key: string): SvgElement {
  const found = elements.find(element => element.key === key);
  assert.ok(found !== undefined, `no element ${key}`);
  return found;
}

/** The texts of an element without its tooltips. */
export const textsIn = (element: SvgElement): readonly string[] =>
  [...within(element)]
    .filter(({ name }) => name === 'text')
    .flatMap(({ children }) => children.filter(child => typeof child === 'string'));

export const classesOf = ({ attributes }: SvgElement): readonly string[] =>
  String(attributes['class'] ?? '').split(' ');

/** The graph with another id for one node, wherever it is named. */
export function renamed({ nodes, edges, ...graph }: ChainGraph, id: string, to: string): ChainGraph {
  const named = (each: string): string => (each === id ? to : each);
  const owned = ({ parent, route, ...node }: GraphNode): GraphNode => ({
    ...{ ...node, id: named(node.id) },
    ...(parent !== undefined && { parent: named(parent) }),
    ...(route !== undefined && { route: { ...route, decision: named(route.decision) } }),
  });
  const moved = (edge: GraphEdge): GraphEdge =>
    edge.from === id || edge.to === id
      ? { ...edge, id: `${edge.id} ${to}`, from: named(edge.from), to: named(edge.to) }
      : edge;
  const isAbout = ({ id: own, parent, route }: GraphNode): boolean =>
    own === id || parent === id || route?.decision === id;
  return {
    ...graph,
    nodes: nodes.map(node => (isAbout(node) ? owned(node) : node)),
    edges: edges.map(moved),
  };
}
