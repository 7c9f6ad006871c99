/** The answer for a cursor inside of a flow collection. */
import type { Span } from '../../util/span.ts';
import { at, nothing, type Place, pathToSlot, wordAt } from './context.ts';
import { type FlowEntry, type FlowFrame, type FlowPart, type FlowPiece, flowCursor } from './flow.ts';
import type { Slot } from './levels.ts';
import { lineEndAt, lineStartAt } from './line.ts';
import type { CursorContext, PathStep, SiblingKey } from './types.ts';

/** Inside `{…}` or `[…]`. */
export function inFlow(place: Place, span: Span, slot: Slot | undefined): CursorContext {
  const context = flowContext(place, span, slot);
  const commaMissing = isKeyOrItem(context) && isFollowed(place.text, context.word.span.end, span.end);
  return { ...context, commaMissing, indent: (slot?.column ?? 0) + place.indentUnit };
}

const isKeyOrItem = ({ place, colonFollows }: CursorContext): boolean =>
  place === 'item' || (place === 'key' && !colonFollows);

/** Whether nothing stands behind an offset on its line, and an entry on one below. */
function isFollowed(text: string, offset: number, end: number): boolean {
  const below = /^[ \t]*(?:#[^\r\n]*)?[\r\n](?:\s|#[^\r\n]*)*/.exec(text.slice(offset, end));
  const next = below === null ? undefined : text[offset + below[0].length];
  return next !== undefined && !',]}'.includes(next);
}

function flowContext(place: Place, span: Span, slot: Slot | undefined): CursorContext {
  const { text, cursor } = place;
  const { chain, inComment } = flowCursor(text, span, cursor, slot?.column ?? -1);
  const here = chain.at(-1);
  const path = pathToSlot(slot);
  for (const { frame, entry, index } of chain.slice(0, -1)) path.push(...flowSteps(frame, entry, index));
  if (here === undefined) return nothing(place, 'closed-value', path);
  const { frame, entry, index } = here;
  if (isAbove(text, cursor, entry)) return newEntry(place, path, frame, index);
  const done = endAbove(text, cursor, entry);
  if (done !== undefined) return { ...newEntry(place, path, frame, index + 1), commaBefore: done };
  const behindColon = entry.colon !== undefined && cursor > entry.colon;
  const whole = behindColon ? entry.second : entry.first;
  const part = whole && partOnLine(text, cursor, whole);
  const own =
    frame.kind === 'map' && !behindColon ? path : [...path, ...flowSteps(frame, entry, index, behindColon)];
  const flow = frame.kind;
  if (inComment) return { ...nothing(place, 'comment', own), flow };
  const above = part && whole.pieces.findLast(({ span }) => span.end < part.span.start);
  const isText = part === undefined ? whole !== undefined : cursor < part.span.start;
  // A second line of a value is more of its text.
  if (isText || (behindColon && above !== undefined)) return { ...nothing(place, 'text', own), flow };
  const closed =
    part !== undefined && part.quote !== 'plain' && cursor >= part.span.end && endsQuoted(text, part.span);
  const isBelow = !behindColon && entry.colon === undefined && startsBelow(text, cursor, entry.inner);
  const inner = entry.inner !== undefined && !isBelow && (behindColon || entry.colon === undefined);
  const isBehindKey =
    !behindColon && entry.colon !== undefined && part !== undefined && cursor > part.span.end;
  if (closed || inner || isBehindKey) return { ...nothing(place, 'closed-value', own), flow };
  const word = wordAt(text, cursor, part);
  if (!isSameLine(text, word.span.start, word.span.end)) return { ...nothing(place, 'text', own), flow };
  if (behindColon)
    return {
      ...at(place, 'value', own, word),
      flow,
      blankMissing: word.span.start === (entry.colon ?? -1) + 1,
    };
  const commaBefore = above?.span.end;
  const others = frame.entries.filter(other => other !== entry && other.first !== undefined);
  const colonFollows = entry.colon !== undefined && isSameLine(text, word.span.end, entry.colon);
  if (frame.kind === 'list') {
    const beside = piecesBeside(whole, part);
    const items = [...others.flatMap(other => other.first?.text ?? []), ...beside.map(each => each.text)];
    return { ...at(place, 'item', own, word), flow, items, commaBefore };
  }
  const below = entry.colon === undefined ? undefined : piecesBeside(whole, part).at(-1);
  const next: readonly SiblingKey[] =
    below === undefined || below.span.start < cursor
      ? []
      : [{ key: unquoted(below.text), span: below.span, scalar: entry.second?.text }];
  return {
    ...at(place, 'key', own, word),
    flow,
    before: others.filter(other => other.start < entry.start).flatMap(flowSibling),
    after: [...next, ...others.filter(other => other.start > entry.start).flatMap(flowSibling)],
    colonFollows,
    commaBefore,
  };
}

/** Quotes behind another word, where a comma is missing, are read as a part of it. */
const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2');

const isSameLine = (text: string, from: number, to: number): boolean => !/[\r\n]/.test(text.slice(from, to));

const startsBelow = (text: string, cursor: number, inner: FlowFrame | undefined): boolean =>
  inner !== undefined && inner.start > cursor && !isSameLine(text, cursor, inner.start);

const isEmptyLine = (text: string, cursor: number): boolean =>
  text.slice(lineStartAt(text, cursor), lineEndAt(text, cursor)).trim() === '';

/** Whether the cursor stands on an empty line, and its entry begins on one below. */
function isAbove(text: string, cursor: number, { first, inner }: FlowEntry): boolean {
  const start = Math.min(first?.span.start ?? Infinity, inner?.start ?? Infinity);
  return start < Infinity && start > cursor && isEmptyLine(text, cursor);
}

/** Where the cursor's entry ends, if the cursor stands on an empty line below all of it; else `undefined`. */
function endAbove(text: string, cursor: number, entry: FlowEntry): number | undefined {
  const { first, colon, second, inner } = entry;
  const last = colon === undefined ? first : second;
  const end = inner === undefined ? last?.span.end : inner.end;
  const isWhole = inner === undefined || last === undefined || last.span.end < inner.start;
  if (end === undefined || end > cursor || !isWhole || !isEmptyLine(text, cursor)) return undefined;
  return isSameLine(text, end, cursor) ? undefined : end;
}

/** On an empty line between entries: one more may be written there. */
function newEntry(place: Place, path: readonly PathStep[], frame: FlowFrame, index: number): CursorContext {
  const { text, cursor } = place;
  const word = wordAt(text, cursor, undefined);
  const flow = frame.kind;
  if (frame.kind === 'list') {
    const own: PathStep = { kind: 'item', index, span: { start: cursor, end: cursor } };
    const items = frame.entries.flatMap(other => other.first?.text ?? []);
    return { ...at(place, 'item', [...path, own], word), flow, items };
  }
  return {
    ...at(place, 'key', path, word),
    flow,
    before: frame.entries.slice(0, index).flatMap(flowSibling),
    after: frame.entries.slice(index).flatMap(flowSibling),
  };
}

/**
 * What of a text over several lines stands on the cursor's: a comma is more likely missing behind it than it is one text with the
 * lines around it, and who completes a word changes no other line.
 */
function partOnLine(text: string, cursor: number, { pieces }: FlowPart): FlowPiece | undefined {
  const start = lineStartAt(text, cursor);
  const end = lineEndAt(text, cursor);
  const here = pieces.filter(({ span }) => span.start <= end && span.end >= start);
  return here.find(({ span }) => cursor <= span.end) ?? here.at(-1);
}

/** The other pieces, which may be entries of their own. */
const piecesBeside = (whole: FlowPart | undefined, part: FlowPiece | undefined): readonly FlowPiece[] =>
  part === undefined ? [] : (whole?.pieces ?? []).filter(piece => piece !== part);

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
