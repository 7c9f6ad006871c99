/** How the windows of a time plan stand to each other. */
import type { Read, Word } from '../model/chain.ts';
import { minutesPerUnit } from '../model/values/timeUnit.ts';
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
  /** The later one is no more than the last or some other single cell of the earlier one. */
  readonly isWithin: boolean;
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
 * their units, and of weeks held against months a tenth more; minutes and hours are points in time and no cells.
 */
export function windowOverlaps(plan: readonly Planned[]): readonly WindowOverlap[] {
  const found: WindowOverlap[] = [];
  let furthest: Windowed | undefined;
  for (const each of plan) {
    const later = windowedOf(each);
    if (later === undefined || each.because !== undefined) continue;
    if (furthest !== undefined) {
      const [early, late] = [furthest.window.value, later.window.value];
      const minutes = common(early, late);
      const isWithin = isCellWithin(early, late);
      if (isWithin || minutes > meeting(early, late))
        found.push({ earlier: furthest, later, minutes, isWithin });
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

/**
 * Whether the later window is a single cell of an earlier one that has several, `week 4` in `weeks 3-4`: it does not follow
 * where the other ends, as windows do that meet. Of different units nothing is said, nor of points in time.
 */
const isCellWithin = (early: Window, late: Window): boolean =>
  early.unit === late.unit &&
  minutesPerUnit[late.unit] > minutesPerUnit.hour &&
  late.to - late.from === minutesPerUnit[late.unit] &&
  early.to - early.from > minutesPerUnit[early.unit] &&
  early.from <= late.from &&
  late.to <= early.to;

/** How many minutes two windows may share and still only meet. */
function meeting(left: Window, right: Window): number {
  const [fine = 0, coarse = fine] = [left, right]
    .map(({ unit }) => minutesPerUnit[unit])
    .sort((a, b) => a - b);
  if (coarse <= minutesPerUnit.hour) return 0;
  // No month is a number of weeks: `weeks 1-13` and `months 3-4` meet, though the thirteenth week ends a day into the fourth month.
  const isMixed = fine === minutesPerUnit.week && coarse > fine;
  return isMixed ? coarse * 1.1 : coarse;
}

export interface WindowOutOfOrder<Part extends Planned> {
  /** The first of those that begin when `later` is over, though they come before it. */
  readonly earlier: Part & Windowed;
  readonly later: Part & Windowed;
  /** How many there are. */
  readonly count: number;
}

/** Windows that are over before one that comes earlier in the plan begins, unless they say why; at most `most` of them. */
export function windowsOutOfOrder<Part extends Planned>(
  plan: readonly Part[],
  most: number,
): readonly WindowOutOfOrder<Part>[] {
  const found: WindowOutOfOrder<Part>[] = [];
  const before: (Part & Windowed)[] = [];
  let latest = 0;
  for (const each of plan) {
    if (found.length >= most) break;
    const value = windowedOf(each);
    if (value === undefined || each.because !== undefined) continue;
    const later = { ...each, ...value };
    const { from, to } = later.window.value;
    // Most plans are in order: only what ends before something began is held against all that came before.
    const beyond =
      from < latest && to <= latest ? before.filter(({ window }) => window.value.from >= to) : [];
    const [earlier] = beyond;
    if (earlier !== undefined) found.push({ earlier, later, count: beyond.length });
    latest = Math.max(latest, from);
    before.push(later);
  }
  return found;
}

/**
 * Whether a window goes on after so many minutes since the start: its end, or where it is counted in days or longer units all of its
 * last cell. What is planned for day 1 may be over within an hour.
 */
export const reachesPast = ({ unit, to }: Window, minutes: number): boolean =>
  minutesPerUnit[unit] > minutesPerUnit.hour ? to - minutesPerUnit[unit] >= minutes : to > minutes;
