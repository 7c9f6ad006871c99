/** Texts of several lines behind `|` or `>`, with `-` or without, whose lines are all indented as the first. */
import type { ScalarNode } from '../tree.ts';
import {
  blanksEnd,
  code,
  endOfLine,
  type Parent,
  type Reading,
  scalar,
  startBehind,
  toNextLine,
  withoutBlanks,
} from './reading.ts';

export const isBlockScalarStart = (character: number): boolean =>
  character === code.bar || character === code.more;

/**
 * Reads from the sign at `reading.at` to the next line behind the text.
 * @param column Of the key or dash that the text belongs to.
 * @returns `undefined`: that is for the library.
 */
export function readBlockScalar(reading: Reading, parent: Parent, column: number): ScalarNode | undefined {
  const { text, at: start, lineEnd } = reading;
  const isFolded = text.charCodeAt(start) === code.more;
  const isStripped = text.charCodeAt(start + 1) === code.dash;
  if (start + (isStripped ? 2 : 1) !== lineEnd) return undefined;
  const first = startBehind(text, lineEnd);
  const indent = blanksEnd(text, first) - first;
  const lines: string[] = [];
  let lineStart = first;
  let end = start;
  while (lineStart < text.length) {
    const contentStart = blanksEnd(text, lineStart);
    const contentEnd = endOfLine(text, contentStart);
    const own = contentStart - lineStart;
    if (contentStart === contentEnd) {
      // Blanks beyond the indentation are a part of the text.
      if (own > indent) return undefined;
      lines.push('');
    } else if (own < indent) break;
    else {
      if (own > indent && isFolded) return undefined;
      lines.push(text.slice(lineStart + indent, contentEnd));
      end = withoutBlanks(reading, contentStart, contentEnd);
    }
    lineStart = startBehind(text, contentEnd);
  }
  // Nothing follows, or nothing that is indented.
  if (indent <= column || lines[0] === undefined || lines[0] === '') return undefined;
  // What is no part of the text counts for itself: the sign and its line end, and the empty lines behind, each with its blanks.
  reading.tokens += 2;
  for (; lines.at(-1) === ''; reading.tokens += 2) lines.pop();
  const words = (isFolded ? folded(lines) : lines.join('\n')) + (isStripped ? '' : '\n');
  const node = scalar(reading, parent, { start, end }, words, isFolded ? 'folded' : 'literal');
  toNextLine(reading, lineStart);
  return node;
}

/** A line end alone is a blank; of several, one is left out. */
function folded(lines: readonly string[]): string {
  let words = '';
  let empty = 0;
  for (const [at, line] of lines.entries()) {
    if (line === '') empty++;
    else {
      words += at === 0 ? line : `${empty > 0 ? '\n'.repeat(empty) : ' '}${line}`;
      empty = 0;
    }
  }
  return words;
}
