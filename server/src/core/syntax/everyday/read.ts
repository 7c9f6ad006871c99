/**
 * Reads what nearly all files are made of in one pass: maps and lists by indentation, scalars, texts behind `|` and `>`, brackets,
 * comments. What it is not sure of it leaves to the library: anchors, tags, tabs, rare escapes, quotes that go over lines, several
 * documents, and everything that is wrong.
 *
 * Its tree is that of `buildTree` in each place and letter; `everyday.soak.test.ts` compares them.
 */

import { MAX_TOKENS } from '../limits.ts';
import type { Entry, ListNode, MapNode, ScalarNode, SyntaxNode, SyntaxTree } from '../tree.ts';
import { isBlockScalarStart, readBlockScalar } from './blockScalar.ts';
import { isBracket, readFlow } from './flow.ts';
import {
  blanksEnd,
  code,
  type Draft,
  endOfLine,
  isBlankAt,
  isDashAt,
  isPlainStart,
  isQuote,
  isWordStart,
  nowhere,
  type Parent,
  plainScalar,
  plainStop,
  quotedEnd,
  quotedScalar,
  type Reading,
  scalar,
  startBehind,
  toNextLine,
  toNextLineBehind,
  unwritten,
  withoutBlanks,
} from './reading.ts';

export interface EverydayTree {
  readonly root: SyntaxNode;
  /** All nodes in text order, keys included. */
  readonly nodes: readonly SyntaxNode[];
  readonly comments: SyntaxTree['comments'];
  /** Never less than what the library's lexer counts, which `MAX_TOKENS` bounds. */
  readonly tokens: number;
}

/** Collections within one another; deeper ones are left to the library, which counts them for itself. */
const deepest = 60;

/** Longer keys than this are an error to the library. */
const longestKey = 1000;

/** Control characters, tabs among them, a mark of the byte order, and carriage returns alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unusual = /[\0-\x09\x0B\x0C\x0E-\x1F\uFEFF]|\r(?!\n)/;

/** `undefined`: the text is for the library. */
export function readEveryday(text: string): EverydayTree | undefined {
  if (unusual.test(text)) return undefined;
  const reading: Reading = {
    text,
    at: 0,
    lineStart: 0,
    lineEnd: 0,
    indent: -1,
    flowColumn: -1,
    // The library's sign for a document, and a mark at the top with what follows it.
    tokens: 3,
    nodes: [],
    comments: [],
  };
  toNextLine(reading, 0);
  const opening = reading.at + 3;
  if (reading.indent === 0 && text.startsWith('---', reading.at) && !toNextLineBehind(reading, opening))
    return undefined;
  const root = readBlock(reading, undefined, 0);
  if (root === undefined || reading.at < text.length || reading.tokens > MAX_TOKENS) return undefined;
  return { root, nodes: reading.nodes, comments: reading.comments, tokens: reading.tokens };
}

/** A list or a map that begins at `reading.at`; goes on to the next line behind it, as all that follows here does. */
function readBlock(reading: Reading, parent: Parent, depth: number): MapNode | ListNode | undefined {
  if (depth > deepest) return undefined;
  return isDashAt(reading, reading.at) ? readList(reading, parent, depth) : readMap(reading, parent, depth);
}

function readMap(reading: Reading, parent: Parent, depth: number): MapNode | undefined {
  const column = reading.at - reading.lineStart;
  const entries: Entry[] = [];
  const node: Draft<MapNode> = { kind: 'map', span: nowhere, parent, flow: false, entries };
  reading.nodes.push(node);
  do {
    const entry = readEntry(reading, node, column, depth);
    if (entry === undefined) return undefined;
    entries.push(entry);
  } while (reading.indent === column);
  if (reading.indent > column) return undefined;
  node.entries = entries.slice();
  node.span = { start: entries[0]?.span.start ?? 0, end: entries.at(-1)?.span.end ?? 0 };
  return node;
}

function readEntry(reading: Reading, parent: MapNode, column: number, depth: number): Entry | undefined {
  const entry: Draft<Entry> = { kind: 'entry', span: nowhere, parent, key: unwritten, value: undefined };
  const key = readKey(reading, entry);
  if (key === undefined) return undefined;
  const colonEnd = reading.at;
  const at = blanksEnd(reading.text, colonEnd);
  if (at < reading.lineEnd && reading.text.charCodeAt(at) !== code.hash) {
    reading.at = at;
    entry.value = readInline(reading, entry, column);
    if (entry.value === undefined) return undefined;
  } else {
    if (!toNextLineBehind(reading, colonEnd)) return undefined;
    const isBelow = reading.indent > column || (reading.indent === column && isDashAt(reading, reading.at));
    if (isBelow) {
      entry.value = readBelow(reading, entry, { column, behind: colonEnd }, depth);
      if (entry.value === undefined) return undefined;
    }
  }
  entry.key = key;
  entry.span = { start: key.span.start, end: Math.max(colonEnd, entry.value?.span.end ?? 0) };
  return entry;
}

/** A key, up to behind its colon. */
function readKey(reading: Reading, parent: Entry): ScalarNode | undefined {
  const { text, at: start } = reading;
  const stop = keyStop(reading, start);
  if (stop < 0 || stop - start > longestKey) return undefined;
  reading.at = stop + 1;
  reading.tokens += 2;
  return isQuote(text.charCodeAt(start))
    ? quotedScalar(reading, parent, start, stop)
    : plainScalar(reading, parent, start, stop);
}

