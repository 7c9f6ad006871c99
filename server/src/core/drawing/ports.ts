/** Where edges begin and end, in the coordinates of the scene; to be asked after everything has its place. */
import type { GraphNode } from '../analysis/chainGraph.ts';
import type { BoxItem, Item, Side } from './block.ts';
import {
  cardHeight,
  checkpointHalf,
  checkpointHeight,
  conditionHeight,
  diamondHalf,
  diamondHeight,
  groupTitle,
  half,
  joinBar,
  ringRadius,
} from './sizes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Shape = 'ring' | 'bar' | 'card';

export function shapeOf({ node }: BoxItem): Shape {
  if (node.kind === 'start' || node.kind === 'end') return 'ring';
  return node.kind === 'checkpoint' ? 'bar' : 'card';
}

const heights: Readonly<Record<Shape, (node: GraphNode) => number>> = {
  ring: () => 2 * ringRadius,
  bar: () => checkpointHeight,
  card: node => cardHeight + (saysCondition(node) ? conditionHeight : 0),
};

/** Whether a card has a line for the condition under which its node runs: not what stands for a parallel that is folded. */
export const saysCondition = ({ kind, when }: GraphNode): boolean =>
  when !== undefined && (kind === 'step' || kind === 'chain');

const halves: Readonly<Record<Shape, number>> = { ring: ringRadius, bar: checkpointHalf, card: half };

export const shapeHeight = (item: BoxItem): number => heights[shapeOf(item)](item.node);
export const shapeHalf = (item: BoxItem): number => halves[shapeOf(item)];

/** The middle of its upper side. */
export const topOf = (item: Item): Point => ({
  x: item.x,
  y: item.y + (item.kind === 'decision' ? item.diamond : 0),
});

/** Where the way on leaves: of a parallel the bar at which its lanes meet. */
export function bottomOf(item: Item): Point {
  const { x, y } = item;
  if (item.kind === 'box') return { x, y: y + shapeHeight(item) };
  if (item.kind === 'decision') return { x, y: y + item.diamond + diamondHeight };
  if (item.kind === 'phase') return { x, y: y + item.bandHeight };
  return { x, y: y + item.joinTop + (item.join === undefined ? 0 : joinBar) };
}

/** Where a jump leaves at a side. */
export function outOf(item: Item, side: Side): Point {
  const to = side === 'left' ? -1 : 1;
  const { x, y } = item;
  if (item.kind === 'box') {
    const down = { ring: ringRadius, bar: checkpointHeight - 9, card: shapeHeight(item) - 6 }[shapeOf(item)];
    return { x: x + to * shapeHalf(item), y: y + down };
  }
  if (item.kind === 'decision') return { x: x + to * diamondHalf, y: y + item.diamond + diamondHeight / 2 };
  if (item.kind === 'phase')
    return { x: x + (to < 0 ? -item.bandLeft : item.bandRight), y: y + item.bandHeight - 16 };
  return { x: x + (to < 0 ? -item.groupLeft : item.groupRight), y: y + item.groupHeight - 10 };
}

/** Where a jump arrives at a side: at the right, where words stand beside the node, as low as where others leave. */
export function into(item: Item, side: Side): Point {
  if (side === 'right' && item.kind === 'box') return outOf(item, side);
  const to = side === 'left' ? -1 : 1;
  const { x, y } = item;
  if (item.kind === 'box') {
    const down = { ring: ringRadius, bar: 9, card: 20 }[shapeOf(item)];
    return { x: x + to * shapeHalf(item), y: y + down };
  }
  // A quarter down, the slanted side of the diamond is half as far from the spine as its corner.
  if (item.kind === 'decision')
    return { x: x + (to * diamondHalf) / 2, y: y + item.diamond + diamondHeight / 4 };
  if (item.kind === 'phase') return { x: x + (to < 0 ? -item.bandLeft : item.bandRight), y: y + 17 };
  return { x: x + (to < 0 ? -item.groupLeft : item.groupRight), y: y + groupTitle / 2 };
}
