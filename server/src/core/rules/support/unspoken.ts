/** Names that a document declares and then never speaks of. */
import type { Word } from '../../model/chain.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { Entry } from '../../syntax/tree.ts';
import type { Fix } from '../rule.ts';
import { removeEntry } from './edits.ts';
import { hyphenated, quoted } from './words.ts';

/**
 * Those of the keys of a map at the top whose names stand nowhere else in the text, in no spelling, comments included: what a sentence
 * speaks of is no name that was forgotten. Another key of the same map counts, its own entry does not.
 */
export function unspoken<Declared extends Word>(
  { text, tree }: DocumentState,
  declared: readonly Declared[],
  nameOf: (word: Declared) => string,
): readonly Declared[] {
  if (declared.length === 0 || tree.root?.kind !== 'map') return [];
  const all = singular(text);
  return declared.filter(word => {
    const entry = entryOf(word);
    if (entry === undefined) return false;
    const name = singular(nameOf(word));
    // Once is where it is declared; more than that may be within its own entry.
    if (name.length < 3 || occurrences(all, name) <= 1) return name.length >= 3;
    const { start, end } = entry.span;
    return !singular(text.slice(0, start)).includes(name) && !singular(text.slice(end)).includes(name);
  });
}

/** So that `p0-bugs` is found in "no P0 bug is open". */
const singular = (text: string): string => hyphenated(text).replace(/([^-]{2}[^s-])s(?=-)/g, '$1');

/** The entry whose key a word is. */
export const entryOf = ({ node }: Word): Entry | undefined =>
  node.parent?.kind === 'entry' && node.parent.key === node ? node.parent : undefined;

/** Up to two. */
function occurrences(text: string, part: string): number {
  const first = text.indexOf(part);
  if (first < 0) return 0;
  return text.indexOf(part, first + part.length - 1) < 0 ? 1 : 2;
}

/** Takes the entry out, and with the last one the map that holds it. */
export function withoutEntry(document: DocumentState, word: Word): readonly Fix[] {
  const entry = entryOf(word);
  const holder = entry?.parent.entries.length === 1 ? entry.parent.parent : entry;
  const edits = holder?.kind === 'entry' ? removeEntry(document, holder) : undefined;
  return edits === undefined ? [] : [{ title: `Remove ${quoted(word.text)}`, edits }];
}
