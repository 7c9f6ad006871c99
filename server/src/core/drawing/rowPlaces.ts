/** Where the words at the right of a node stand, from its own top and spine. */
import type { BoxItem, Item } from './block.ts';
import { type Shape, shapeHalf, shapeHeight, shapeOf } from './ports.ts';
import type { SideRow } from './sideRows.ts';
import {
  checkpointHeight,
  diamondHalf,
  diamondHeight,
  groupTitle,
  ringRadius,
  rowHeight,
  sideGap,
} from './sizes.ts';

export const roomOfRows = (rows: readonly SideRow[]): number => {
  let widest = 0;
  for (const { room } of rows) widest = Math.max(widest, room + sideGap);
  return widest;
};

/** The rows of a card that fit above the line at its foot on which jumps leave. */
const rowsBesideCard = 3;
/** Rows below the end and above the start are farther apart, and begin farther away. */
const endRow = 22;

export interface RowPlace {
  /** Where a dotted line to a handoff begins. */
  readonly from: number;
  /** Where its words begin, or where the line to a handoff is free of the node. */
  readonly x: number;
  /** The middle of the row. */
  readonly y: number;
}

/** The rows of an item, one place each. */
export function rowPlaces(item: Item): readonly RowPlace[] {
  return item.rows.map((_, at) => rowPlace(item, at));
}

/** From the spine of a decision to the words at its right, which stand above the line to its columns. */
export const decisionRows = 100;

function rowPlace(item: Item, at: number): RowPlace {
  const beside = (from: number, y: number): RowPlace => ({ from, x: from + sideGap, y });
  if (item.kind === 'parallel') return beside(item.groupRight, groupTitle / 2 + at * rowHeight);
  if (item.kind === 'phase') return beside(item.bandRight, groupTitle / 2 + at * rowHeight);
  if (item.kind === 'box') {
    return beside(shapeHalf(item), boxRow[shapeOf(item)](at, item));
  }
  const fromLast = item.rows.length - 1 - at;
  const below = item.rows.length === 1 ? 14 : 25 - fromLast * rowHeight;
  // The side of the diamond at that height; above its top there is only its top.
  const from = Math.max(0, (below * diamondHalf * 2) / diamondHeight);
  return { from, x: decisionRows, y: item.diamond + below };
}

/** Lines begin below the badge that may stand on the corner of a card or bar. */
const boxRow: Readonly<Record<Shape, (at: number, item: BoxItem) => number>> = {
  card: (at, item) =>
    at < rowsBesideCard ? 15.5 + at * rowHeight : shapeHeight(item) + 10 + (at - rowsBesideCard) * rowHeight,
  bar: (at, { rows }) =>
    (rows.length > 1 && rows[0]?.kind === 'words' ? 6.5 : checkpointHeight / 2) + at * rowHeight,
  // The chain's own words stand beside the ring; handoffs below the end, above the start.
  ring: (at, { node }) => ringRadius + (node.kind === 'start' ? -1 : 1) * (at === 0 ? 0 : 6 + at * endRow),
};

/** Where the last row ends, from the item's top; 0 without rows. */
export function lowestRow(item: Item): number {
  const last = rowPlaces(item).at(-1);
  return last === undefined ? 0 : last.y + rowHeight / 2;
}
