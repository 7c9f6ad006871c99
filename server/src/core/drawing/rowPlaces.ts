/** Where the words at the right of a node stand, from its own top and spine. */
import type { BoxItem, Item } from './block.ts';
import { type Shape, shapeHalf, shapeHeight, shapeOf } from './ports.ts';
import type { SideRow } from './sideRows.ts';
import {
  checkpointHeight,
  diamondHalf,
  diamondHeight,
  documentInset,
  groupTitle,
  ringRadius,
  rowHeight,
  sideGap,
} from './sizes.ts';

/** How far rows reach from the side of their node. */
export const roomOfRows = (rows: readonly SideRow[]): number => {
  let widest = 0;
  for (const row of rows) {
    if (row.kind === 'document' && row.isBelow) continue;
    widest = Math.max(widest, row.room + sideGap);
  }
  return widest;
};

/** How many lines stand one below the other at the right of a node. */
export function linesOf(rows: readonly SideRow[]): number {
  let count = 0;
  for (const row of rows) if (row.kind !== 'document' || !row.isBelow) count += row.lines;
  return count;
}

/** The lines beside a card that fit above the line at its foot on which jumps leave. */
const linesBesideCard = 3;
/** Rows below the end and above the start are farther apart, and begin farther away. */
const endRow = 22;

export interface RowPlace {
  /** Where a dotted line to a handoff begins. */
  readonly from: number;
  /** Where its words begin, or where the line to a handoff is free of the node. */
  readonly x: number;
  /** The middle of the row. */
  readonly y: number;
  /** How many lines there is room for. */
  readonly lines: 1 | 2;
}

/** The rows of an item, one place each. */
export function rowPlaces(item: Item): readonly RowPlace[] {
  const count = linesOf(item.rows);
  let next = 0;
  return item.rows.map((row): RowPlace => {
    if (row.kind === 'document' && row.isBelow && item.kind === 'box') {
      const y = shapeHeight(item) + rowHeight / 2 + 1.5;
      return { from: 0, x: documentInset, y, lines: 1 };
    }
    // No row stands half above that line and half below it.
    const isCard = item.kind === 'box' && shapeOf(item) === 'card';
    if (isCard && next < linesBesideCard && next + row.lines > linesBesideCard) next = linesBesideCard;
    const first = linePlace(item, next, count);
    const last = linePlace(item, next + row.lines - 1, count);
    const isAlone = count === 1 || (row.kind === 'words' && isRing(item));
    next += row.lines;
    return {
      from: (first.from + last.from) / 2,
      x: first.x,
      y: (first.y + last.y) / 2,
      // A row that has no other near it may take a second line.
      lines: isAlone && row.kind !== 'document' ? 2 : row.lines,
    };
  });
}

const isRing = (item: Item): boolean => item.kind === 'box' && shapeOf(item) === 'ring';

/** From the spine of a decision to the words at its right, which stand above the line to its columns. */
export const decisionRows = 100;

type LinePlace = Omit<RowPlace, 'lines'>;

/** Where the line `at` of `count` stands. */
function linePlace(item: Item, at: number, count: number): LinePlace {
  const beside = (from: number, y: number): LinePlace => ({ from, x: from + sideGap, y });
  if (item.kind === 'parallel') return beside(item.groupRight, groupTitle / 2 + at * rowHeight);
  if (item.kind === 'phase') return beside(item.bandRight, groupTitle / 2 + at * rowHeight);
  if (item.kind === 'box') {
    return beside(shapeHalf(item), boxLine[shapeOf(item)](at, item, count));
  }
  const below = count === 1 ? 14 : 25 - (count - 1 - at) * rowHeight;
  // The side of the diamond at that height; above its top there is only its top.
  const from = Math.max(0, (below * diamondHalf * 2) / diamondHeight);
  return { from, x: decisionRows, y: item.diamond + below };
}

/** Lines begin below the badge that may stand on the corner of a card or bar. */
const boxLine: Readonly<Record<Shape, (at: number, item: BoxItem, count: number) => number>> = {
  card: (at, item) =>
    at < linesBesideCard
      ? 15.5 + at * rowHeight
      : shapeHeight(item) + 10 + (at - linesBesideCard) * rowHeight,
  bar: (at, { rows }, count) =>
    (count > 1 && rows[0]?.kind === 'words' ? 6.5 : checkpointHeight / 2) + at * rowHeight,
  // The chain's own words stand beside the ring; handoffs below the end, above the start.
  ring: (at, { node }) => ringRadius + (node.kind === 'start' ? -1 : 1) * (at === 0 ? 0 : 6 + at * endRow),
};

/** Where the last row ends, from the item's top; 0 without rows. */
export function lowestRow(item: Item): number {
  let lowest = 0;
  for (const [at, { y }] of rowPlaces(item).entries()) {
    lowest = Math.max(lowest, y + ((item.rows[at]?.lines ?? 1) * rowHeight) / 2);
  }
  return lowest;
}
