/** A text as words to be searched: without case and accents, plurals as their singular, and figures apart from their units. */

/** Letters after a number that stand for a unit of time: `72h`, `15 min`. */
const units: ReadonlyMap<string, string> = new Map([
  ['h', 'hour'],
  ['hr', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['wk', 'week'],
  ['mo', 'month'],
  ['min', 'minute'],
  ['s', 'second'],
  ['sec', 'second'],
]);

const isNumber = (word: string): boolean => /^\d/.test(word);

/** English alone, as far as a rule goes that needs no list of words. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The words of a text in their order. `SOC2` is two, `99.9%` is `99.9` and `percent`. */
export function searchWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words: string[] = [];
  for (const [found] of plain.matchAll(/\d+(?:[.,]\d+)*|\p{L}+|%/gu)) {
    if (found === '%') words.push('percent');
    else if (isNumber(found)) words.push(found.replaceAll(',', ''));
    else {
      const word = singular(found);
      const before = words.at(-1);
      words.push((before !== undefined && isNumber(before) ? units.get(word) : undefined) ?? word);
    }
  }
  return words;
}

/** What two words with a hyphen between them are without it: `post-mortem` may be looked for as `postmortem`. */
export function joinedWords(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(/\p{L}{2,}(?:-\p{L}{2,})+/gu)].map(([found]) =>
    singular(found.replaceAll('-', '')),
  );
}
