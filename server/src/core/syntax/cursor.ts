/**
 * Where a cursor stands in a text, broken or not: what may be written there, of what it is a part, and what it replaces.
 *
 * Completion builds on this. It reads lines and their columns, not a parsed tree, so that a half-written line says as
 * much as a whole one. Offsets are UTF-16 offsets of the text, columns count UTF-16 units from the line's start.
 */
import type { Span } from '../util/span.ts';
import { flowEnd } from './cursor/extent.ts';
import { type FlowEntry, type FlowFrame, flowCursor } from './cursor/flow.ts';
import {
  commentFrom,
  isBlank,
  type LineParts,
  type LineValue,
  lineStartAt,
  type WrittenScalar,
} from './cursor/line.ts';
import {
  isMarker,
  type Level,
  type Outline,
  type OutlineItem,
  type OutlineKey,
  type OutlineList,
  type OutlineMap,
  outlineOf,
  type Region,
  type Slot,
} from './cursor/outline.ts';
import { tooLarge } from './hostile.ts';

/**
 * What may be written at the cursor:
 * - `key`: a key of the map that `path` leads to.
 * - `value`: the value of the key that ends `path`, behind its colon (block or flow).
 * - `item`: the content of the list item that ends `path`, behind its dash, or between the commas of `[…]`: a text,
 *   or the first key of a map.
 * - `content`: on a line of its own, all that the end of `path` (a key, an item; none: the document) has yet to be given:
 *   the first key of a map, the first `- ` of a list, or a text.
 * - `dash`: a further `- ` of the list that `path` leads to; nothing else is right at this column (but see `listHere`).
 * - `none`: nothing: a comment, a block scalar, running text, behind a closed value.
 */
export type CursorPlace = 'key' | 'value' | 'item' | 'content' | 'dash' | 'none';

/** Why nothing may be completed. */
export type NoCompletion = 'comment' | 'block-scalar' | 'text' | 'closed-value' | 'document-marker';

/** A key beside the cursor or beside an ancestor. */
export interface SiblingKey {
  readonly key: string;
  readonly span: Span;
  /** The value where it is a one-line scalar, unquoted; `undefined` for anything else, and for no value. */
  readonly scalar: string | undefined;
}

/** One step from the document down to the cursor. */
export type PathStep =
  | {
      readonly kind: 'key';
      readonly key: string;
      /** The key as written, quotes included. */
      readonly span: Span;
      /** The other keys of the same map, in text order: they tell which kind of node it is. */
      readonly siblings: readonly SiblingKey[];
    }
  | {
      readonly kind: 'item';
      /** 0-based, among the items of its list. */
      readonly index: number;
      /** The dash; in a flow list the place where the item begins, empty. */
      readonly span: Span;
    };

export interface CursorContext {
  readonly place: CursorPlace;
  /** Only with `none`. */
  readonly reason: NoCompletion | undefined;
  /** From the document to what `place` speaks of. */
  readonly path: readonly PathStep[];
  /** With `key`: the other keys of the same map before the cursor's line or entry, in text order; else empty. */
  readonly before: readonly SiblingKey[];
  /** With `key`: those behind it. */
  readonly after: readonly SiblingKey[];
  /** With `item` and `dash`: the texts of the other items of the list that are one-line scalars. */
  readonly items: readonly string[];
  readonly word: CursorWord;
  /** The innermost flow collection that the cursor stands in; `undefined` in block style. */
  readonly flow: 'map' | 'list' | undefined;
  /**
   * The column at which whatever begins here stands: with `key` that of the sibling keys, with `dash` that of the
   * dashes, with `content` that of the cursor's own line if it is deep enough, else the parent's and one unit; with
   * `value`, and in flow style, the column that a block below the key takes; with `item` that of further keys of the item (behind the dash).
   */
  readonly indent: number;
  /** How many blanks one level takes in this text; 2 where it does not say. */
  readonly indentUnit: number;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** With `key`, `content`, `item`: a colon already stands behind the word, so that none must be inserted. */
  readonly colonFollows: boolean;
  /** A colon or dash stands directly before the word: a blank must be inserted before it. */
  readonly blankMissing: boolean;
  /** Set where the column also is that of a list's dashes (`steps:` and its `- ` in one column): the path to that list. */
  readonly listHere: readonly PathStep[] | undefined;
}

/** The scalar or part of one that a completion replaces. */
export interface CursorWord {
  /** The whole scalar under the cursor, without quotes, as it stands in the source; empty where nothing is written. */
  readonly text: string;
  /** The part of `text` before the cursor. */
  readonly prefix: string;
  /** What is to be replaced: the scalar with its quotes; empty, at the cursor, where nothing is written. */
  readonly span: Span;
  /** How it is quoted so far. An open quote without its end counts, and ends with the line. */
  readonly quote: 'plain' | 'single' | 'double';
}

