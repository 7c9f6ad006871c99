/**
 * A document before it is written down: lines with places to fill in. Everything in it is text but the places, so that nothing that
 * came from a chain can become part of a snippet's syntax.
 */

/** A place to fill in, with the words that stand there until then. */
export interface Place {
  readonly place: string;
}

/** A line: a text, or a text with places. Holds no line break. */
export type Line = string | readonly (string | Place)[];

export const place = (words: string): Place => ({ place: words });

/** The document as a snippet: its places are tab stops from 1 on, in the order of the text. */
export function snippetOf(lines: readonly Line[]): string {
  let number = 0;
  return written(lines, part => {
    if (typeof part === 'string') return literally(part);
    number += 1;
    return `\${${number}:${literally(part.place)}}`;
  });
}

/** The document as it stands where nothing is filled in: what the snippet inserts. */
export const textOf = (lines: readonly Line[]): string =>
  written(lines, part => (typeof part === 'string' ? part : part.place));

/** How many places a document has. */
export const placeCount = (lines: readonly Line[]): number =>
  lines.reduce(
    (sum, line) =>
      sum + (typeof line === 'string' ? 0 : line.filter(part => typeof part !== 'string').length),
    0,
  );

const written = (lines: readonly Line[], write: (part: string | Place) => string): string =>
  lines.map(line => `${typeof line === 'string' ? write(line) : line.map(write).join('')}\n`).join('');

/** A text that a snippet takes as it stands: these three characters mean something to it, and nothing else does. */
const literally = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
