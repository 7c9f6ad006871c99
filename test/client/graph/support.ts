/** Graphs and drawings made by hand, as small as a test needs them. */
import { type Drawing, inBox, type Piece } from '../../../server/src/core/drawing/drawing.ts';
import type { ChainGraph, GraphNode, GraphNodeKind } from '../../../server/src/lsp/protocol.ts';

export type NodeSpec = readonly [id: string, kind?: GraphNodeKind, more?: Partial<GraphNode>];

export const uri = 'file:///orchard.chain.yaml';

/** A graph of a sound text with the nodes in their order, each in a line of its own from 0 on. */
export function graphOf(specs: readonly NodeSpec[], more: Partial<ChainGraph> = {}): ChainGraph {
  const nodes = specs.map(([id, kind = 'step', extra = {}], line): GraphNode => {
    const range = { start: { line, character: 4 }, end: { line, character: 20 } };
    return { id, kind, label: id, uri, range, problems: { errors: 0, warnings: 0 }, ...extra };
  });
  return {
    subject: { kind: 'chain', id: 'orchard', title: 'Orchard', uri },
    version: 1,
    nodes,
    edges: [],
    complete: true,
    ...more,
  };
}

/** One column of cards of 200 by 60 at a distance of 100; what is in a collapsed node has that one's place. */
export function drawColumn(graph: ChainGraph, { collapsed }: { collapsed: ReadonlySet<string> }): Drawing {
  const places = new Map<string, { x: number; y: number; width: number; height: number }>();
  const pieces: Piece[] = [];
  let y = 0;
  for (const { id, parent } of graph.nodes) {
    const hiding = parent !== undefined && collapsed.has(parent) ? places.get(parent) : undefined;
    const place = hiding ?? { x: -100, y, width: 200, height: 60 };
    places.set(id, place);
    if (hiding !== undefined) continue;
    y += 100;
    const attributes = { 'data-id': id };
    pieces.push(inBox(place, { name: 'g', key: `node:${id}`, attributes, children: [id] }));
  }
  return {
    bounds: { x: -100, y: 0, width: 200, height: Math.max(60, y - 40) },
    elements: pieces.map(({ element }) => element),
    stretches: pieces.map(({ stretch }) => stretch),
    places,
  };
}
