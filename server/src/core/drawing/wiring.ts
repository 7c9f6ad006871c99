/**
 * Decides how each edge of a chart runs, and reserves the tracks, channels and columns that it needs: what follows the order of
 * lists runs down the spines, exits of a decision run to columns at its right, jumps run in gutters. Fills in the chart's columns,
 * passes and channels; data and handoffs are not drawn as edges here.
 */
import type { ChainGraph, GraphEdge } from '../analysis/chainGraph.ts';
import type { Column, DecisionItem, Item, List, ParallelItem, Side } from './block.ts';
import { addColumn, type Chart, type Found } from './blocks.ts';
import {
  addTrack,
  climb,
  columnEndingWith,
  headOf,
  itemIn,
  listsAround,
  passX,
  type WayOn,
  type Waypoint,
  wayOn,
} from './climbing.ts';
import { orderWire } from './orderWires.ts';
import { bottomOf, into, topOf } from './ports.ts';
import {
  diamondHalf,
  diamondHeight,
  exitRoom,
  exitWords,
  gap,
  groupTitle,
  joinBar,
  loopRoom,
  narrowExitRoom,
  rejoinDrop,
  stopLine,
  stopRadius,
} from './sizes.ts';
import type { Wire, WireWords } from './wire.ts';

/** From the top of a node up to the row in which jumps come to it. */
const entryRise = 17;

/** In the order of the graph's edges, but for those of one decision, which stand together. */
export function wiresOf(graph: ChainGraph, chart: Chart): readonly Wire[] {
  const wires: Wire[] = [];
  const exits = new Map<DecisionItem, GraphEdge[]>();
  for (const edge of graph.edges) {
    if (edge.kind === 'data' || edge.kind === 'handoff') continue;
    const from = chart.found.get(edge.from);
    if (from === undefined || (edge.to !== 'stop' && !chart.found.has(edge.to))) continue;
    if (edge.kind === 'sequence' && edge.label === 'after') {
      wires.push(...orderWire(edge, from, chart.found.get(edge.to)));
    } else if (from.role === 'item' && from.item.kind === 'decision') {
      exits.set(from.item, [...(exits.get(from.item) ?? []), edge]);
    } else {
      wires.push(...wireFrom(edge, from, chart));
    }
  }
  for (const item of chart.items) {
    if (item.kind === 'decision') wires.push(...decisionWires(item, exits.get(item) ?? [], chart));
  }
  return wires;
}

function wireFrom(edge: GraphEdge, { item, role }: Found, chart: Chart): readonly Wire[] {
  if (role === 'lane' || item.kind === 'decision') return [];
  if (role === 'item' && item.kind === 'parallel') return forkWires(edge, item, chart);
  const start: Waypoint = () => bottomOf(item);
  const way = wayOn(item);
  if (way?.id === edge.to && edge.kind !== 'back') return [flowWire(edge, item, way, [start], chart)];
  if (edge.to === 'stop') return [stopWire(edge, item, start)];
  const column = edge.label === 'refused' ? undefined : columnEndingWith(item);
  return jumpWires(edge, item, column, column === undefined ? [] : [start], chart);
}

/** Down the spines to what comes next: out of columns in the rows where they rejoin, out of a lane to the bar. */
function flowWire(edge: GraphEdge, item: Item, way: WayOn, start: readonly Waypoint[], chart: Chart): Wire {
  const points = [...start];
  for (let at = item; at.list !== way.item?.list; ) {
    const { list } = at;
    const { holder } = list;
    if (holder === undefined) break;
    const { item: around } = holder;
    if (around.kind === 'parallel') {
      points.push(() => ({ x: list.x, y: around.y + around.joinTop }));
      return { edge, style: 'flow', points, arrow: false };
    }
    if ('column' in holder) points.push(...rejoining(holder.column, holder.item));
    at = around;
  }
  points.push(topOfTarget(way.id, chart));
  return { edge, style: 'flow', points, arrow: true };
}

function rejoining(column: Column, decision: DecisionItem): readonly Waypoint[] {
  column.rejoins = true;
  const y = (): number => decision.y + decision.rejoin;
  return [() => ({ x: column.list.x, y: y() }), () => ({ x: decision.x, y: y() })];
}

