/** How well a name answers to what a person types to find it: without case, and with blanks, hyphens and underscores as one. */
import { comparable } from './comparable.ts';

/** A name made ready to be asked for, once for many queries. */
export interface SoughtName {
  readonly text: string;
  readonly comparable: string;
  readonly words: readonly string[];
}

export const soughtName = (text: string): SoughtName => ({
  text,
  comparable: comparable(text),
  words: wordsOf(text),
});

/** Longer queries are cut, in UTF-16 units, so that the cost of a search stays bounded. */
const longestQuery = 100;

/** A query made ready to be held against many names. */
export interface NameQuery {
  readonly comparable: string;
  /** Its letters and digits alone. */
  readonly letters: string;
}

export function nameQuery(text: string): NameQuery {
  const query = text.slice(0, longestQuery);
  return { comparable: comparable(query), letters: wordsOf(query).join('') };
}

/**
 * 4: the name itself. 3: its beginning. 2: beginnings of its words in their order, such as `inc com` or `ic` of `Incident Commander`.
 * 1: a part of it, or nothing was asked for. 0: none of these.
 */
export function nameFit(query: NameQuery, name: SoughtName): number {
  if (query.comparable === '') return 1;
  if (name.comparable === query.comparable) return 4;
  if (name.comparable.startsWith(query.comparable)) return 3;
  if (query.letters !== '' && isOfBeginnings(query.letters, name.words)) return 2;
  return name.comparable.includes(query.comparable) ? 1 : 0;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether the letters are beginnings of some of the words, one after the other. */
function isOfBeginnings(letters: string, words: readonly string[]): boolean {
  // How many of the letters may be found in the words so far.
  const reached = new Set([0]);
  for (const word of words) {
    for (const from of [...reached]) {
      for (let length = 0; length < word.length && word[length] === letters[from + length]; length++)
        reached.add(from + length + 1);
    }
    if (reached.has(letters.length)) return true;
  }
  return false;
}
