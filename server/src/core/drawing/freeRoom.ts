/** How much room there is at the right of a node, once all blocks are measured: so words take what stands empty. */
import type { Item } from './block.ts';
import { columnSides } from './measure.ts';

/** From the spine of an item to the next thing at its right; infinite where the drawing ends there. Depends on no words. */
export function freeRight(item: Item): number {
  const { list, index } = item;
  const slot = 2 * index + 1;
  let free = Number.POSITIVE_INFINITY;
  for (const { side, from, to, reach } of list.passes) {
    if (side === 'right' && from <= slot && slot <= to) free = Math.min(free, reach);
  }
  const { holder } = list;
  if (holder === undefined) return free;
  if ('lane' in holder) return Math.min(free, holder.lane.boxRight);
  if (!('column' in holder)) return Math.min(free, holder.item.bandRight);
  const { columns } = holder.item;
  const { offset } = holder.column;
  const next = columns[columns.indexOf(holder.column) + 1];
  const beyond = next === undefined ? freeRight(holder.item) : next.offset - columnSides(next).left;
  return Math.min(free, beyond - offset);
}
