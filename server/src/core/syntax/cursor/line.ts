/** The parts of one line of block style, read without its neighbours: dashes, anchors and tags, key, value. */
import type { Span } from '../../util/span.ts';

export type Quote = 'plain' | 'single' | 'double';

export interface WrittenScalar {
  /** With its quotes. */
  readonly span: Span;
  /** Without them, as it stands in the source. */
  readonly text: string;
  readonly quote: Quote;
  /** False for a quoted scalar whose end quote is not on the line. */
  readonly ended: boolean;
}

/** What begins behind a colon, a dash, or at the line's start. */
export type LineValue =
  | { readonly kind: 'none'; readonly at: number }
  | { readonly kind: 'scalar'; readonly at: number; readonly scalar: WrittenScalar }
  | { readonly kind: 'block-scalar'; readonly at: number }
  | { readonly kind: 'flow'; readonly at: number };

export interface LineParts {
  readonly span: Span;
  /** Blanks before the first character. */
  readonly indent: number;
  readonly blank: boolean;
  /** Offsets of the `- ` indicators that the line begins with. */
  readonly dashes: readonly number[];
  /** The first character behind the dashes; the line's end where there is none. */
  readonly contentStart: number;
  readonly key: (WrittenScalar & { readonly colon: number }) | undefined;
  /** `at`: where the value begins, anchor and tag not counted; with `none` the line's end, or the comment. */
  readonly value: LineValue;
  /** Where a comment begins; `undefined`: none. */
  readonly comment: number | undefined;
}

export const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** Skips blanks from `at`, to `end` at most. */
export function skipBlanks(text: string, at: number, end: number): number {
  let place = at;
  while (place < end && isBlankCode(text.charCodeAt(place))) place++;
  return place;
}

/** Of a code unit: half of the reading of a text is the looking for what is not blank. */
const isBlankCode = (code: number): boolean => code === 32 || code === 9;

/** The end of the line that `offset` is in, its line end not included. Line ends are `\n`, `\r\n` and lone `\r`. */
export function lineEndAt(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed;
  const back = text.slice(offset, end).indexOf('\r');
  return back < 0 ? end : offset + back;
}

/** The start of the next line; `undefined` where `lineEnd` is the text's end. */
export function nextLineStart(text: string, lineEnd: number): number | undefined {
  if (lineEnd >= text.length) return undefined;
  return lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1);
}

export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  // Between `\r` and `\n` is the end of the line before.
  if (start === offset && text[offset - 1] === '\r' && text[offset] === '\n')
    return lineStartAt(text, offset - 1);
  return start === 0 && text.startsWith('\uFEFF') && offset > 0 ? 1 : start;
}

/** Behind the closing quote of a scalar that begins at `at`; `undefined` where it does not end before `end`. */
export function quoteEnd(text: string, at: number, end: number): number | undefined {
  const quote = text[at];
  for (let place = at + 1; place < end; place++) {
    if (text[place] === '\\' && quote === '"') place++;
    else if (text[place] === quote) {
      if (quote === "'" && text[place + 1] === "'") place++;
      else return place + 1;
    }
  }
  return undefined;
}

/** Reads a quoted scalar that begins at `at`; an open one ends with the line, blanks not counted. */
export function quotedAt(text: string, at: number, end: number): WrittenScalar {
  const quote = text[at] === '"' ? 'double' : 'single';
  const closed = quoteEnd(text, at, end);
  if (closed !== undefined)
    return { span: { start: at, end: closed }, text: text.slice(at + 1, closed - 1), quote, ended: true };
  const last = trimmedEnd(text, at + 1, end);
  return { span: { start: at, end: last }, text: text.slice(at + 1, last), quote, ended: false };
}

