/** Where values end that may go over several lines, in a text that may be broken: they end before a line that leaves them. */
import { isBlank, lineEndAt, lineParts, nextLineStart, quoteEnd, skipBlanks, trimmedEnd } from './line.ts';

/**
 * Behind the closing quote of a scalar that is not closed on its first line.
 *
 * @param parentColumn the column of the key or dash that the scalar belongs to: deeper lines may continue it.
 * @returns `undefined` where the lines that may continue it hold no closing quote, or hold keys or items: then its
 *   author most likely forgot the quote.
 */
export function closingQuote(text: string, at: number, parentColumn: number): number | undefined {
  const closed = quoteEnd(text, at, text.length);
  if (closed === undefined) return undefined;
  let start = nextLineStart(text, lineEndAt(text, at));
  while (start !== undefined && start < closed) {
    const end = lineEndAt(text, start);
    const { blank, indent, dashes, key } = lineParts(text, start, Math.min(end, closed));
    if (!blank && (indent <= parentColumn || dashes.length > 0 || key !== undefined)) return undefined;
    start = nextLineStart(text, end);
  }
  return closed;
}

export interface FlowExtent {
  /** Behind the closing bracket, or behind the last line that can belong to it. */
  readonly end: number;
  /** False where the closing bracket is missing. */
  readonly ended: boolean;
  /** It ends there whatever is written below; false also where a quote may reach further. */
  readonly firm: boolean;
}

/**
 * Where a flow collection ends that begins at `at`.
 *
 * @param parentColumn the column of the key or dash that it belongs to: lines not deeper end it, but for a closing bracket.
 */
export function flowEnd(text: string, at: number, parentColumn: number): FlowExtent {
  let depth = 0;
  let place = at;
  let lineEnd = lineEndAt(text, at);
  let written = lineEnd;
  let firm = true;
  for (;;) {
    while (place < lineEnd) {
      const character = text[place];
      if (character === '[' || character === '{') depth++;
      else if (character === ']' || character === '}') {
        if (--depth === 0) return { end: place + 1, ended: true, firm };
      } else if (character === '#' && isBlank(text[place - 1])) break;
      else if ((character === '"' || character === "'") && startsToken(text, place, at)) {
        const closed = quoteEnd(text, place, lineEnd);
        firm &&= closed !== undefined;
        const end = closed ?? closingQuote(text, place, parentColumn) ?? openQuoteEnd(text, place, lineEnd);
        place = end - 1;
        if (end > lineEnd) {
          lineEnd = lineEndAt(text, end);
          written = lineEnd;
        }
      }
      place++;
    }
    const next = nextLineStart(text, lineEnd);
    if (next === undefined) return { end: written, ended: false, firm: false };
    const nextEnd = lineEndAt(text, next);
    const first = skipBlanks(text, next, nextEnd);
    const closing = text[first] === ']' || text[first] === '}';
    if (first < nextEnd && first - next <= parentColumn && !closing)
      return { end: written, ended: false, firm: false };
    if (first < nextEnd) written = nextEnd;
    place = next;
    lineEnd = nextEnd;
  }
}

/** Whether a quote at `at` begins a scalar, and does not stand within a word (`it's`). */
export function startsToken(text: string, at: number, from: number): boolean {
  let before = at - 1;
  while (before >= from && (isBlank(text[before]) || text[before] === '\n' || text[before] === '\r'))
    before--;
  return before < from || '[{,:?'.includes(text[before] ?? '');
}

/** Where a quoted text in a flow collection ends that lacks its closing quote: before the next comma or closing bracket. */
export function openQuoteEnd(text: string, at: number, lineEnd: number): number {
  let end = at + 1;
  while (end < lineEnd && !',]}'.includes(text[end] ?? '')) end++;
  return trimmedEnd(text, at + 1, end);
}