/** Reads where a cursor stands; `none` in a text that is not parsed for its size. Never throws; one pass over the lines of the document that the cursor is in. */
export function cursorContext(text: string, offset: number): CursorContext {
  const cursor = Math.max(0, Math.min(offset, text.length));
  if (tooLarge(text) !== undefined)
    return nothing({ text, cursor, outline: NO_OUTLINE, indentUnit: 2, lineEnd: '\n' }, 'text', []);
  const outline = outlineOf(text, cursor);
  const place: Place = { text, cursor, outline, indentUnit: outline.unit ?? 2, lineEnd: lineEndOf(text) };
  if (outline.region !== undefined) return inRegion(place, outline.region);
  return outline.line === undefined ? behindRegion(place) : onLine(place, outline.line);
}

const NO_OUTLINE: Outline = {
  root: undefined,
  open: [],
  line: undefined,
  own: [],
  region: undefined,
  unit: undefined,
};

function lineEndOf(text: string): CursorContext['lineEnd'] {
  const feed = text.indexOf('\n');
  if (feed > 0 && text[feed - 1] === '\r') return '\r\n';
  return feed < 0 && text.includes('\r') ? '\r' : '\n';
}

function inRegion(place: Place, region: Region): CursorContext {
  const path = pathToSlot(region.slot);
  if (region.kind === 'block-scalar') return nothing(place, 'block-scalar', path);
  if (region.kind === 'quoted') return nothing(place, 'text', path);
  return inFlow(place, region.span, region.slot);
}

/** On the last line of a value of several lines, behind its end. */
function behindRegion(place: Place): CursorContext {
  const { text, cursor } = place;
  const comment = commentFrom(text, lineStartAt(text, cursor), cursor);
  return nothing(place, comment === undefined ? 'closed-value' : 'comment', []);
}

/** On a line of block style. */
function onLine(place: Place, line: LineParts): CursorContext {
  const { text, cursor, outline } = place;
  const { span, indent, dashes, contentStart, key, value, comment } = line;
  if (line.blank) return onOwnLine(place, cursor - span.start, wordAt(text, cursor, undefined));
  if (cursor > span.start && isMarker(text, span.start, span.end))
    return nothing(place, 'document-marker', []);
  const slot = outline.own.at(-1);
  const path = pathToSlot(slot);
  if (comment !== undefined && (cursor > comment || (cursor === comment && isBlank(text[cursor - 1]))))
    return nothing(place, 'comment', path);
  const lastDash = dashes.at(-1);
  if (cursor < span.start + indent || (lastDash !== undefined && cursor <= lastDash))
    return nothing(place, 'text', path);
  if (key !== undefined && cursor <= key.span.end) {
    if (cursor < key.span.start || slot?.kind !== 'key') return nothing(place, 'text', path);
    return atKey(place, slot.level, wordAt(text, cursor, key), slot, true);
  }
  if (key !== undefined && cursor <= key.colon) return nothing(place, 'closed-value', path);
  const blocked = behindOrBefore(place, value, slot?.column ?? -1);
  if (blocked !== undefined) return nothing(place, blocked, path);
  const word = wordAt(text, cursor, value.kind === 'scalar' ? value.scalar : undefined);
  if (key !== undefined && slot?.kind === 'key') return atValue(place, slot, key.colon + 1, word);
  if (slot?.kind === 'item')
    return atItem(place, slot, contentStart < span.end ? contentStart : undefined, span.start, word);
  return onOwnLine(place, indent, word);
}

/** Why nothing can be written at the cursor beside a value of its line; `undefined`: the cursor is on it, or there is none. */
function behindOrBefore({ text, cursor }: Place, value: LineValue, column: number): NoCompletion | undefined {
  if (value.kind === 'none') return undefined;
  if (value.kind === 'block-scalar') return cursor > value.at ? 'block-scalar' : 'text';
  if (cursor < value.at) return 'text';
  if (value.kind === 'flow') {
    if (cursor === value.at) return 'text';
    return commentFrom(text, flowEnd(text, value.at, column).end - 1, cursor) === undefined
      ? 'closed-value'
      : 'comment';
  }
  const { span, quote, ended } = value.scalar;
  return quote !== 'plain' && ended && cursor >= span.end ? 'closed-value' : undefined;
}