const topOfTarget =
  (id: string, { found }: Chart): Waypoint =>
  () => {
    const item = found.get(id)?.item;
    return item === undefined ? { x: 0, y: 0 } : topOf(item);
  };

/** At the end of a column below it, elsewhere at the node's left. */
function stopWire(edge: GraphEdge, item: Item, start: Waypoint): Wire {
  const column = edge.label === 'refused' ? undefined : columnEndingWith(item);
  if (column !== undefined) return stopBelow(edge, column, [start]);
  item.stops.push(edge);
  const out: Waypoint = () => {
    const { x, y } = into(item, 'left');
    return item.kind === 'box' ? { x, y: (item.y + bottomOf(item).y) / 2 } : { x, y };
  };
  return {
    edge,
    style: 'flow',
    points: [out, () => ({ x: out().x - stopLine, y: out().y })],
    arrow: false,
    stop: {
      middle: () => ({ x: out().x - stopLine - stopRadius, y: out().y }),
      side: 'left',
      words: edge.label === undefined ? 'stop' : `stop if ${edge.label}`,
    },
  };
}

function stopBelow(edge: GraphEdge, column: Column, start: readonly Waypoint[]): Wire {
  column.stops.push(edge);
  const { list } = column;
  const top: Waypoint = () => ({
    x: list.x,
    y: list.y + list.height + (list.items.length === 0 ? 0 : stopLine),
  });
  return {
    edge,
    style: 'flow',
    points: [...start, top],
    arrow: false,
    stop: { middle: () => ({ x: top().x, y: top().y + stopRadius }), side: 'right', words: 'stop' },
  };
}

