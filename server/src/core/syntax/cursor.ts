/**
 * Where a cursor stands in a text, broken or not: what may be written there, of what it is a part, and what it replaces.
 *
 * Completion builds on this. It reads lines and their columns, not a parsed tree, so that a half-written line says as
 * much as a whole one.
 */
import { at, nothing, type Place, pathToSlot, siblingOf, wordAt } from './cursor/context.ts';
import { flowEnd } from './cursor/extent.ts';
import { inFlow } from './cursor/flowContext.ts';
import type { Level, OutlineItem, OutlineKey, OutlineList, OutlineMap, Slot } from './cursor/levels.ts';
import { commentFrom, isBlank, type LineParts, type LineValue, lineStartAt } from './cursor/line.ts';
import { isMarker, type OutlineReader, outlineOf, type Region } from './cursor/outline.ts';
import type { CursorContext, CursorWord, NoCompletion } from './cursor/types.ts';

export { createOutlineReader, type OutlineReader } from './cursor/outline.ts';
export type {
  CursorContext,
  CursorPlace,
  CursorWord,
  NoCompletion,
  PathStep,
  SiblingKey,
} from './cursor/types.ts';

/**
 * Reads where a cursor stands, in a text of any kind. Never throws; one pass over the lines of the document that the cursor is in.
 * @param read Of one made by `createOutlineReader` only the lines from the cursor's on are read, where those above are known to it.
 */
export function cursorContext(text: string, offset: number, read: OutlineReader = outlineOf): CursorContext {
  const cursor = Math.max(0, Math.min(offset, text.length));
  const outline = read(text, cursor);
  const place: Place = { text, cursor, outline, indentUnit: outline.unit ?? 2, lineEnd: lineEndOf(text) };
  if (outline.region !== undefined) return inRegion(place, outline.region);
  return outline.line === undefined ? behindRegion(place) : onLine(place, outline.line);
}

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

/** An anchor or tag before a value, as far as it is written: its name is the author's to choose. */
const ANCHOR_OR_TAG = /(?:^|[:-][ \t])[ \t]*[&!]\S*$/;

/** On a line of block style. */
function onLine(place: Place, line: LineParts): CursorContext {
  const { text, cursor, outline } = place;
  const { span, indent, dashes, contentStart, key, value, comment } = line;
  if (line.blank) return onOwnLine(place, cursor - span.start, wordAt(text, cursor, undefined));
  if (isMarker(text, span.start, span.end)) return nothing(place, 'document-marker', []);
  const slot = outline.own.at(-1);
  const path = pathToSlot(slot);
  if (comment !== undefined && (cursor > comment || (cursor === comment && isBlank(text[cursor - 1]))))
    return nothing(place, 'comment', path);
  if (ANCHOR_OR_TAG.test(text.slice(span.start, cursor))) return nothing(place, 'text', path);
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
    const { root, barred, openFlow } = outline;
    if (root === undefined && openFlow !== undefined)
      return inFlow(place, { ...openFlow, end: cursor }, undefined);
    if (root === undefined && barred !== undefined) return nothing(place, barred, []);
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