/** On a line that only holds blanks or one bare word: its column tells what it belongs to. */
function onOwnLine(place: Place, column: number, word: CursorWord): CursorContext {
  const { outline, cursor, indentUnit } = place;
  const level = outline.open.findLast(open => open.column <= column);
  if (level === undefined) {
    const { root } = outline;
    if (root === undefined) return { ...at(place, 'content', [], word), indent: column };
    return root.kind === 'map' ? atKey(place, root, word) : atDash(place, root, word);
  }
  const slot = lastBefore(level, word.span.start);
  if (level.column === column) {
    if (level.kind === 'map') return withListHere(atKey(place, level, word), slot, column);
    const { owner } = level;
    if (owner?.kind !== 'key' || owner.level.column !== column) return atDash(place, level, word);
    return { ...atKey(place, owner.level, word), listHere: pathToSlot(owner) };
  }
  if (slot?.child?.kind === 'map') return atKey(place, slot.child, word);
  if (slot?.child?.kind === 'list') return atDash(place, slot.child, word);
  const path = pathToSlot(slot);
  if (slot?.openFlow !== undefined) return inFlow(place, { ...slot.openFlow, end: cursor }, slot);
  if (slot?.state !== 'open')
    return nothing(place, slot?.state === 'closed' ? 'closed-value' : (slot?.state ?? 'text'), path);
  const least = slot.kind === 'key' ? slot.column + indentUnit : slot.column + 2;
  return { ...at(place, 'content', path, word), indent: column > slot.column ? column : least };
}

const withListHere = (context: CursorContext, slot: Slot | undefined, column: number): CursorContext =>
  slot?.child?.kind === 'list' && slot.child.column === column
    ? { ...context, listHere: pathToSlot(slot) }
    : context;

/** The last slot of a level that begins before `offset`. */
function lastBefore(level: Level, offset: number): Slot | undefined {
  const slots: readonly Slot[] = level.kind === 'map' ? level.keys : level.items;
  return slots.findLast(slot => slot.span.start < offset);
}

function atKey(
  place: Place,
  map: OutlineMap,
  word: CursorWord,
  own?: OutlineKey,
  colonFollows = false,
): CursorContext {
  const others = map.keys.filter(key => key !== own).map(siblingOf);
  return {
    ...at(place, 'key', pathToSlot(map.owner), word),
    before: others.filter(({ span }) => span.start < word.span.start),
    after: others.filter(({ span }) => span.start >= word.span.start),
    indent: map.column,
    colonFollows,
  };
}

function atDash(place: Place, list: OutlineList, word: CursorWord): CursorContext {
  const items = list.items.flatMap(({ scalar }) => scalar ?? []);
  return { ...at(place, 'dash', pathToSlot(list.owner), word), items, indent: list.column };
}

function atValue(place: Place, slot: OutlineKey, behindColon: number, word: CursorWord): CursorContext {
  const blankMissing = word.span.start === behindColon;
  return {
    ...at(place, 'value', pathToSlot(slot), word),
    blankMissing,
    indent: slot.column + place.indentUnit,
  };
}

/** Behind a dash. Where keys follow in the column of what is written there, it is the first key of their map. */
function atItem(
  place: Place,
  slot: OutlineItem,
  contentStart: number | undefined,
  lineStart: number,
  word: CursorWord,
): CursorContext {
  const blankMissing = word.span.start === slot.span.end;
  const column = blankMissing ? slot.column + 2 : (contentStart ?? word.span.start) - lineStart;
  if (slot.child?.kind === 'map' && slot.child.column === column)
    return { ...atKey(place, slot.child, word), blankMissing };
  const items = slot.level.items.flatMap(item => (item === slot ? [] : (item.scalar ?? [])));
  return { ...at(place, 'item', pathToSlot(slot), word), items, blankMissing, indent: column };
}

/** Inside `{…}` or `[…]`. */
function inFlow(place: Place, span: Span, slot: Slot | undefined): CursorContext {
  const context = flowContext(place, span, slot);
  return { ...context, indent: (slot?.column ?? 0) + place.indentUnit };
}

