/** How edges get out of the blocks that they begin in. Coordinates are asked for later: nothing has its place yet. */
import type {
  Channel,
  Column,
  DecisionItem,
  Item,
  List,
  ParallelItem,
  Pass,
  PassWords,
  Side,
} from './block.ts';
import { outOf, type Point } from './ports.ts';
import { channelGap } from './sizes.ts';

/** A point of an edge, read when everything has its place. */
export type Waypoint = () => Point;

/** The first node that a run meets in an item; `undefined`: an empty phase. */
export function headOf(item: Item): string | undefined {
  if (item.kind !== 'phase') return item.node.id;
  for (const inner of item.body.items) {
    const head = headOf(inner);
    if (head !== undefined) return head;
  }
  return undefined;
}

/** Where a run goes behind an item by the order of lists: an id, and the items whose ends it passes. */
export interface WayOn {
  readonly id: string;
  /** The item there; `undefined`: it is the join of the last lane left. */
  readonly item: Item | undefined;
}

export function wayOn(item: Item): WayOn | undefined {
  for (let at = item; ; ) {
    const { items, holder } = at.list;
    for (let next = at.index + 1; next < items.length; next++) {
      const after = items[next];
      const id = after && headOf(after);
      if (after !== undefined && id !== undefined) return { id, item: after };
    }
    if (holder === undefined) return undefined;
    if (holder.item.kind === 'parallel') {
      const { join } = holder.item;
      return join && { id: join.id, item: undefined };
    }
    at = holder.item;
  }
}

/** The column at whose end an item stands. */
export function columnEndingWith({ list, index }: Item): Column | undefined {
  const { holder } = list;
  const isLast = index === list.items.length - 1;
  return isLast && holder !== undefined && 'column' in holder ? holder.column : undefined;
}

export const decisionOf = (column: Column): DecisionItem | undefined => {
  const { holder } = column.list;
  return holder !== undefined && 'column' in holder ? holder.item : undefined;
};

const slotOf = ({ index }: Item): number => 2 * index + 1;
const lastSlot = ({ items }: List): number => 2 * items.length;

export function addPass(list: List, side: Side, from: number, to: number, words?: PassWords): Pass {
  const pass: Pass = { side, from, to, words, reach: 0 };
  list.passes.push(pass);
  return pass;
}

export const addTrack = (list: List, side: Side, from: Item, to: Item, words?: PassWords): Pass =>
  addPass(list, side, Math.min(slotOf(from), slotOf(to)), Math.max(slotOf(from), slotOf(to)), words);

export const passX = (list: List, { side, reach }: Pass): number =>
  list.x + (side === 'left' ? -reach : reach);

export function addChannel({ channels }: DecisionItem | ParallelItem): Channel {
  const channel = { index: channels.length };
  channels.push(channel);
  return channel;
}

export const channelY = (item: DecisionItem | ParallelItem, { index }: Channel): number =>
  item.y + item.channelTop + index * channelGap;

/** An edge on its way out: what it has passed, and where it stands. */
export interface Climb {
  readonly points: readonly Waypoint[];
  /** The item that it has come out of. */
  readonly item: Item;
  /** The height on which it leaves that at a side. */
  readonly leg: () => number;
}

export interface Leaving {
  readonly from: Item;
  /** The column at whose end the edge leaves; `undefined`: it leaves at the side of `from`. */
  readonly column: Column | undefined;
  /** The list that it is to come out in. */
  readonly to: List;
  readonly side: Side;
  /** The channel of the last block that it leaves, where it shares one. */
  readonly channel?: Channel;
}

/**
 * Out of an item to beside the item of `to` that holds it: down the ends of columns as long as nothing comes after them, then
 * along a track beside each list and in a channel at the foot of each block. What came down runs at the right of lists on its way:
 * there it moves no spine, so that a step which is added below it moves nothing above.
 */
export function climb({ from, column, to, side, channel }: Leaving): Climb {
  const points: Waypoint[] = [];
  let item = from;
  let leg = (): number => outOf(from, side).y;
  if (column === undefined) points.push(() => outOf(from, side));
  for (let end = column; end !== undefined; ) {
    const decision = decisionOf(end);
    if (decision === undefined) break;
    const { list } = end;
    const outer = decision.list === to ? undefined : columnEndingWith(decision);
    item = decision;
    if (outer === undefined) {
      const foot = addChannel(decision);
      leg = () => channelY(decision, foot);
      points.push(() => ({ x: list.x, y: channelY(decision, foot) }));
    } else {
      end.rejoins = true;
      points.push(
        () => ({ x: list.x, y: decision.y + decision.rejoin }),
        () => ({ x: decision.x, y: decision.y + decision.rejoin }),
      );
    }
    end = outer;
  }
  while (item.list !== to && item.list.holder !== undefined) {
    const { list } = item;
    const holder: Item = item.list.holder.item;
    if (holder.kind === 'decision' || holder.kind === 'parallel') {
      const pass = addPass(list, column === undefined ? side : 'right', slotOf(item), lastSlot(list));
      const foot = holder.list === to && channel !== undefined ? channel : addChannel(holder);
      const above = leg;
      points.push(
        () => ({ x: passX(list, pass), y: above() }),
        () => ({ x: passX(list, pass), y: channelY(holder, foot) }),
      );
      leg = () => channelY(holder, foot);
    }
    item = holder;
  }
  return { points, item, leg };
}

/** The lists around an item, its own first. */
export function listsAround(item: Item): readonly List[] {
  const lists: List[] = [];
  for (let list: List | undefined = item.list; list !== undefined; list = list.holder?.item.list) {
    lists.push(list);
  }
  return lists;
}

/** The item of a list that an item is or stands in. */
export function itemIn(list: List, item: Item): Item | undefined {
  let at = item;
  while (at.list !== list) {
    if (at.list.holder === undefined) return undefined;
    at = at.list.holder.item;
  }
  return at;
}
