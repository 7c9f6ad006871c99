/** Lists and maps in brackets, in one line or in several, of which each key and value stands in one. */
import type { Span } from '../../util/span.ts';
import type { Entry, ListNode, MapNode, ScalarNode, SyntaxNode } from '../tree.ts';
import {
  blanksEnd,
  code,
  type Draft,
  isBlankAt,
  isPlainStart,
  isQuote,
  nowhere,
  type Parent,
  plainScalar,
  quotedEnd,
  quotedScalar,
  type Reading,
  toNextLineBehind,
  unwritten,
  withoutBlanks,
} from './reading.ts';

/** Brackets within brackets; more are left to the library. */
const deepest = 20;

export const isBracket = (character: number): boolean =>
  character === code.openBracket || character === code.openBrace;

/** Reads from the bracket at `reading.at` to behind the one that closes it; `undefined`: that is for the library. */
export function readFlow(reading: Reading, parent: Parent, depth = 0): ListNode | MapNode | undefined {
  if (depth > deepest) return undefined;
  return reading.text.charCodeAt(reading.at) === code.openBracket
    ? readFlowList(reading, parent, depth)
    : readFlowMap(reading, parent, depth);
}

function readFlowList(reading: Reading, parent: Parent, depth: number): ListNode | undefined {
  const items: SyntaxNode[] = [];
  const node: Draft<ListNode> = { kind: 'list', span: nowhere, parent, flow: true, items };
  reading.nodes.push(node);
  const span = readParts(reading, code.closeBracket, depth, () => {
    const item = readFlowNode(reading, node, depth);
    if (item !== undefined) items.push(item);
    return item !== undefined;
  });
  if (span === undefined) return undefined;
  node.items = items.slice();
  node.span = span;
  return node;
}

function readFlowMap(reading: Reading, parent: Parent, depth: number): MapNode | undefined {
  const entries: Entry[] = [];
  const node: Draft<MapNode> = { kind: 'map', span: nowhere, parent, flow: true, entries };
  reading.nodes.push(node);
  const span = readParts(reading, code.closeBrace, depth, () => {
    const entry = readFlowEntry(reading, node, depth);
    if (entry !== undefined) entries.push(entry);
    return entry !== undefined;
  });
  if (span === undefined) return undefined;
  node.entries = entries.slice();
  node.span = span;
  return node;
}

/** What stands between brackets, with commas in between; gives the place from the one bracket to behind the other. */
function readParts(
  reading: Reading,
  close: number,
  depth: number,
  readPart: () => boolean,
): Span | undefined {
  const { text } = reading;
  const start = reading.at;
  if (!skip(reading, start + 1, depth)) return undefined;
  while (text.charCodeAt(reading.at) !== close) {
    if (!readPart() || !skip(reading, reading.at, depth)) return undefined;
    if (text.charCodeAt(reading.at) !== code.comma) break;
    if (!skip(reading, reading.at + 1, depth)) return undefined;
  }
  if (text.charCodeAt(reading.at) !== close) return undefined;
  reading.at++;
  reading.tokens++;
  return { start, end: reading.at };
}

/** Goes on behind blanks, line ends and comments; `false` where the next line is not indented as what is in brackets must be. */
function skip(reading: Reading, from: number, depth: number): boolean {
  const { text } = reading;
  // The blanks, and the sign before them.
  reading.tokens += 2;
  reading.at = blanksEnd(text, from);
  if (reading.at < reading.lineEnd && text.charCodeAt(reading.at) !== code.hash) return true;
  if (!toNextLineBehind(reading, from)) return false;
  if (reading.indent > reading.flowColumn) return true;
  return depth === 0 && reading.indent === reading.flowColumn && isClosing(text.charCodeAt(reading.at));
}

const isClosing = (character: number): boolean =>
  character === code.closeBracket || character === code.closeBrace;

function readFlowEntry(reading: Reading, parent: MapNode, depth: number): Entry | undefined {
  const entry: Draft<Entry> = { kind: 'entry', span: nowhere, parent, key: unwritten, value: undefined };
  const key = readFlowScalar(reading, entry);
  if (key === undefined || reading.text.charCodeAt(reading.at) !== code.colon) return undefined;
  if (!isBlankAt(reading, reading.at + 1)) return undefined;
  reading.at = blanksEnd(reading.text, reading.at + 1);
  reading.tokens += 2;
  const value = readFlowNode(reading, entry, depth);
  if (value === undefined) return undefined;
  entry.key = key;
  entry.value = value;
  entry.span = { start: key.span.start, end: value.span.end };
  return entry;
}

/** A value within brackets; nothing, and what is a key, are for the library. */
function readFlowNode(reading: Reading, parent: Parent, depth: number): SyntaxNode | undefined {
  const character = reading.text.charCodeAt(reading.at);
  return isBracket(character) ? readFlow(reading, parent, depth + 1) : readFlowScalar(reading, parent);
}

function readFlowScalar(reading: Reading, parent: Parent): ScalarNode | undefined {
  const { text } = reading;
  const start = reading.at;
  if (isQuote(text.charCodeAt(start))) {
    const end = quotedEnd(reading, start);
    if (end < 0) return undefined;
    reading.at = end;
    return quotedScalar(reading, parent, start, end);
  }
  if (!isPlainStart(reading, start)) return undefined;
  const stop = flowPlainStop(reading, start);
  reading.at = stop;
  return plainScalar(reading, parent, start, withoutBlanks(reading, start, stop));
}

/** Where a plain scalar within brackets stops: at a comma, a bracket, the colon of a key, a comment or the end of the line. */
function flowPlainStop(reading: Reading, start: number): number {
  const { text, lineEnd } = reading;
  for (let at = start; at < lineEnd; at++) {
    switch (text.charCodeAt(at)) {
      case code.comma:
      case code.openBracket:
      case code.closeBracket:
      case code.openBrace:
      case code.closeBrace:
        return at;
      case code.colon:
        if (!isTight(reading, at + 1)) return at;
        break;
      case code.blank:
        if (text.charCodeAt(at + 1) === code.hash) return at;
    }
  }
  return lineEnd;
}

/** Whether a colon before `offset` belongs to a word. */
const isTight = (reading: Reading, offset: number): boolean =>
  !isBlankAt(reading, offset) && !flowIndicators.has(reading.text.charCodeAt(offset));

const flowIndicators: ReadonlySet<number> = new Set([
  code.comma,
  code.openBracket,
  code.closeBracket,
  code.openBrace,
  code.closeBrace,
]);
