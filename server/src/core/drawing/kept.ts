/**
 * What a drawing takes over from the one before. A part whose makings are the same is the same part, by identity, so that whoever shows it
 * need not look into it. Makings are compared one by one with `===`: all that decides how a part looks must be among them.
 */

/** Where a part stands, where that decides nothing else of it. */
export interface At {
  readonly x: number;
  readonly y: number;
}

interface Kept<Part> {
  readonly makings: readonly unknown[];
  readonly at: At | undefined;
  readonly part: Part;
}

export type KeptParts<Part> = ReadonlyMap<string, Kept<Part>>;

export interface Keeper<Part> {
  /** The part of that name from before, where it was made of the same; else the one that `make` gives. */
  keep(name: string, makings: readonly unknown[], make: () => Part): Part;
  /** The same of a part that has a place: where that alone differs, the one from before as `move` puts it there. */
  keepAt(
    name: string,
    makings: readonly unknown[],
    at: At,
    make: () => Part,
    move: (part: Part, at: At) => Part,
  ): Part;
  /** The part of that name from before, whatever it was made of: for who knows that nothing of this differs. `undefined`: there is none. */
  takeOver(name: string): Part | undefined;
  /** All parts that were asked for, for the next drawing. */
  readonly kept: KeptParts<Part>;
}

/** `before`: the parts of the last drawing; `undefined`: there was none. */
export function createKeeper<Part>(before: KeptParts<Part> | undefined): Keeper<Part> {
  const kept = new Map<string, Kept<Part>>();
  const known = (name: string, makings: readonly unknown[]): Kept<Part> | undefined => {
    const was = before?.get(name);
    return was !== undefined && areSame(was.makings, makings) ? was : undefined;
  };
  const keepNow = (name: string, now: Kept<Part>): Part => {
    kept.set(name, now);
    return now.part;
  };
  return {
    kept,
    keep: (name, makings, make) =>
      keepNow(name, known(name, makings) ?? { makings, at: undefined, part: make() }),
    keepAt: (name, makings, at, make, move) => {
      const was = known(name, makings);
      if (was?.at === undefined) return keepNow(name, { makings, at, part: make() });
      const stands = was.at.x === at.x && was.at.y === at.y;
      return keepNow(name, stands ? was : { makings, at, part: move(was.part, at) });
    },
    takeOver: name => {
      const was = before?.get(name);
      return was === undefined ? undefined : keepNow(name, was);
    },
  };
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
