/** How far an outline had grown at a line: where its reading goes on when only that line, or lines below it, were written anew. */
import { type Level, type Slot, type SlotBase, slotOf, slotsOf } from './levels.ts';

/** What grows from line to line. */
export interface Growing {
  /** Those that are open, outermost first. */
  readonly levels: Level[];
  /** How often each number of columns sets a level in. */
  readonly units: Map<number, number>;
  root: Level | undefined;
  /** Why nothing may begin at the top of the document, where no collection stands in block style: a value or marker is in the way. */
  barred: Bar | undefined;
}

/** A flow collection that is the whole document, or a place before `---` or behind `...`. */
export type Bar = 'closed-value' | 'document-marker';

/** All that the lines above one have made, where nothing below can change it. */
export interface Mark {
  /** Where the line begins. */
  readonly start: number;
  readonly levels: readonly Level[];
  readonly root: Level | undefined;
  readonly barred: Bar | undefined;
  readonly units: ReadonlyMap<number, number>;
  readonly ends: readonly LevelEnd[];
}

/** How far a level has come: only its last slot changes. */
interface LevelEnd {
  readonly level: Level;
  readonly count: number;
  readonly slot: Slot | undefined;
  readonly was: Pick<SlotBase, 'scalar' | 'state' | 'child' | 'openFlow'> | undefined;
}

/** @param start Where the line begins before which all of this was made. */
export function markAt(start: number, { levels, root, barred, units }: Growing): Mark {
  const growing = new Set(root === undefined ? levels : [root, ...levels]);
  // A set goes on to what is added while it is walked: a last slot's level may be opened again.
  for (const level of growing) {
    const child = slotOf(level)?.child;
    if (child !== undefined) growing.add(child);
  }
  const ends = [...growing].map((level): LevelEnd => {
    const slot = slotOf(level);
    const was = slot && {
      scalar: slot.scalar,
      state: slot.state,
      child: slot.child,
      openFlow: slot.openFlow,
    };
    return { level, count: slotsOf(level).length, slot, was };
  });
  return { start, levels: [...levels], root, barred, units: new Map(units), ends };
}

/** Takes what grew since out of the outline, and sets `into`, in which nothing stands yet, back to the mark. */
export function goBack(into: Growing, { levels, root, barred, units, ends }: Mark): void {
  for (const { level, count, slot, was } of ends) {
    slotsOf(level).length = count;
    if (slot !== undefined) Object.assign(slot, was);
  }
  into.levels.push(...levels);
  into.root = root;
  into.barred = barred;
  for (const [unit, count] of units) into.units.set(unit, count);
}
