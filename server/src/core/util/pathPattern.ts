/**
 * Paths told by a pattern: `*` stands for any characters of one name, `?` for one of them, `**` for any number of folders. A pattern
 * that names a folder means all that is in it. The time is bounded by the product of the lengths, whatever the pattern.
 */

/** A pattern as names and wildcards; `undefined` where it leads out of its folder, or says nothing. */
export function readPathPattern(pattern: string): readonly string[] | undefined {
  const parts = pattern.split('/').filter(part => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') || pattern.includes('\\') ? undefined : parts;
}

/**
 * Whether a path is of a pattern.
 * @param parts As `readPathPattern` gives them.
 * @param names The names on the way down from the folder that the pattern counts from, decoded.
 */
export function matchesPath(parts: readonly string[], names: readonly string[]): boolean {
  // The numbers of names that the parts so far may stand for.
  let reached: ReadonlySet<number> = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    if (part === '**') {
      const first = Math.min(...reached);
      for (let at = first; at <= names.length; at++) next.add(at);
    } else {
      for (const at of reached) {
        const name = names[at];
        if (name !== undefined && matchesSegment(part, name)) next.add(at + 1);
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  // What is left lies in the folder that was named.
  return true;
}

/** Greedy with one step back to the last star: that is enough, as of each star the shortest stretch is as good as any. */
function matchesSegment(pattern: string, name: string): boolean {
  const [wanted, given] = [[...pattern], [...name]];
  let [at, from, star, retry] = [0, 0, -1, 0];
  while (from < given.length) {
    if (wanted[at] === '*') {
      star = at++;
      retry = from;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++retry;
    } else return false;
  }
  while (wanted[at] === '*') at++;
  return at === wanted.length;
}
