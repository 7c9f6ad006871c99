/** How edges run, between the reading of a graph's structure and the drawing of lines. */
import type { GraphEdge } from '../analysis/chainGraph.ts';
import type { Side } from './block.ts';
import type { Waypoint } from './climbing.ts';

/** How an edge runs, once everything has its place. */
export interface Wire {
  readonly edge: GraphEdge;
  /** `loop`: backwards; `order`: what `after` says; `later` and `circle`: dependencies of a suite that cannot hold. */
  readonly style: 'flow' | 'loop' | 'order' | 'later' | 'circle';
  readonly points: readonly Waypoint[];
  /** False where it ends at a bar. */
  readonly arrow: boolean;
  readonly words?: WireWords;
  /** It ends at a sign that the chain stops. */
  readonly stop?: { readonly middle: Waypoint; readonly side: Side; readonly words: () => string };
}

/** Words on an edge, around a point of it or at its left. */
export interface WireWords {
  readonly text: string;
  /** What may not be shortened. */
  readonly bound: string;
  /** How wide their chip may be. */
  readonly room: number;
  readonly lines: 1 | 2;
  /** The middle of the chip; where it stands at the left of its line, the point of the line that it stands at. */
  readonly middle: Waypoint;
  readonly side?: 'left';
}
