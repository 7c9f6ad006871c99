/** The exits of a decision: one straight down, the others in columns at its right, loops at its left. */
import type { GraphEdge } from '../analysis/chainGraph.ts';
import type { Column, DecisionItem, List } from './block.ts';
import { addColumn, type Chart } from './blocks.ts';
import { headOf, itemIn, type WayOn, type Waypoint, wayOn } from './climbing.ts';
import { exitLabel, flowWire, rejoining, stopBelow, topOfTarget } from './flowWires.ts';
import { jumpWires } from './jumpWires.ts';
import { bottomOf } from './ports.ts';
import { diamondHalf, diamondHeight, exitRoom, exitWords, narrowExitRoom } from './sizes.ts';
import type { Wire } from './wire.ts';

/** `edges`: those that leave the decision. `arriving`: what else of the graph leads to a node, by its id. */
export function decisionWires(
  item: DecisionItem,
  edges: readonly GraphEdge[],
  arriving: ReadonlyMap<string, readonly GraphEdge[]>,
  chart: Chart,
): readonly Wire[] {
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
  const arrivals = arriving.get(way?.id ?? '') ?? [];
  const goesOn = ({ list }: Column): boolean =>
    arrivals.some(({ from }) => {
      const end = chart.found.get(from)?.item;
      return end !== undefined && itemIn(list, end) !== undefined;
    });
  const main = mainColumn(item, way?.id, goesOn);
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

/**
 * The exit that goes straight down: one that just goes on, which is the main path, past what the others do besides. Where each
 * has steps, they are alternatives and read in the order in which they are asked: the first whose steps lead on, else the other
 * steps, else the first.
 */
function mainColumn(
  { columns }: DecisionItem,
  next: string | undefined,
  goesOn: (column: Column) => boolean,
): Column | undefined {
  const going = columns.filter(({ list, exit }) => list.items.length === 0 && exit?.to === next);
  const withSteps = columns.filter(({ list }) => list.items.length > 0);
  const isOtherwise = ({ exit }: Column): boolean => exit?.label === 'otherwise';
  return (
    going.find(isOtherwise) ??
    going.find(({ exit }) => exit?.label === undefined) ??
    going.find(({ exit }) => exit?.kind === 'route') ??
    going[0] ??
    withSteps.find(goesOn) ??
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
  const room = list.items.length === 0 && !main ? narrowExitRoom : exitRoom;
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
