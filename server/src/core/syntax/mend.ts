/**
 * Mending: what a trap or a break of the YAML is given to say what is wrong, and to make the rest of the text readable.
 *
 * A mend's edits are applied before the library reads the text again, so that one wrong line costs one line.
 * Often they are also the fix that the author is offered.
 */
import type { Span } from '../util/span.ts';
import {
  commentFrom,
  type LineParts,
  lineEndAt,
  lineParts,
  lineStartAt,
  nextLineStart,
  quotedAt,
  trimmedEnd,
} from './cursor/line.ts';
import type { Composition, LexToken, LibraryError } from './library.ts';
import type { TextEdit } from './offsetMap.ts';
import type { SyntaxProblem } from './tree.ts';

/** In the offsets of the text that it was found in. */
export interface Mend {
  readonly problem: SyntaxProblem;
  /** What makes the text readable; it need not be what the author is offered. */
  readonly edits: readonly TextEdit[];
}

/** A text that the library found errors in. */
export interface BrokenText {
  readonly text: string;
  readonly composition: Composition;
}

/** Looks whether one error is of its kind; `undefined`: it is not. */
export type Mender = (broken: BrokenText, error: LibraryError) => Mend | undefined;

/** The line that an offset is in, taken apart as block style. Between `\r` and `\n` is the end of the line. */
export const lineAt = (text: string, offset: number): LineParts => {
  const inLineEnd = text[offset] === '\n' && text[offset - 1] === '\r';
  return lineParts(text, lineStartAt(text, offset), lineEndAt(text, inLineEnd ? offset - 1 : offset));
};

/** What stands behind a line's key or dashes, up to its comment or end; empty where nothing does. */
export function valueSpan(text: string, line: LineParts): Span {
  const { at } = line.value;
  const { end } = line.span;
  if (line.value.kind === 'none') return { start: at, end: at };
  const quoted = line.value.kind === 'scalar' && line.value.scalar.quote !== 'plain';
  const from = quoted ? quotedAt(text, at, end).span.end - 1 : at;
  let comment = commentFrom(text, from, end);
  while (comment !== undefined && isNumber(text, at, comment)) comment = commentFrom(text, comment + 1, end);
  return { start: at, end: trimmedEnd(text, at, comment ?? end) };
}

/** Whether a ` #` behind words is likelier one of them than the beginning of a comment: `issue #12`. */
const isNumber = (text: string, at: number, comment: number): boolean =>
  comment > at &&
  text[comment - 1] === ' ' &&
  !/\s/.test(text[comment - 2] ?? ' ') &&
  /\d/.test(text[comment + 1] ?? '');

/**
 * Behind the lines that continue the text of a line's value: deeper than its key or dash, without key, item or comment.
 *
 * @returns the value's own end where none does.
 */
export function continuedEnd(text: string, line: LineParts, valueEnd: number): number {
  const owner = line.key?.span.start ?? line.dashes.at(-1);
  if (owner === undefined || text.slice(valueEnd, line.span.end).trim() !== '') return valueEnd;
  let end = valueEnd;
  for (let start = nextLineStart(text, line.span.end); start !== undefined; ) {
    const next = lineAt(text, start);
    const bare = next.key === undefined && next.dashes.length === 0 && next.comment === undefined;
    if (next.blank || !bare || next.indent <= owner - line.span.start) break;
    end = trimmedEnd(text, start, next.span.end);
    start = nextLineStart(text, next.span.end);
  }
  return end;
}

/** The index of the last token that starts at or before an offset; -1: none. */
export function tokenIndexAt(tokens: readonly LexToken[], offset: number): number {
  let low = -1;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first token at or behind an offset that is no blank, line end or comment. */
export function visibleTokenFrom(tokens: readonly LexToken[], offset: number): LexToken | undefined {
  for (let index = Math.max(0, tokenIndexAt(tokens, offset)); index < tokens.length; index++) {
    const token = tokens[index];
    if (token && token.end > offset && token.end > token.start && !isSpace(token)) return token;
  }
  return undefined;
}

export const isSpace = ({ kind }: LexToken): boolean =>
  kind === 'space' || kind === 'newline' || kind === 'comment';

/** Whether the text at an offset is read as part of a flow collection. */
export function inFlow({ composition: { tokens } }: BrokenText, offset: number): boolean {
  let depth = 0;
  for (const { kind, start } of tokens) {
    if (start >= offset) break;
    if (kind === 'flow-map-start' || kind === 'flow-seq-start') depth++;
    else if (kind === 'flow-map-end' || kind === 'flow-seq-end') depth = Math.max(0, depth - 1);
    else if (kind === 'flow-error-end') depth = 0;
  }
  return depth > 0;
}

/** What stands around an offset between the brackets, commas and colons of a flow collection, on one line. */
export function flowPart({ text, composition: { tokens } }: BrokenText, offset: number): Span {
  const index = tokenIndexAt(tokens, offset);
  let first = index;
  while (first > 0 && !endsFlowPart(tokens[first - 1])) first--;
  let last = index;
  while (last + 1 < tokens.length && !endsFlowPart(tokens[last + 1], true)) last++;
  const start = tokens[first]?.start ?? offset;
  const end = tokens[last]?.end ?? offset;
  const blanks = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + blanks, end: trimmedEnd(text, start + blanks, end) };
}

function endsFlowPart(token: LexToken | undefined, ahead = false): boolean {
  switch (token?.kind) {
    case 'comma':
    case 'flow-map-start':
    case 'flow-seq-start':
    case 'flow-map-end':
    case 'flow-seq-end':
    case 'flow-error-end':
    case 'newline':
    case 'comment':
    case undefined:
      return true;
    case 'map-value-ind':
      return !ahead;
    default:
      return false;
  }
}

/** Edits that put blanks in the place of all that is visible in a span, line ends kept. */
export const blankOut = (text: string, span: Span): TextEdit => ({
  span,
  newText: text.slice(span.start, span.end).replace(/[^\n\r]/g, ' '),
});

/** The lines from the one at `offset` on whose first character stands in `column` or deeper, blank ones within included. */
export function linesSetIn(text: string, offset: number, column: number): readonly LineParts[] {
  const lines: LineParts[] = [];
  for (let start: number | undefined = lineStartAt(text, offset); start !== undefined; ) {
    const line = lineAt(text, start);
    if (!line.blank && line.indent < column) break;
    if (!line.blank) lines.push(line);
    start = nextLineStart(text, line.span.end);
  }
  return lines;
}

/** Edits that move lines to the right (or, with a negative `by`, to the left). */
export const shiftLines = (lines: readonly LineParts[], by: number): readonly TextEdit[] =>
  lines.map(({ span: { start } }) =>
    by > 0
      ? { span: { start, end: start }, newText: ' '.repeat(by) }
      : { span: { start, end: start - by }, newText: '' },
  );
