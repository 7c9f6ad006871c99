/** Edges of a parallel that do not lead into its lanes: past it, where its condition does not hold, and through empty lanes. */
import type { GraphEdge } from '../analysis/chainGraph.ts';
import type { ParallelItem } from './block.ts';
import type { Chart } from './blocks.ts';
import {
  addChannel,
  addPass,
  channelY,
  itemIn,
  passX,
  type WayOn,
  type Waypoint,
  wayOn,
} from './climbing.ts';
import { exitLabel, flowWire, rejoining, stopWires } from './flowWires.ts';
import { entry, jumpWires } from './jumpWires.ts';
import { bottomOf, type Point } from './ports.ts';
import { bypassWords, chipGap, narrowExitRoom } from './sizes.ts';
import type { Wire } from './wire.ts';

/** Into its lanes a fork draws nothing, since they stand in it; past itself it has a way of its own. */
export function forkWires(edge: GraphEdge, item: ParallelItem, chart: Chart): readonly Wire[] {
  const target = chart.found.get(edge.to);
  if (target !== undefined && target.item !== item && itemIn(item.list, target.item) === item) return [];
  if (target?.item === item && target.role === 'join') return emptyLaneWires(edge, item);
  if (edge.to === 'stop') return stopWires(edge, item, () => bottomOf(item));
  const way = wayOn(item);
  if (way?.id === edge.to && item.bypass === undefined) return [bypassWire(edge, item, way, chart)];
  const after = item.list.items[item.index + 1];
  const wayAfter = after && wayOn(after);
  if (after !== undefined && wayAfter?.id === edge.to) return longBypassWires(edge, item, wayAfter, chart);
  return jumpWires(edge, item, undefined, [], chart);
}

/** Where the way past a parallel leaves its group: below the words at its right. */
const bypassLeave = ({ x, y, groupRight, bypassTop }: ParallelItem): Point => ({
  x: x + groupRight,
  y: y + bypassTop,
});

const bypassLabel = (edge: GraphEdge, item: ParallelItem, x: () => number): Pick<Wire, 'words'> =>
  edge.label === undefined
    ? {}
    : {
        words: exitLabel(edge.label, narrowExitRoom, () => ({
          x: x(),
          y: item.y + item.bypassTop + bypassWords,
        })),
      };

function bypassWire(edge: GraphEdge, item: ParallelItem, way: WayOn, chart: Chart): Wire {
  item.bypass = edge;
  const x = (): number => item.x + item.bypassOffset;
  const foot = (): number => item.y + item.bypassFoot;
  const start: readonly Waypoint[] = [
    () => bypassLeave(item),
    () => ({ x: x(), y: bypassLeave(item).y }),
    () => ({ x: x(), y: foot() }),
    () => ({ x: item.x, y: foot() }),
  ];
  return { ...flowWire(edge, item, way, start, chart), ...bypassLabel(edge, item, x) };
}

/** Past a parallel and the step that makes a whole of its lanes, which runs only if it does. */
function longBypassWires(edge: GraphEdge, item: ParallelItem, way: WayOn, chart: Chart): readonly Wire[] {
  const { list } = item;
  const { holder } = list;
  const isHere = way.item?.list === list;
  if (!isHere && (holder === undefined || holder.item.kind === 'phase')) {
    return jumpWires(edge, item, undefined, [], chart);
  }
  const slot = 2 * item.index + 1;
  const end = isHere && way.item !== undefined ? 2 * way.item.index : 2 * list.items.length;
  const wide = narrowExitRoom / 2;
  const track = addPass(list, 'right', slot, end, { slot, inner: wide + chipGap, outer: wide });
  const x = (): number => passX(list, track);
  const start: readonly Waypoint[] = [() => bypassLeave(item), () => ({ x: x(), y: bypassLeave(item).y })];
  const words = bypassLabel(edge, item, x);
  const next = chart.found.get(way.id)?.item;
  if (isHere && next !== undefined) {
    const points = [...start, ...entry(next, x)];
    return [{ edge, style: 'flow', points, arrow: true, ...words }];
  }
  if (holder === undefined || holder.item.kind === 'phase') return [];
  if ('column' in holder) {
    const [row, spine] = rejoining(holder.column, holder.item);
    const points = [...start, () => ({ x: x(), y: row?.().y ?? 0 }), ...(spine === undefined ? [] : [spine])];
    return [{ ...flowWire(edge, holder.item, way, points, chart), ...words }];
  }
  const parallel = holder.item;
  const channel = addChannel(parallel);
  const y = (): number => channelY(parallel, channel);
  const points = [
    ...start,
    () => ({ x: x(), y: y() }),
    () => ({ x: list.x, y: y() }),
    () => ({ x: list.x, y: parallel.y + parallel.joinTop }),
  ];
  return [{ edge, style: 'flow', points, arrow: false, ...words }];
}

function emptyLaneWires(edge: GraphEdge, item: ParallelItem): readonly Wire[] {
  const lane = item.lanes.find(each => each.list.items.length === 0 && !each.crossed);
  if (lane === undefined) return [];
  lane.crossed = true;
  return [
    {
      edge,
      style: 'flow',
      points: [
        () => ({ x: item.x + lane.offset, y: item.y + lane.bottom }),
        () => ({ x: item.x + lane.offset, y: item.y + item.joinTop }),
      ],
      arrow: false,
    },
  ];
}
