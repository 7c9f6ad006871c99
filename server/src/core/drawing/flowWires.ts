/** Edges that follow the order of lists, down the spines, and those that end at a sign that the chain stops. */
import type { GraphEdge } from '../analysis/chainGraph.ts';
import type { Column, DecisionItem, Item } from './block.ts';
import type { Chart } from './blocks.ts';
import { columnEndingWith, type WayOn, type Waypoint } from './climbing.ts';
import { bottomOf, into, topOf } from './ports.ts';
import { stopLine, stopRadius } from './sizes.ts';
import type { Wire, WireWords } from './wire.ts';

/** Down the spines to what comes next: out of columns in the rows where they rejoin, out of a lane to the bar. */
export function flowWire(
  edge: GraphEdge,
  item: Item,
  way: WayOn,
  start: readonly Waypoint[],
  chart: Chart,
): Wire {
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

export function rejoining(column: Column, decision: DecisionItem): readonly Waypoint[] {
  column.rejoins = true;
  const y = (): number => decision.y + decision.rejoin;
  return [() => ({ x: column.list.x, y: y() }), () => ({ x: decision.x, y: y() })];
}

export const topOfTarget =
  (id: string, { found }: Chart): Waypoint =>
  () => {
    const item = found.get(id)?.item;
    return item === undefined ? { x: 0, y: 0 } : topOf(item);
  };

/** At the end of a column below it, elsewhere at the node's left; of several ways there one is drawn. */
export function stopWires(edge: GraphEdge, item: Item, start: Waypoint): readonly Wire[] {
  const column = edge.label === 'refused' ? undefined : columnEndingWith(item);
  if (column !== undefined) return [stopBelow(edge, column, [start])];
  item.stops.push(edge);
  if (item.stops.length > 1) return [];
  const out: Waypoint = () => {
    const { x, y } = into(item, 'left');
    return item.kind === 'box' ? { x, y: (item.y + bottomOf(item).y) / 2 } : { x, y };
  };
  return [
    {
      edge,
      style: 'flow',
      points: [out, () => ({ x: out().x - stopLine, y: out().y })],
      arrow: false,
      stop: {
        middle: () => ({ x: out().x - stopLine - stopRadius, y: out().y }),
        side: 'left',
        words: () => (edge.label === 'refused' && item.stops.length === 1 ? 'stop if refused' : 'stop'),
      },
    },
  ];
}

export function stopBelow(edge: GraphEdge, column: Column, start: readonly Waypoint[]): Wire {
  const isFirst = column.stops.length === 0;
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
    ...(isFirst && {
      stop: {
        middle: () => ({ x: top().x, y: top().y + stopRadius }),
        side: 'right',
        words: () => 'stop',
      },
    }),
  };
}

/** Words at the beginning of an edge. */
export const exitLabel = (text: string, room: number, middle: Waypoint): WireWords => ({
  text,
  bound: '',
  room,
  lines: 2,
  middle,
});
