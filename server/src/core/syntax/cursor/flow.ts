/** What stands around a cursor inside `{…}` and `[…]`, on one line or over several, closed or not. */
import type { Span } from '../../util/span.ts';
import { closingQuote, openQuoteEnd, startsToken } from './extent.ts';
import { isBlank, lineEndAt, type Quote, quoteEnd } from './line.ts';

/** One scalar as written, or an inner collection. */
export interface FlowPart {
  readonly span: Span;
  /** Without quotes. */
  readonly text: string;
  readonly quote: Quote;
  /** What it was put together from, each as it stands in the text: a plain one on one line. */
  readonly pieces: FlowPiece[];
}

export type FlowPiece = Omit<FlowPart, 'pieces'>;

/** What stands between two commas. */
export interface FlowEntry {
  /** From behind the bracket or comma before it to the comma or bracket behind it. */
  start: number;
  end: number;
  /** The part before the colon, or the only one. */
  first: FlowPart | undefined;
  colon: number | undefined;
  second: FlowPart | undefined;
  /** The collection that stands in the place of `second`, or of `first` where there is no colon. */
  inner: FlowFrame | undefined;
}

export interface FlowFrame {
  readonly kind: 'map' | 'list';
  readonly start: number;
  /** Behind its closing bracket; `undefined`: it has none. */
  end: number | undefined;
  readonly entries: FlowEntry[];
}

export interface FlowCursor {
  /** From the outermost collection in: each with the entry that the cursor is in. */
  readonly chain: readonly { readonly frame: FlowFrame; readonly entry: FlowEntry; readonly index: number }[];
  readonly inComment: boolean;
}

interface Reading {
  readonly text: string;
  readonly end: number;
  readonly cursor: number;
  readonly parentColumn: number;
  readonly stack: FlowFrame[];
  chain: FlowCursor['chain'];
  inComment: boolean;
  found: boolean;
}

/**
 * Reads a flow collection.
 *
 * @param span from its opening bracket to behind its closing one, or to where it is cut off.
 * @param cursor inside of it, behind the opening bracket.
 */
export function flowCursor(text: string, span: Span, cursor: number, parentColumn: number): FlowCursor {
  const { end } = span;
  const reading: Reading = {
    text,
    end,
    cursor,
    parentColumn,
    stack: [],
    chain: [],
    inComment: false,
    found: false,
  };
  let place = span.start;
  while (place < end) {
    if (place >= cursor) note(reading);
    place = readToken(reading, place);
    if (reading.stack.length === 0) break;
  }
  note(reading);
  for (const frame of reading.stack) closeEntry(frame, end);
  return { chain: reading.chain, inComment: reading.inComment };
}

/** Keeps the open collections once the reading has come to the cursor. */
function note(reading: Reading): void {
  if (reading.found) return;
  reading.found = true;
  reading.chain = reading.stack.flatMap(frame => {
    const entry = frame.entries.at(-1);
    return entry ? [{ frame, entry, index: frame.entries.length - 1 }] : [];
  });
}

/** Reads one token; gives where it ends. */
function readToken(reading: Reading, at: number): number {
  const { text, end, stack } = reading;
  const character = text[at] ?? '';
  const frame = stack.at(-1);
  if (character === '[' || character === '{') {
    const inner: FlowFrame = {
      kind: character === '{' ? 'map' : 'list',
      start: at,
      end: undefined,
      entries: [emptyEntry(at + 1, end)],
    };
    const entry = frame?.entries.at(-1);
    if (entry) entry.inner = inner;
    stack.push(inner);
    return at + 1;
  }
  if (frame === undefined) return at + 1;
  if (character === ']' || character === '}') {
    closeEntry(frame, at);
    frame.end = at + 1;
    stack.pop();
    return at + 1;
  }
  if (character === ',') {
    closeEntry(frame, at);
    frame.entries.push(emptyEntry(at + 1, end));
    return at + 1;
  }
  if (isBlank(character) || character === '\n' || character === '\r') return at + 1;
  if (character === '#' && !isWord(text[at - 1])) {
    const lineEnd = lineEndAt(text, at);
    if (reading.cursor > at && reading.cursor <= lineEnd) reading.inComment = true;
    return lineEnd;
  }
  const entry = frame.entries.at(-1);
  if (character === ':' && entry !== undefined && endsKey(text, at, entry)) {
    entry.colon ??= at;
    return at + 1;
  }
  return readScalar(reading, at, entry);
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && !isBlank(character) && !'\n\r,[]{}'.includes(character);

/** A colon ends a key before a blank or an indicator, and anywhere behind a quoted key. */
function endsKey(text: string, at: number, entry: FlowEntry): boolean {
  const next = text[at + 1];
  if (next === undefined || isBlank(next) || '\n\r,[]{}'.includes(next)) return true;
  return entry.colon === undefined && entry.first !== undefined && entry.first.quote !== 'plain';
}

function readScalar({ text, end, parentColumn }: Reading, at: number, entry: FlowEntry | undefined): number {
  const opening = text[at];
  if ((opening === '"' || opening === "'") && startsToken(text, at, 0)) {
    const lineEnd = Math.min(lineEndAt(text, at), end);
    const closed = quoteEnd(text, at, lineEnd) ?? closingQuote(text, at, parentColumn);
    const last = Math.min(closed ?? openQuoteEnd(text, at, lineEnd), end);
    const inner = text.slice(at + 1, closed === undefined ? last : last - 1);
    keepPart(entry, {
      span: { start: at, end: last },
      text: inner,
      quote: opening === '"' ? 'double' : 'single',
    });
    return Math.max(last, at + 1);
  }
  let last = at;
  let place = at;
  for (; place < end && !',[]{}\n\r'.includes(text[place] ?? ''); place++) {
    const next = text[place + 1];
    if (
      text[place] === ':' &&
      (place + 1 >= end || next === undefined || isBlank(next) || ',[]{}\n\r'.includes(next))
    )
      break;
    if (text[place] === '#' && place > at && isBlank(text[place - 1])) break;
    if (!isBlank(text[place])) last = place + 1;
  }
  keepPart(entry, { span: { start: at, end: last }, text: text.slice(at, last), quote: 'plain' });
  return Math.max(place, at + 1);
}

/** Running text over several lines becomes one part. */
function keepPart(entry: FlowEntry | undefined, piece: FlowPiece): void {
  if (entry === undefined) return;
  const slot = entry.colon === undefined ? 'first' : 'second';
  const before = entry[slot];
  if (before === undefined) {
    entry[slot] = { ...piece, pieces: [piece] };
    return;
  }
  before.pieces.push(piece);
  const span = { start: before.span.start, end: piece.span.end };
  entry[slot] = { ...before, span, text: `${before.text} ${piece.text}` };
}

const emptyEntry = (start: number, end: number): FlowEntry => ({
  start,
  end,
  first: undefined,
  colon: undefined,
  second: undefined,
  inner: undefined,
});

function closeEntry(frame: FlowFrame, at: number): void {
  const entry = frame.entries.at(-1);
  if (entry) entry.end = at;
}