function flowContext(place: Place, span: Span, slot: Slot | undefined): CursorContext {
  const { text, cursor } = place;
  const { chain, inComment } = flowCursor(text, span, cursor, slot?.column ?? -1);
  const here = chain.at(-1);
  const path = pathToSlot(slot);
  for (const { frame, entry, index } of chain.slice(0, -1)) path.push(...flowSteps(frame, entry, index));
  if (here === undefined) return nothing(place, 'closed-value', path);
  const { frame, entry, index } = here;
  const behindColon = entry.colon !== undefined && cursor > entry.colon;
  const part = behindColon ? entry.second : entry.first;
  const own =
    frame.kind === 'map' && !behindColon ? path : [...path, ...flowSteps(frame, entry, index, behindColon)];
  const flow = frame.kind;
  if (inComment) return { ...nothing(place, 'comment', own), flow };
  if (part !== undefined && cursor < part.span.start) return { ...nothing(place, 'text', own), flow };
  const closed =
    part !== undefined && part.quote !== 'plain' && cursor >= part.span.end && endsQuoted(text, part.span);
  const inner = entry.inner !== undefined && (behindColon || entry.colon === undefined);
  if (closed || inner || (!behindColon && entry.colon !== undefined && part && cursor > part.span.end))
    return { ...nothing(place, 'closed-value', own), flow };
  const word = wordAt(text, cursor, part);
  if (behindColon)
    return {
      ...at(place, 'value', own, word),
      flow,
      blankMissing: word.span.start === (entry.colon ?? -1) + 1,
    };
  const others = frame.entries.filter(other => other !== entry && other.first !== undefined);
  if (frame.kind === 'list')
    return { ...at(place, 'item', own, word), flow, items: others.flatMap(other => other.first?.text ?? []) };
  return {
    ...at(place, 'key', own, word),
    flow,
    before: others.filter(other => other.start < entry.start).flatMap(flowSibling),
    after: others.filter(other => other.start > entry.start).flatMap(flowSibling),
    colonFollows: entry.colon !== undefined,
  };
}

const endsQuoted = (text: string, { start, end }: Span): boolean =>
  end > start + 1 && text[end - 1] === text[start];

/** The steps into one entry: its place in a list, its key, or both for a pair in a list. */
function flowSteps(frame: FlowFrame, entry: FlowEntry, index: number, behindColon = true): PathStep[] {
  const steps: PathStep[] = [];
  const at = entry.first?.span.start ?? entry.inner?.start ?? entry.start;
  if (frame.kind === 'list') {
    const before = frame.entries
      .slice(0, index)
      .filter(other => other.first !== undefined || other.inner !== undefined);
    steps.push({ kind: 'item', index: before.length, span: { start: at, end: at } });
  }
  if (behindColon && (frame.kind === 'map' || entry.colon !== undefined)) {
    const siblings =
      frame.kind === 'map' ? frame.entries.filter(other => other !== entry).flatMap(flowSibling) : [];
    steps.push({
      kind: 'key',
      key: entry.first?.text ?? '',
      span: entry.first?.span ?? { start: at, end: at },
      siblings,
    });
  }
  return steps;
}

const flowSibling = ({ first, second, inner }: FlowEntry): SiblingKey[] =>
  first === undefined
    ? []
    : [{ key: first.text, span: first.span, scalar: inner === undefined ? second?.text : undefined }];

const siblingOf = ({ key, span, scalar }: OutlineKey): SiblingKey => ({ key, span, scalar });

/** From the document to a slot, it included. */
function pathToSlot(slot: Slot | undefined): PathStep[] {
  const path: PathStep[] = [];
  for (let step = slot; step !== undefined; step = step.level.owner) {
    const { span } = step;
    if (step.kind === 'item') path.push({ kind: 'item', index: step.level.items.indexOf(step), span });
    else {
      const own = step;
      const siblings = own.level.keys.filter(key => key !== own).map(siblingOf);
      path.push({ kind: 'key', key: own.key, span, siblings });
    }
  }
  return path.reverse();
}

/** What a completion at the cursor replaces. Running text reaches to the cursor at least, so that `2 ` counts its blank. */
function wordAt(text: string, cursor: number, scalar: Omit<WrittenScalar, 'ended'> | undefined): CursorWord {
  if (scalar === undefined)
    return { text: '', prefix: '', span: { start: cursor, end: cursor }, quote: 'plain' };
  const { quote } = scalar;
  const span = { start: scalar.span.start, end: Math.max(scalar.span.end, cursor) };
  const first = quote === 'plain' ? span.start : span.start + 1;
  const whole = span.end === scalar.span.end ? scalar.text : text.slice(first, span.end);
  return { text: whole, prefix: text.slice(first, Math.max(first, cursor)), span, quote };
}

interface Place {
  readonly text: string;
  readonly cursor: number;
  readonly outline: Outline;
  readonly indentUnit: number;
  readonly lineEnd: CursorContext['lineEnd'];
}

/** A context with nothing but its place filled in. */
function at(place: Place, kind: CursorPlace, path: readonly PathStep[], word: CursorWord): CursorContext {
  return {
    place: kind,
    reason: undefined,
    path,
    before: [],
    after: [],
    items: [],
    word,
    flow: undefined,
    indent: 0,
    indentUnit: place.indentUnit,
    lineEnd: place.lineEnd,
    colonFollows: false,
    blankMissing: false,
    listHere: undefined,
  };
}

const nothing = (place: Place, reason: NoCompletion, path: readonly PathStep[]): CursorContext => ({
  ...at(place, 'none', path, wordAt(place.text, place.cursor, undefined)),
  reason,
});
