/** Names that a writer may have meant: by edit distance, and by being the beginning of one. */
import { distance } from 'fastest-levenshtein';
import { comparable } from './comparable.ts';

/** How many edits away a name may be: one for three characters, never more than three. */
const reach = (text: string): number => Math.min(3, Math.floor(text.length / 3));

/** Whether two adjacent characters changed places, which a writer makes as easily as one edit. */
export function isSwap(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return (
    at + 1 < left.length &&
    left[at] === right[at + 1] &&
    left[at + 1] === right[at] &&
    left.slice(at + 2) === right.slice(at + 2)
  );
}

/** Edits from one name to the other; `undefined` where they are too far apart to be meant. */
function nearness(written: string, candidate: string): number | undefined {
  if (written === candidate) return 0;
  if (isSwap(written, candidate)) return 1;
  // Of a name of three characters that lost one, too little is left for more than the loss itself.
  const limit = written.length === 2 && candidate.length === 3 ? 1 : reach(written);
  if (Math.abs(written.length - candidate.length) <= limit) {
    const edits = distance(written, candidate);
    if (edits <= limit) return edits;
  }
  const isBeginning = written.length >= 3 && candidate.startsWith(written);
  return isBeginning ? 4 : undefined;
}

/**
 * The candidates that are near what was written, best first; case, blanks, hyphens and underscores count as one.
 * `limit` is the largest number of names given. The cost of each comparison is bounded, whatever the length of `written`.
 */
export function nearNames(written: string, candidates: Iterable<string>, limit = 3): readonly string[] {
  if (written.length > 200) return [];
  const wanted = comparable(written);
  const found: { readonly name: string; readonly edits: number }[] = [];
  for (const name of candidates) {
    const edits = nearness(wanted, comparable(name));
    if (edits !== undefined) found.push({ name, edits });
  }
  found.sort((left, right) => left.edits - right.edits);
  return found.slice(0, limit).map(each => each.name);
}