/** The colon of the key that begins at `start`; -1: there is no key, or one that is for the library. */
function keyStop(reading: Reading, start: number): number {
  const { text, lineEnd } = reading;
  const character = text.charCodeAt(start);
  if (isQuote(character)) {
    const end = quotedEnd(reading, start);
    return end > 0 && text.charCodeAt(end) === code.colon && isBlankAt(reading, end + 1) ? end : -1;
  }
  if (!isWordStart(character)) return -1;
  const stop = plainStop(reading, start);
  const isKey = stop < lineEnd && text.charCodeAt(stop) === code.colon && !isBlankAt(reading, stop - 1);
  return isKey ? stop : -1;
}

function readList(reading: Reading, parent: Parent, depth: number): ListNode | undefined {
  const { at: start } = reading;
  const column = start - reading.lineStart;
  const items: SyntaxNode[] = [];
  const node: Draft<ListNode> = { kind: 'list', span: nowhere, parent, flow: false, items };
  reading.nodes.push(node);
  do {
    const item = readItem(reading, node, column, depth);
    if (item === undefined) return undefined;
    items.push(item);
  } while (reading.indent === column && isDashAt(reading, reading.at));
  if (reading.indent > column) return undefined;
  node.items = items.slice();
  node.span = { start, end: items.at(-1)?.span.end ?? start };
  return node;
}

/** What stands behind a dash. */
function readItem(reading: Reading, parent: ListNode, column: number, depth: number): SyntaxNode | undefined {
  const { text, lineEnd } = reading;
  const behindDash = reading.at + 1;
  const at = blanksEnd(text, behindDash);
  reading.tokens += 2;
  if (at >= lineEnd || text.charCodeAt(at) === code.hash) {
    if (!toNextLineBehind(reading, behindDash)) return undefined;
    if (reading.indent > column) return readBelow(reading, parent, { column, behind: behindDash }, depth);
    return at < lineEnd ? undefined : plainScalar(reading, parent, behindDash, behindDash);
  }
  reading.at = at;
  return isDashAt(reading, at) || keyStop(reading, at) >= 0
    ? readBlock(reading, parent, depth + 1)
    : readInline(reading, parent, column);
}

/**
 * What stands below a key or a dash.
 * @param column Of that key or dash.
 * @param behind Where it ends.
 */
function readBelow(
  reading: Reading,
  parent: Parent,
  { column, behind }: { readonly column: number; readonly behind: number },
  depth: number,
): SyntaxNode | undefined {
  const { text, at, comments } = reading;
  if (isDashAt(reading, at) || keyStop(reading, at) >= 0) return readBlock(reading, parent, depth + 1);
  // Behind a comment the library may take lines for a part of a scalar that are not indented.
  const isBare = (comments.at(-1)?.span.start ?? -1) < behind;
  return isBare && !isBlockScalarStart(text.charCodeAt(at)) ? readInline(reading, parent, column) : undefined;
}

/**
 * A value that is no list and no map by indentation.
 * @param column Of the key or the dash that it belongs to. What is indented further below it is a part of it.
 */
function readInline(reading: Reading, parent: Parent, column: number): SyntaxNode | undefined {
  const node = readValue(reading, parent, column);
  return node !== undefined && reading.indent <= column ? node : undefined;
}

function readValue(reading: Reading, parent: Parent, column: number): SyntaxNode | undefined {
  const { text, at: start } = reading;
  const character = text.charCodeAt(start);
  if (isBlockScalarStart(character)) return readBlockScalar(reading, parent, column);
  if (isPlainStart(reading, start)) return readPlain(reading, parent, column);
  if (isBracket(character)) {
    reading.flowColumn = column;
    const node = readFlow(reading, parent);
    return node !== undefined && toNextLineBehind(reading, reading.at) ? node : undefined;
  }
  if (!isQuote(character)) return undefined;
  const end = quotedEnd(reading, start);
  if (end < 0) return undefined;
  const node = quotedScalar(reading, parent, start, end);
  return toNextLineBehind(reading, end) ? node : undefined;
}

/** A plain scalar, and the lines below that go on with it: a line end is a blank then, of several one is left out. */
function readPlain(reading: Reading, parent: Parent, column: number): ScalarNode | undefined {
  const { text, at: start } = reading;
  let stop = plainStop(reading, start);
  let end = withoutBlanks(reading, start, stop);
  let words = text.slice(start, end);
  for (;;) {
    if (stop < reading.lineEnd) {
      if (text.charCodeAt(stop) === code.colon) return undefined;
      break;
    }
    const lineEnds = toContinuation(reading, column);
    if (lineEnds === 0) break;
    const from = reading.at;
    stop = plainStop(reading, from);
    end = withoutBlanks(reading, from, stop);
    words += (lineEnds > 1 ? '\n'.repeat(lineEnds - 1) : ' ') + text.slice(from, end);
  }
  const node = scalar(reading, parent, { start, end }, words, 'plain');
  return toNextLineBehind(reading, end) ? node : undefined;
}

/** Goes to the next line if that is indented further than `column`; gives the line ends up to there, 0 where it is not or there is none. */
function toContinuation(reading: Reading, column: number): number {
  const { text } = reading;
  let lineEnds = 0;
  for (let lineStart = startBehind(text, reading.lineEnd); lineStart < text.length; ) {
    lineEnds++;
    const at = blanksEnd(text, lineStart);
    const lineEnd = endOfLine(text, at);
    if (at < lineEnd) {
      if (at - lineStart <= column || text.charCodeAt(at) === code.hash) return 0;
      reading.at = at;
      reading.lineStart = lineStart;
      reading.lineEnd = lineEnd;
      return lineEnds;
    }
    lineStart = startBehind(text, lineEnd);
  }
  return 0;
}