/** Into its lanes a fork draws nothing, since they stand in it; past itself it has a way of its own. */
function forkWires(edge: GraphEdge, item: ParallelItem, chart: Chart): readonly Wire[] {
  const target = chart.found.get(edge.to);
  if (target !== undefined && target.item !== item && itemIn(item.list, target.item) === item) return [];
  if (target?.item === item && target.role === 'join') return emptyLaneWires(edge, item);
  const way = wayOn(item);
  if (way?.id !== edge.to || item.bypass !== undefined) {
    if (edge.to === 'stop') return [stopWire(edge, item, () => bottomOf(item))];
    return jumpWires(edge, item, undefined, [], chart);
  }
  item.bypass = edge;
  const x = (): number => item.x + item.bypassOffset;
  const top = (): number => item.y + groupTitle / 2;
  const foot = (): number => item.y + item.joinTop + joinBar + rejoinDrop;
  const start: readonly Waypoint[] = [
    () => ({ x: item.x + item.groupRight, y: top() }),
    () => ({ x: x(), y: top() }),
    () => ({ x: x(), y: foot() }),
    () => ({ x: item.x, y: foot() }),
  ];
  const words =
    edge.label === undefined
      ? {}
      : { words: exitLabel(edge.label, narrowExitRoom, () => ({ x: x(), y: top() + 34 })) };
  return [{ ...flowWire(edge, item, way, start, chart), ...words }];
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

const exitLabel = (text: string, room: number, middle: Waypoint): WireWords => ({
  text,
  bound: '',
  room,
  middle,
});

function decisionWires(item: DecisionItem, edges: readonly GraphEdge[], chart: Chart): readonly Wire[] {
  const way = wayOn(item);
  const loops: GraphEdge[] = [];
  for (const edge of edges) {
    const inner = item.columns.find(each => each.exit === undefined && startsWith(each.list, edge.to));
    if (inner !== undefined) inner.exit = edge;
    else if (edge.kind === 'back') loops.push(edge);
    else addColumn(item).exit = edge;
  }
  const order = new Map(edges.map((edge, at): [GraphEdge | undefined, number] => [edge, at]));
  const place = ({ exit }: Column): number => order.get(exit) ?? edges.length;
  item.columns.sort((left, right) => place(left) - place(right));
  const main = mainColumn(item, way?.id);
  if (main !== undefined) {
    main.main = true;
    item.columns.splice(item.columns.indexOf(main), 1);
    item.columns.unshift(main);
  }
  return [
    ...item.columns.flatMap(column => exitWires(item, column, way, chart)),
    ...loops.flatMap(edge => jumpWires(edge, item, undefined, [], chart)),
  ];
}

const startsWith = ({ items: [first] }: List, id: string): boolean =>
  first !== undefined && headOf(first) === id;

/** The exit that goes straight down: one that just goes on, else the other steps, else the first steps. */
function mainColumn({ columns }: DecisionItem, next: string | undefined): Column | undefined {
  const going = columns.filter(({ list, exit }) => list.items.length === 0 && exit?.to === next);
  const withSteps = columns.filter(({ list }) => list.items.length > 0);
  const isOtherwise = ({ exit }: Column): boolean => exit?.label === 'otherwise';
  return (
    going.find(isOtherwise) ??
    going.find(({ exit }) => exit?.label === undefined) ??
    going.find(({ exit }) => exit?.kind === 'route') ??
    going[0] ??
    withSteps.find(isOtherwise) ??
    withSteps[0]
  );
}

function exitWires(
  item: DecisionItem,
  column: Column,
  way: WayOn | undefined,
  chart: Chart,
): readonly Wire[] {
  const { exit: edge, list, main } = column;
  if (edge === undefined) return [];
  const middle = (): number => item.y + item.diamond + diamondHeight / 2;
  const start: readonly Waypoint[] = main
    ? [() => bottomOf(item)]
    : [() => ({ x: item.x + diamondHalf, y: middle() }), () => ({ x: list.x, y: middle() })];
  const room = list.items.length === 0 ? narrowExitRoom : exitRoom;
  const words =
    edge.label === undefined
      ? {}
      : {
          words: exitLabel(edge.label, room, () => ({
            x: list.x,
            y: item.y + item.diamond + diamondHeight + exitWords,
          })),
        };
  if (list.items.length > 0) {
    return [{ edge, style: 'flow', points: [...start, topOfTarget(edge.to, chart)], arrow: true, ...words }];
  }
  if (edge.to === 'stop') return [{ ...stopBelow(edge, column, start), ...words }];
  if (way?.id === edge.to) {
    const points = [...start, ...rejoining(column, item)];
    return [{ ...flowWire(edge, item, way, points, chart), ...words }];
  }
  return jumpWires(edge, item, column, start, chart).map(wire => ({ ...wire, ...words }));
}

/** A jump: out of the blocks around its beginning, along a gutter of the list that both ends stand in, to its target. */
function jumpWires(
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
  const slot = back ? 2 * source.index + (isLoop ? 1 : 0) : undefined;
  const track = addTrack(common, side, source, goal, slot);
  const x = (): number => passX(common, track);
  const run = [...start, ...points, () => ({ x: x(), y: leg() })];
  run.push(...arrival(target, common, back, x));
  const wire: Wire = { edge, style: back ? 'loop' : 'flow', points: run, arrow: true };
  if (!back) return [wire];
  const y = (): number => (isLoop ? bottomOf(source).y + exitWords : source.y - gap / 2);
  const bound = edge.atMost === undefined ? '↺' : `↺ ≤ ${edge.atMost}×`;
  // The words of an exit with a column stand at its head; here they would be said twice.
  const text = column !== undefined && start.length > 0 && edge.kind === 'route' ? '' : (edge.label ?? '');
  return [{ ...wire, words: { text, bound, room: loopRoom, middle: () => ({ x: x(), y: y() }) } }];
}

/** From a track to a target: backwards to its left side, forwards to its top; in a block that is not a phase, through its channels. */
function arrival(target: Item, common: List, back: boolean, x: () => number): readonly Waypoint[] {
  const side: Side = back ? 'left' : 'right';
  if (!isOpen(target, common)) {
    const way = climb({ from: target, column: undefined, to: common, side });
    return [() => ({ x: x(), y: way.leg() }), ...way.points.toReversed()];
  }
  if (back) return [() => ({ x: x(), y: into(target, side).y }), () => into(target, side)];
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
