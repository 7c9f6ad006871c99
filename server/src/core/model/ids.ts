/** Names of nodes, phases and lanes, by the rules on ids of the language page. */
import { reservedIds } from './values/identifier.ts';

/** Something that gets an id. */
export interface Named {
  /** As written; `undefined`: the slug names it. */
  readonly written: string | undefined;
  readonly slug: string;
  /** What it is called where the slug is empty: its kind. */
  readonly kind: string;
  /** The phase, parallel or lane that it stands in; `undefined` at the top. */
  readonly parent: Named | undefined;
  /** Told the id, and whether a reference cannot name it (see `ambiguous` of the model). */
  give(id: string, ambiguous: boolean): void;
}

/** Ids that are given out, none of them twice. */
export interface IdBook {
  /** The id itself, or with the lowest `~n` from 2 on that is not taken; taken from then on. */
  claim(id: string): string;
}

/**
 * Gives each its id. An `id` is taken as it is; a slug where nothing else has it; all others are `<parent>/<slug>`, from
 * the second of the same parent on with `~2`, `~3` … So a node that is put in or taken out elsewhere changes no id but
 * those of its own slug. Parents stand before what is in them; `chain` is the id of the chain, `''` where it has none.
 */
export function assignIds(all: readonly Named[], chain: string): IdBook {
  const uses = new Map<string, number>();
  // An `id` beats a slug, wherever it stands.
  const unclaimed = new Set<string>();
  for (const { written, slug } of all) {
    const name = written ?? slug;
    uses.set(name, (uses.get(name) ?? 0) + 1);
    if (written !== undefined && !reservedIds.includes(written)) unclaimed.add(written);
  }
  const explicit: ReadonlySet<string> = new Set(unclaimed);
  const taken = new Set([...reservedIds, ...explicit]);
  const book = idBook(taken);
  const ids = new Map<Named, string>();
  for (const named of all) {
    const { written, slug, kind, parent } = named;
    const give = (id: string, ambiguous: boolean): void => {
      ids.set(named, id);
      named.give(id, ambiguous);
    };
    if (written !== undefined && explicit.has(written)) {
      // A second node with the same `id` keeps it as its beginning.
      give(unclaimed.delete(written) ? written : book.claim(written), false);
    } else if (written === undefined && slug !== '' && uses.get(slug) === 1 && !taken.has(slug)) {
      give(book.claim(slug), false);
    } else {
      const name = written ?? (slug === '' ? kind : slug);
      const holder = parent === undefined ? chain || 'chain' : (ids.get(parent) ?? kind);
      give(book.claim(`${holder}/${name}`), true);
    }
  }
  return book;
}

/** A book over ids that are taken already; it remembers where it left off, so that many repeats cost no search. */
function idBook(taken: Set<string>): IdBook {
  const counts = new Map<string, number>();
  return {
    claim: id => {
      let free = id;
      let count = counts.get(id) ?? 1;
      while (taken.has(free)) {
        count++;
        free = `${id}~${count}`;
      }
      counts.set(id, count);
      taken.add(free);
      return free;
    },
  };
}
