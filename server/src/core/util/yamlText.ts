/** One-line YAML scalars for texts that are inserted. */

export type Quote = 'plain' | 'single' | 'double';

/** A text as a scalar of a block or flow collection: as it is where YAML reads it so, else in double quotes. */
export const writeScalar = (text: string, flow: boolean): string =>
  isPlainSafe(text, flow) ? text : inQuotes(text, 'double');

/** A text in the quotes that its author began; in double ones where single ones cannot hold it. */
export function inQuotes(text: string, quote: Exclude<Quote, 'plain'>): string {
  if (quote === 'single' && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text))
    return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\]|[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu, escaped)}"`;
}

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether YAML reads the text as it stands, without a blank lost, a comment begun or a structure seen in it. */
function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || text === '~' || text === 'null') return false;
  if (/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(text)) return false;
  if (/^[[\]{},#&*!|>'"%@`]/u.test(text) || /^[-?:](?:\s|$)/u.test(text) || /^(?:---|\.\.\.)/u.test(text))
    return false;
  if (/:(?:\s|$)|\s#/u.test(text)) return false;
  return !flow || !/[[\]{},]|^[-?:]|:$/u.test(text);
}
