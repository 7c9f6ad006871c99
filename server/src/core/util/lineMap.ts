import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from './span.ts';

/** Turns offsets of one text into 0-based lines and UTF-16 characters, and back. Line ends are `\n`, `\r\n` and lone `\r`. */
export interface LineMap {
  readonly lineCount: number;
  /** The place of an offset; offsets outside the text give its nearest end. */
  position(offset: number): Position;
  /** The offset of a place; characters behind a line's end give the line's end, lines outside the text its nearest end. */
  offset(position: Position): number;
  range(span: Span): Range;
  /** From a line's first character to behind its last, its line end not included. */
  line(line: number): Span;
}

export function lineMap(text: string): LineMap {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineEnd = (line: number): number => {
    let end = line + 1 < starts.length ? startOf(line + 1) : text.length;
    const start = startOf(line);
    if (end > start && text.charCodeAt(end - 1) === 10) end--;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
    return end;
  };
  const position = (offset: number): Position => {
    const at = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - startOf(low) };
  };
  return {
    lineCount: starts.length,
    position,
    offset: ({ line, character }) => {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(startOf(line) + Math.max(0, character), lineEnd(line));
    },
    range: span => ({ start: position(span.start), end: position(span.end) }),
    line: line => ({ start: startOf(line), end: line < starts.length ? lineEnd(line) : text.length }),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r'))
    for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  else
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}
