/** How the windows of a time plan stand to each other. */
import type { Read, Word } from '../model/chain.ts';
import { minutesPerUnit } from '../model/values/duration.ts';
import type { Window } from '../model/values/window.ts';

/** Something that has a window: a phase or a milestone. */
export interface Windowed {
  readonly name: Word;
  readonly window: Read<Window> & { readonly value: Window };
}

export interface WindowOverlap {
  readonly earlier: Windowed;
  readonly later: Windowed;
  /** Minutes that both have in common. */
  readonly minutes: number;
}

/** A phase or milestone of a time plan. */
export interface Planned {
  readonly name: Word;
  readonly window?: Read<Window>;
  readonly because?: Word;
}

/**
 * Windows that have more in common than one that comes before them in the plan allows, with neither of the two saying why; each with
 * the one that reaches furthest into it. Two windows meet, and do not overlap, where they share at most one cell of the coarser of
 * their units; minutes and hours are points in time and no cells.
 */
export function windowOverlaps(plan: readonly Planned[]): readonly WindowOverlap[] {
  const found: WindowOverlap[] = [];
  let furthest: Windowed | undefined;
  for (const each of plan) {
    const later = windowedOf(each);
    if (later === undefined || each.because !== undefined) continue;
    if (furthest !== undefined) {
      const minutes = common(furthest.window.value, later.window.value);
      if (minutes > meeting(furthest.window.value, later.window.value))
        found.push({ earlier: furthest, later, minutes });
    }
    if (furthest === undefined || later.window.value.to >= furthest.window.value.to) furthest = later;
  }
  return found;
}

function windowedOf({ name, window }: Planned): Windowed | undefined {
  const value = window?.value;
  return window === undefined || value === undefined ? undefined : { name, window: { ...window, value } };
}

const common = (left: Window, right: Window): number =>
  Math.min(left.to, right.to) - Math.max(left.from, right.from);

/** How many minutes two windows may share and still only meet. */
function meeting(left: Window, right: Window): number {
  const [fine = 0, coarse = fine] = [left, right]
    .map(({ unit }) => minutesPerUnit[unit])
    .sort((a, b) => a - b);
  return coarse <= minutesPerUnit.hour ? 0 : coarse;
}
