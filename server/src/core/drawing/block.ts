/**
 * A chain as the blocks that it is made of: lists, and in them boxes, decisions with columns, parallels with lanes, and phases.
 * Made of a graph by `blocks.ts`, wired by `wiring.ts`; `measure.ts` and `place.ts` then fill in the numbers that are 0 until then.
 */
import type { GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import type { SideRow } from './sideRows.ts';

export type Side = 'left' | 'right';

/** Things that stand one below the other on one spine. */
export interface List {
  readonly items: Item[];
  /** What it stands in; `undefined`: it is the chain itself. */
  readonly holder: Holder | undefined;
  /** Tracks beside its items. */
  readonly passes: Pass[];
  /** How far it reaches from its spine, tracks included. */
  left: number;
  right: number;
  height: number;
  /** Of the spine, and of the first item's top. */
  x: number;
  y: number;
}

export type Holder =
  | { readonly item: DecisionItem; readonly column: Column }
  | { readonly item: ParallelItem; readonly lane: Lane }
  | { readonly item: PhaseItem };

interface ItemBase {
  readonly node: GraphNode;
  readonly list: List;
  /** Its place in the list. */
  readonly index: number;
  /** Words at its right. */
  readonly rows: readonly SideRow[];
  /** The ways from here to `stop` that leave at the left. */
  readonly stops: GraphEdge[];
  /** How far it reaches from the spine. */
  left: number;
  right: number;
  height: number;
  /** Of the spine, and of its top. */
  x: number;
  y: number;
}

/** A card, a checkpoint, the start or the end. */
export interface BoxItem extends ItemBase {
  readonly kind: 'box';
}

export interface DecisionItem extends ItemBase {
  readonly kind: 'decision';
  /** The one on the spine first, if there is one, then those at the right in order. */
  readonly columns: Column[];
  /** Jumps that leave it at its foot. */
  readonly channels: Channel[];
  /** From its top: the diamond's top, its columns' first items, the row in which they rejoin, the first channel. */
  diamond: number;
  columnTop: number;
  rejoin: number;
  channelTop: number;
}

export interface Column {
  /** Empty where the exit leads away at once. */
  readonly list: List;
  /** The exit of the decision that it stands for; `undefined` where nothing leads to its list. */
  exit: GraphEdge | undefined;
  /** It stands on the decision's own spine. */
  main: boolean;
  /** Its end leads to `stop`. */
  readonly stops: GraphEdge[];
  /** Something runs down out of it to what comes after the decision. */
  rejoins: boolean;
  /** From the decision's spine to its own. */
  offset: number;
  /** From the decision's top to its end. */
  bottom: number;
}

export interface ParallelItem extends ItemBase {
  readonly kind: 'parallel';
  readonly join: GraphNode | undefined;
  readonly lanes: Lane[];
  readonly channels: Channel[];
  /** The way past it, where it has one. */
  bypass: GraphEdge | undefined;
  /** The spine of that way, from its own. */
  bypassOffset: number;
  /** From its top to where that way leaves, and to the row in which it comes back. */
  bypassTop: number;
  bypassFoot: number;
  /** From its top: the group's end, the bar at which the lanes meet, the first channel. */
  groupHeight: number;
  joinTop: number;
  channelTop: number;
  /** From its spine to the group's sides. */
  groupLeft: number;
  groupRight: number;
}

export interface Lane {
  /** `undefined`: a bare entry, which has no name and no box. */
  readonly node: GraphNode | undefined;
  readonly list: List;
  /** Edges that run in the gap at its right. */
  readonly tracks: Channel[];
  /** It is empty, and an edge runs through it. */
  crossed: boolean;
  /** From the parallel's spine to its own, and from there to its sides. */
  offset: number;
  boxLeft: number;
  boxRight: number;
  /** From the parallel's top. */
  top: number;
  bottom: number;
}

export interface PhaseItem extends ItemBase {
  readonly kind: 'phase';
  /** Set at once after it is made. */
  body: List;
  /** From its spine to the band's sides. */
  bandLeft: number;
  bandRight: number;
  bandHeight: number;
}

export type Item = BoxItem | DecisionItem | ParallelItem | PhaseItem;

/** A track beside the items of a list, from one slot to another: item `i` is slot `2i + 1`, the gaps around it are even. */
export interface Pass {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  /** The words on it; `undefined`: it has none. */
  readonly words: PassWords | undefined;
  /** From the list's spine. */
  reach: number;
}

/** The slot where words stand, and how much room they take on the track's side towards the spine and on the other. */
export interface PassWords {
  readonly slot: number;
  readonly inner: number;
  readonly outer: number;
}

/** One of several lines side by side; its number, from 0. */
export interface Channel {
  readonly index: number;
}

export const newColumn = (list: List): Column => ({
  list,
  exit: undefined,
  main: false,
  stops: [],
  rejoins: false,
  offset: 0,
  bottom: 0,
});

export const newList = (holder: Holder | undefined): List => ({
  items: [],
  holder,
  passes: [],
  left: 0,
  right: 0,
  height: 0,
  x: 0,
  y: 0,
});
