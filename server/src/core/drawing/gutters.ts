/** Puts the tracks beside a list: each as near as what it runs along lets it, short ones inside long ones. */
import type { List, Pass, Side } from './block.ts';
import { trackGap } from './sizes.ts';

/** What a gap between two items takes at each side of the spine. */
const spineRoom = 20;

/**
 * Sets the reach of every pass of a list, and gives how far the list then reaches to that side. A track is shared by those of
 * its passes that do not meet: the skyline is how far things reach in each slot, and a pass lies on it and raises it.
 */
export function placePasses({ items, passes }: List, side: Side): number {
  const skyline: number[] = [spineRoom];
  for (const item of items) skyline.push(item[side], spineRoom);
  const here = passes.filter(pass => pass.side === side);
  // What leaves at the foot of the list lies outside of all that turns back in it, however many items come below.
  const length = ({ from, to }: Pass): number => (to === 2 * items.length ? to * 2 - from : to - from);
  here.sort((left, right) => length(left) - length(right) || left.from - right.from);
  for (const pass of here) {
    let reach = 0;
    for (let slot = pass.from; slot <= pass.to; slot++) reach = Math.max(reach, skyline[slot] ?? 0);
    const { words } = pass;
    const inner = words === undefined ? 0 : (skyline[words.slot] ?? 0) + words.inner;
    pass.reach = Math.max(reach + trackGap, inner);
    for (let slot = pass.from; slot <= pass.to; slot++) skyline[slot] = pass.reach;
    if (words !== undefined) skyline[words.slot] = pass.reach + words.outer;
  }
  let widest = 0;
  for (const reach of skyline) widest = Math.max(widest, reach);
  return widest;
}
