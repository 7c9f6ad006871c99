/**
 * What a layout engine is asked and what it answers: boxes in rows, edges between rows. It knows no words and no ids, so that a label or
 * an id that changes asks for the same layout.
 */
import type { Point } from '../ports.ts';

export interface FreeGraph {
  /** In reading order: by rows, and in a row as they were written. */
  readonly nodes: readonly FreeNode[];
  readonly edges: readonly FreeEdge[];
}

export interface FreeNode {
  /** From 0 at the top; no row is without a node. */
  readonly row: number;
  /** In units of the scene. */
  readonly width: number;
  readonly height: number;
}

/** Between two nodes of different rows, by their places in `nodes`; upwards where what is needed stands below. */
export interface FreeEdge {
  readonly from: number;
  readonly to: number;
}

export interface FreeLayout {
  /** The upper left corner of each node. Nodes of one row share their upper side, and rows lie one below the other. */
  readonly places: readonly Point[];
  /** For each edge the points at which it begins, turns and ends: horizontal and vertical parts only. */
  readonly routes: readonly (readonly Point[])[];
}

/** May reject: then the caller lays out in the simple way. Deterministic: the same graph, the same layout. */
export type LayoutEngine = (graph: FreeGraph) => Promise<FreeLayout>;

/** Equal for graphs that have the same layout. */
export const layoutKey = ({ nodes, edges }: FreeGraph): string =>
  JSON.stringify([
    nodes.map(({ row, width, height }) => [row, width, height]),
    edges.map(({ from, to }) => [from, to]),
  ]);

/** Nodes and edges up to which an engine is asked; of more, it would take longer than a person waits. */
const mostNodes = 150;
const mostEdges = 150;

/** Whether the simple layout is the one for it, in views and exports alike. */
export const isTooLarge = ({ nodes, edges }: FreeGraph): boolean =>
  nodes.length > mostNodes || edges.length > mostEdges;
