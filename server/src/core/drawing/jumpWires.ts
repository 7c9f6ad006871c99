/** Edges that jump: to what does not come next. */
import type { GraphEdge } from '../analysis/chainGraph.ts';
import type { Column, Item, List, Side } from './block.ts';
import type { Chart } from './blocks.ts';
import { addTrack, climb, itemIn, listsAround, passX, type Waypoint } from './climbing.ts';
import { bottomOf, into, topOf } from './ports.ts';
import { boundRoom, chipGap, conditionRoom, exitWords, gap, otherwiseRoom, refusedRoom } from './sizes.ts';
import type { Wire } from './wire.ts';

/** From the top of a node up to the row in which jumps come to it. */
const entryRise = 17;

/** A jump: out of the blocks around its beginning, along a gutter of the list that both ends stand in, to its target. */
export function jumpWires(
  edge: GraphEdge,
  from: Item,
  column: Column | undefined,
  start: readonly Waypoint[],
  chart: Chart,
): readonly Wire[] {
  const target = chart.found.get(edge.to)?.item;
  if (target === undefined) return [];
  const around = listsAround(target);
  const common = listsAround(from).find(list => around.includes(list));
  const goal = common && itemIn(common, target);
  const source = common && itemIn(common, from);
  if (common === undefined || goal === undefined || source === undefined) return [];
  const back = goal.index <= source.index;
  const side: Side = back ? 'left' : 'right';
  const { points, leg } = climb({ from, column, to: common, side });
  const isLoop = source === goal;
  // The words of an exit with a column stand at its head; here they would be said twice.
  const label = column !== undefined && start.length > 0 && edge.kind === 'route' ? undefined : edge.label;
  const room = roomOnLoop(label, from);
  const place = { slot: 2 * source.index + (isLoop ? 1 : 0), inner: 0, outer: chipGap + room };
  const track = addTrack(common, side, source, goal, back ? place : undefined);
  const x = (): number => passX(common, track);
  const run = [...start, ...points, () => ({ x: x(), y: leg() })];
  run.push(...arrival(target, common, back, x));
  const wire: Wire = { edge, style: back ? 'loop' : 'flow', points: run, arrow: true };
  if (!back) return [wire];
  const y = (): number => (isLoop ? bottomOf(source).y + exitWords : source.y - gap / 2);
  const bound = edge.atMost === undefined ? '↺' : `↺ ≤ ${edge.atMost}×`;
  const middle: Waypoint = () => ({ x: x(), y: y() });
  return [{ ...wire, words: { text: label ?? '', bound, room, lines: 2, middle, side: 'left' } }];
}

/** What kind of words there are decides about places; what a condition says does not. */
function roomOnLoop(label: string | undefined, { node }: Item): number {
  if (label === undefined) return boundRoom;
  if (node.kind === 'checkpoint') return refusedRoom;
  return label === 'otherwise' ? otherwiseRoom : conditionRoom;
}

/** From a track to a target: backwards to its left side, forwards to its top; in a block that is not a phase, through its channels. */
function arrival(target: Item, common: List, back: boolean, x: () => number): readonly Waypoint[] {
  const side: Side = back ? 'left' : 'right';
  if (!isOpen(target, common)) {
    const way = climb({ from: target, column: undefined, to: common, side });
    return [() => ({ x: x(), y: way.leg() }), ...way.points.toReversed()];
  }
  if (back) return [() => ({ x: x(), y: into(target, side).y }), () => into(target, side)];
  return entry(target, x);
}

/** From a track at the right through the row above a node into its top. */
export function entry(target: Item, x: () => number): readonly Waypoint[] {
  const y = (): number => topOf(target).y - entryRise;
  return [() => ({ x: x(), y: y() }), () => ({ x: topOf(target).x, y: y() }), () => topOf(target)];
}

/** Whether only phases stand between a list and an item in it. */
function isOpen(item: Item, list: List): boolean {
  for (let at = item; at.list !== list; at = at.list.holder.item) {
    if (at.list.holder === undefined || at.list.holder.item.kind !== 'phase') return false;
  }
  return true;
}
