/**
 * What a drawing takes over from the one before. A part whose makings are the same is the same part, by identity, so that whoever shows it
 * need not look into it. Makings are compared one by one with `===`: all that decides how a part looks must be among them.
 */

export type KeptParts<Part> = ReadonlyMap<
  string,
  { readonly makings: readonly unknown[]; readonly part: Part }
>;

export interface Keeper<Part> {
  /** The part of that name from before, where it was made of the same; else the one that `make` gives. */
  keep(name: string, makings: readonly unknown[], make: () => Part): Part;
  /** The part of that name from before, whatever it was made of: for who knows that nothing of this differs. `undefined`: there is none. */
  takeOver(name: string): Part | undefined;
  /** All parts that were asked for, for the next drawing. */
  readonly kept: KeptParts<Part>;
}

/** `before`: the parts of the last drawing; `undefined`: there was none. */
export function createKeeper<Part>(before: KeptParts<Part> | undefined): Keeper<Part> {
  const kept = new Map<string, { readonly makings: readonly unknown[]; readonly part: Part }>();
  return {
    kept,
    takeOver: name => {
      const was = before?.get(name);
      if (was !== undefined) kept.set(name, was);
      return was?.part;
    },
    keep: (name, makings, make) => {
      const was = before?.get(name);
      const now = was !== undefined && areSame(was.makings, makings) ? was : { makings, part: make() };
      kept.set(name, now);
      return now.part;
    },
  };
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
