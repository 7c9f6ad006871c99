/** Markers in the texts of tests: `$0` for the cursor, and comment lines of carets for what lies above them. */
import type { Position } from 'vscode-languageserver-types';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import type { Span } from '../../server/src/core/util/span.ts';

export interface CursorFixture {
  readonly text: string;
  /** UTF-16 offset of the cursor. */
  readonly offset: number;
  readonly position: Position;
}

/** Takes the one `$0` out of a text. */
export function cursorIn(fixture: string): CursorFixture {
  const offset = fixture.indexOf('$0');
  if (offset < 0 || fixture.includes('$0', offset + 2)) throw new Error(`Not exactly one $0 in:\n${fixture}`);
  const text = fixture.slice(0, offset) + fixture.slice(offset + 2);
  return { text, offset, position: lineMap(text).position(offset) };
}

export interface CaretFixture {
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * Takes out the lines that hold only `#`, blanks and carets; each run of carets covers the columns above it in the
 * nearest line that stays. A `#` at the start of a line with a caret directly behind it counts as a caret too, since
 * nothing else could mark the first column.
 */
export function caretsIn(fixture: string): CaretFixture {
  const kept: string[] = [];
  const spans: Span[] = [];
  let length = 0;
  let lastStart = 0;
  for (const line of fixture.split(/(?<=\n)/)) {
    const isMark = /^\s*#\s*\^[\s^]*$/.test(line);
    if (isMark) {
      const marks = line.replace(/^#\^/, '^^');
      for (const run of marks.matchAll(/\^+/g)) {
        spans.push({ start: lastStart + run.index, end: lastStart + run.index + run[0].length });
      }
      continue;
    }
    lastStart = length;
    length += line.length;
    kept.push(line);
  }
  return { text: kept.join(''), spans };
}

/** Writes the carets of some spans into a text, as `caretsIn` reads them; a span of several lines is marked on its first. */
export function withCarets(text: string, spans: readonly Span[]): string {
  const lines = lineMap(text);
  const marked = text.split(/(?<=\n)/).map((line, at) => {
    const { start, end } = lines.line(at);
    const marks = spans
      .filter(span => lines.position(span.start).line === at)
      .map(span => caretLine(span.start - start, Math.min(span.end, end) - start));
    return marks.length === 0 ? line : `${[line.replace(/\r?\n$/, ''), ...marks].join('\n')}\n`;
  });
  return marked.join('');
}

/** A comment line with carets below the columns `from` to `to`. */
export function caretLine(from: number, to: number): string {
  const carets = '^'.repeat(Math.max(1, to - from));
  return from === 0 ? `#${carets.slice(1)}` : `#${' '.repeat(from - 1)}${carets}`;
}
