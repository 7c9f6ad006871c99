/** What a drawing of a chain is, for everything that shows one. */
import type { SvgElement } from './svgElement.ts';

/** In units of the scene: CSS pixels at a zoom of 1, x to the right, y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawingOptions {
  /** Ids of the phases and parallels that are drawn as one card. */
  readonly collapsed: ReadonlySet<string>;
  /** Ids of nodes that an earlier text had and the broken one hides: drawn hatched. */
  readonly stale: ReadonlySet<string>;
}

/** From one height to another, in units of the scene. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** An element, and a stretch that nothing of it is seen outside of. */
export interface Piece {
  readonly element: SvgElement;
  readonly stretch: Stretch;
}

/** What signs and outlines take above and below a box. */
const reach = 16;

/** An element that stands in a box. */
export const inBox = ({ y, height }: Box, element: SvgElement): Piece => ({
  element,
  stretch: { top: y - reach, bottom: y + height + reach },
});

export interface Drawing {
  /** Around everything. The origin is the spine at the start node, so edits at the right or at the left move nothing. */
  readonly bounds: Box;
  /**
   * In painting order: groups, then edges, then nodes. Each has a key (`group:`, `edge:` or `node:` and the id) and the attribute
   * `data-id` with the id of the graph.
   */
  readonly elements: readonly SvgElement[];
  /** Of each of the elements, in their order, a stretch that nothing of it is seen outside of. */
  readonly stretches: readonly Stretch[];
  /** Where each node of the graph stands, in reading order; a node inside a collapsed one has that one's place. */
  readonly places: ReadonlyMap<string, Box>;
}
