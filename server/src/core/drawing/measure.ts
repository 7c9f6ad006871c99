/** How much room each block takes, from the inside out. Depends on what is there, never on what its words are. */
import type { BoxItem, Column, DecisionItem, Item, Lane, List, ParallelItem, PhaseItem } from './block.ts';
import { placePasses } from './gutters.ts';
import { shapeHalf, shapeHeight, shapeOf } from './ports.ts';
import { decisionRows, linesOf, lowestRow, roomOfRows } from './rowPlaces.ts';
import {
  bypassWords,
  channelGap,
  chipHeight,
  columnGap,
  diamondHalf,
  diamondHeight,
  exitDrop,
  exitRoom,
  exitWords,
  gap,
  groupPadding,
  groupTitle,
  half,
  joinBar,
  joinDrop,
  laneGap,
  lanePadding,
  laneTitle,
  laneTrack,
  narrowExitRoom,
  phaseHalf,
  phasePadding,
  phaseTitle,
  phaseTop,
  rejoinDrop,
  rowHeight,
  stopLine,
  stopRadius,
  stopRoom,
} from './sizes.ts';

export function measureList(list: List): void {
  list.height = 0;
  for (const item of list.items) {
    measureItem(item);
    if (item.stops.length > 0) item.left += stopLine + 2 * stopRadius + stopRoom;
    list.height += item.height + (item.index > 0 ? gap : 0);
  }
  list.left = placePasses(list, 'left');
  list.right = placePasses(list, 'right');
}

function measureItem(item: Item): void {
  if (item.kind === 'box') measureBox(item);
  else if (item.kind === 'decision') measureDecision(item);
  else if (item.kind === 'parallel') measureParallel(item);
  else measurePhase(item);
}

function measureBox(item: BoxItem): void {
  item.left = shapeHalf(item);
  item.right = shapeHalf(item) + roomOfRows(item.rows);
  item.height = shapeHeight(item);
  if (shapeOf(item) !== 'ring' || item.node.kind === 'end') {
    item.height = Math.max(item.height, lowestRow(item));
  }
}

function measureDecision(item: DecisionItem): void {
  item.diamond = Math.max(0, linesOf(item.rows) - 2) * rowHeight;
  const diamondBottom = item.diamond + diamondHeight;
  item.columnTop = diamondBottom + exitDrop;
  item.left = diamondHalf;
  let right = diamondHalf - columnGap + 16;
  let bottom = diamondBottom;
  let rejoins = false;
  for (const column of item.columns) {
    measureList(column.list);
    const sides = columnSides(column);
    if (column.main) {
      item.left = Math.max(item.left, sides.left);
      right = Math.max(right, sides.right);
    } else {
      column.offset = Math.max(diamondHalf + 20, right + columnGap + sides.left);
      right = column.offset + sides.right;
      rejoins ||= column.rejoins;
    }
    const hasSteps = column.list.items.length > 0;
    const end = column.stops.length === 0 ? 0 : (hasSteps ? stopLine : 0) + 2 * stopRadius;
    column.bottom = item.columnTop + column.list.height + end;
    // An exit without steps that goes straight down needs room for its words, and no more.
    const isOpenEnd = !hasSteps && column.stops.length === 0;
    bottom = Math.max(bottom, isOpenEnd ? diamondBottom + exitWords + 13 : column.bottom);
  }
  item.rejoin = bottom + (rejoins ? rejoinDrop : 0);
  item.channelTop = item.rejoin + channelGap;
  item.height = item.rejoin + item.channels.length * channelGap;
  item.right = Math.max(diamondHalf, right, decisionRows + roomOfRows(item.rows));
}

export function columnSides({ list, stops, main }: Column): {
  readonly left: number;
  readonly right: number;
} {
  const words = (list.items.length === 0 && !main ? narrowExitRoom : exitRoom) / 2;
  return {
    left: Math.max(words, list.left),
    right: Math.max(words, list.right, stops.length > 0 ? stopRadius + stopRoom / 2 : 0),
  };
}

function measureParallel(item: ParallelItem): void {
  const hasTitles = item.lanes.some(lane => lane.node !== undefined);
  let right = 0;
  let bottom = groupTitle;
  for (const [at, lane] of item.lanes.entries()) {
    measureLane(lane, hasTitles);
    const before = item.lanes[at - 1];
    const tracks = before === undefined ? 0 : before.tracks.length * laneTrack;
    lane.offset = at === 0 ? 0 : right + laneGap + tracks + lane.boxLeft;
    right = lane.offset + lane.boxRight;
    bottom = Math.max(bottom, lane.bottom);
  }
  // Lanes end together, so that their boxes make one row.
  for (const lane of item.lanes) lane.bottom = bottom;
  const [first] = item.lanes;
  item.groupLeft = groupPadding + (first?.boxLeft ?? half);
  item.groupRight = groupPadding + Math.max(right, half);
  item.channelTop = bottom + channelGap;
  const channels = item.channels.length === 0 ? 0 : (item.channels.length + 0.5) * channelGap;
  item.groupHeight = bottom + channels + (hasTitles ? groupPadding : groupPadding / 2);
  item.joinTop = item.groupHeight + (item.join === undefined ? 0 : joinDrop);
  item.height = item.joinTop + (item.join === undefined ? 0 : joinBar);
  item.left = item.groupLeft;
  item.right = item.groupRight;
  item.bypassTop = groupTitle / 2 + linesOf(item.rows) * rowHeight;
  if (item.bypass !== undefined) {
    item.bypassOffset = item.groupRight + columnGap + narrowExitRoom / 2;
    item.right = item.bypassOffset + narrowExitRoom / 2;
    // Room for its words, however low the parallel is.
    const words = item.bypassTop + bypassWords + chipHeight + 8;
    item.bypassFoot = Math.max(item.height + rejoinDrop, words);
    item.height = item.bypassFoot;
  }
  item.right = Math.max(item.right, item.groupRight + roomOfRows(item.rows));
  item.height = Math.max(item.height, lowestRow(item));
}

function measureLane(lane: Lane, hasTitles: boolean): void {
  const { list, node } = lane;
  measureList(list);
  const padding = node === undefined ? 0 : lanePadding;
  lane.boxLeft = Math.max(half, list.left) + padding;
  lane.boxRight = Math.max(half, list.right) + padding;
  lane.top = groupTitle;
  lane.bottom = laneListTop + list.height + (hasTitles ? lanePadding : 0);
}

/** From a parallel's top to the first items of its lanes: the same without titles, so that a lane with one moves no other. */
export const laneListTop = groupTitle + laneTitle;

function measurePhase(item: PhaseItem): void {
  const { body } = item;
  measureList(body);
  item.bandLeft = Math.max(phaseHalf, body.left + phasePadding);
  item.bandRight = Math.max(phaseHalf, body.right + phasePadding);
  item.bandHeight = body.items.length === 0 ? phaseTitle : phaseTop + body.height + phasePadding;
  item.left = item.bandLeft;
  item.right = item.bandRight + roomOfRows(item.rows);
  item.height = Math.max(item.bandHeight, lowestRow(item));
}