/** `end` without the blanks before it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isBlankCode(text.charCodeAt(last - 1))) last--;
  return last;
}

const BLOCK_HEADER = /^[|>](?:[1-9][+-]?|[+-][1-9]?)?[ \t]*(?:[ \t]#.*)?$/;

/** Takes one line apart. */
export function lineParts(text: string, start: number, end: number): LineParts {
  const first = skipBlanks(text, start, end);
  const dashes: number[] = [];
  let at = first;
  while (text[at] === '-' && at < end && (at + 1 === end || isBlank(text[at + 1]))) {
    dashes.push(at);
    at = skipBlanks(text, at + 1, end);
  }
  const keyStart = skipProps(text, at, end);
  const key = keyAt(text, keyStart, end);
  const valueStart =
    key === undefined ? keyStart : skipProps(text, skipBlanks(text, key.colon + 1, end), end);
  const { value, comment } = valueAt(text, valueStart, end);
  // Written out: this is made for each line of a text whenever somebody asks what may be written at a place.
  return {
    span: { start, end },
    indent: first - start,
    blank: first === end,
    dashes,
    contentStart: at,
    key,
    value,
    comment,
  };
}

/** Skips anchors and tags and the blanks behind them. */
function skipProps(text: string, at: number, end: number): number {
  let place = at;
  while (place < end && (text[place] === '&' || text[place] === '!')) {
    while (place < end && !isBlank(text[place])) place++;
    place = skipBlanks(text, place, end);
  }
  return place;
}

const NO_PLAIN_START = new Set([...'[]{},#&*!|>\'"%@`']);

function keyAt(text: string, at: number, end: number): LineParts['key'] {
  if (at >= end) return undefined;
  if (text[at] === '"' || text[at] === "'") {
    const scalar = quotedAt(text, at, end);
    const colon = skipBlanks(text, scalar.span.end, end);
    return scalar.ended && endsKey(text, colon, end) ? { ...scalar, colon } : undefined;
  }
  if (NO_PLAIN_START.has(text[at] ?? '')) return undefined;
  const line = text.slice(at, end);
  let found = line.indexOf(':');
  while (found >= 0 && !endsKey(text, at + found, end)) found = line.indexOf(':', found + 1);
  const colon = at + found;
  if (found < 0 || (commentFrom(text, at, end) ?? colon) < colon) return undefined;
  const last = trimmedEnd(text, at, colon);
  return { span: { start: at, end: last }, text: text.slice(at, last), quote: 'plain', ended: true, colon };
}

const endsKey = (text: string, at: number, end: number): boolean =>
  at < end && text[at] === ':' && (at + 1 === end || isBlank(text[at + 1]));

function valueAt(text: string, at: number, end: number): Pick<LineParts, 'value' | 'comment'> {
  if (at >= end) return { value: { kind: 'none', at: end }, comment: undefined };
  const character = text[at];
  if (character === '#') return { value: { kind: 'none', at }, comment: at };
  if (character === '[' || character === '{') return { value: { kind: 'flow', at }, comment: undefined };
  if (character === '"' || character === "'") {
    const scalar = quotedAt(text, at, end);
    const behind = skipBlanks(text, scalar.span.end, end);
    const comment = behind > scalar.span.end && text[behind] === '#' ? behind : undefined;
    return { value: { kind: 'scalar', at, scalar }, comment };
  }
  const comment = commentFrom(text, at, end);
  if ((character === '|' || character === '>') && BLOCK_HEADER.test(text.slice(at, end)))
    return { value: { kind: 'block-scalar', at }, comment };
  const last = trimmedEnd(text, at, comment ?? end);
  const scalar: WrittenScalar = {
    span: { start: at, end: last },
    text: text.slice(at, last),
    quote: 'plain',
    ended: true,
  };
  return { value: { kind: 'scalar', at, scalar }, comment };
}

/** The first `#` that a blank stands before, from `at` on. */
export function commentFrom(text: string, at: number, end: number): number | undefined {
  const line = text.slice(at, end);
  for (let found = line.indexOf('#', 1); found >= 0; found = line.indexOf('#', found + 1))
    if (isBlank(line[found - 1])) return at + found;
  return undefined;
}
