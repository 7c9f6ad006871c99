/** Gives every block its place, from the outside in. */
import type { List } from './block.ts';
import { laneListTop, measureList } from './measure.ts';
import { gap, phaseTop } from './sizes.ts';

/** `x` of the spine, `y` of the first item's top. */
export function layOut(top: List, x: number, y: number): void {
  measureList(top);
  placeList(top, x, y);
}

function placeList(list: List, x: number, y: number): void {
  list.x = x;
  list.y = y;
  let below = y;
  for (const item of list.items) {
    item.x = x;
    item.y = below;
    below += item.height + gap;
    if (item.kind === 'decision') {
      for (const { list: inner, offset } of item.columns) {
        placeList(inner, x + offset, item.y + item.columnTop);
      }
    } else if (item.kind === 'parallel') {
      for (const { list: inner, offset } of item.lanes) {
        placeList(inner, x + offset, item.y + laneListTop);
      }
    } else if (item.kind === 'phase') {
      placeList(item.body, x, item.y + phaseTop);
    }
  }
}
