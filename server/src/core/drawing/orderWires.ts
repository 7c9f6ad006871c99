/** How the edges run that `after` draws between the lanes of a parallel: in the gap between two lanes, else below the lanes. */
import type { GraphEdge } from '../analysis/chainGraph.ts';
import type { Channel, Item, Lane, List, ParallelItem, Side } from './block.ts';
import type { Found } from './blocks.ts';
import { addChannel, channelY, climb, type Waypoint } from './climbing.ts';
import { into, outOf, shapeOf } from './ports.ts';
import { joinBar, joinOverhang, laneGap, laneTrack } from './sizes.ts';
import type { Wire } from './wire.ts';

/** One wire, or none where the ends stand in no two lanes of one parallel. */
export function orderWire(edge: GraphEdge, from: Found, to: Found | undefined): readonly Wire[] {
  if (to === undefined) return [];
  const meeting = lanesApart(from, to);
  if (meeting === undefined) return [];
  const { parallel, left, right } = meeting;
  const [first, second] = [parallel.lanes.indexOf(left), parallel.lanes.indexOf(right)];
  const out: Side = first < second ? 'right' : 'left';
  const back: Side = out === 'right' ? 'left' : 'right';
  const isNear = Math.abs(first - second) === 1 && isFree(from, left, out) && isFree(to, right, back);
  const points = isNear
    ? betweenLanes(parallel, Math.min(first, second), ends(from, out, outOf), ends(to, back, into))
    : belowLanes(parallel, from, to);
  return [{ edge, style: 'order', points, arrow: true }];
}

/** The parallel in whose different lanes two things stand. */
function lanesApart(
  from: Found,
  to: Found,
): { readonly parallel: ParallelItem; readonly left: Lane; readonly right: Lane } | undefined {
  const lanes = new Map(lanesAround(to).map((each): [ParallelItem, Lane] => [each.parallel, each.lane]));
  for (const { parallel, lane } of lanesAround(from)) {
    const other = lanes.get(parallel);
    if (other !== undefined && other !== lane) return { parallel, left: lane, right: other };
  }
  return undefined;
}

function lanesAround({ item, lane: own }: Found): readonly {
  readonly parallel: ParallelItem;
  readonly lane: Lane;
}[] {
  const lanes: { readonly parallel: ParallelItem; readonly lane: Lane }[] = [];
  if (own !== undefined && item.kind === 'parallel') lanes.push({ parallel: item, lane: own });
  for (let list: List | undefined = item.list; list !== undefined; list = list.holder?.item.list) {
    const { holder } = list;
    if (holder !== undefined && 'lane' in holder) lanes.push({ parallel: holder.item, lane: holder.lane });
  }
  return lanes;
}

/** Whether nothing stands between a thing and the side of its lane: blocks have theirs at the right, bars their words. */
function isFree({ item, role, lane: own }: Found, lane: Lane, side: Side): boolean {
  if (own === lane) return true;
  if (item.list !== lane.list) return false;
  if (item.kind !== 'box') return side === 'left' && role === 'item';
  return side === 'left' || item.rows.length === 0 || shapeOf(item) === 'card';
}

/** Where an edge leaves or reaches a thing: a lane at its box, anything else at its own side. */
const ends =
  ({ item, lane }: Found, side: Side, port: (item: Item, side: Side) => { x: number; y: number }): Waypoint =>
  () => {
    if (lane === undefined) return port(item, side);
    const x = item.x + lane.offset + (side === 'left' ? -lane.boxLeft : lane.boxRight);
    return { x, y: item.y + lane.bottom - 12 };
  };

function betweenLanes(
  parallel: ParallelItem,
  lane: number,
  from: Waypoint,
  to: Waypoint,
): readonly Waypoint[] {
  const before = parallel.lanes[lane];
  const track: Channel = { index: before?.tracks.length ?? 0 };
  before?.tracks.push(track);
  const x = (): number => {
    const side = parallel.x + (before?.offset ?? 0) + (before?.boxRight ?? 0);
    return side + laneGap / 2 + track.index * laneTrack;
  };
  return [from, () => ({ x: x(), y: from().y }), () => ({ x: x(), y: to().y }), to];
}

/** Down beside the one lane's items, along a channel below all lanes, and up beside the other's. */
function belowLanes(parallel: ParallelItem, from: Found, to: Found): readonly Waypoint[] {
  const channel = addChannel(parallel);
  return [...downTo(parallel, from, channel), ...downTo(parallel, to, channel).toReversed()];
}

function downTo(parallel: ParallelItem, { item, role, lane }: Found, channel: Channel): readonly Waypoint[] {
  if (lane !== undefined) {
    const x = (): number => parallel.x + lane.offset;
    return [
      () => ({ x: x(), y: parallel.y + lane.bottom }),
      () => ({ x: x(), y: channelY(parallel, channel) }),
    ];
  }
  const { points } = climb({ from: item, column: undefined, to: parallel.list, side: 'left', channel });
  if (role !== 'join' || item.kind !== 'parallel') return points;
  // A join is the bar below its parallel, and stands out at the left.
  const bar: Waypoint = () => ({ x: item.x - joinOverhang, y: item.y + item.joinTop + joinBar / 2 });
  const [, turn, ...rest] = points;
  return turn === undefined ? points : [bar, () => ({ x: turn().x, y: bar().y }), ...rest];
}
