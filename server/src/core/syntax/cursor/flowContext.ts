/** The answer for a cursor inside of a flow collection. */
import type { Span } from '../../util/span.ts';
import { at, nothing, type Place, pathToSlot, wordAt } from './context.ts';
import { type FlowEntry, type FlowFrame, type FlowPart, flowCursor } from './flow.ts';
import type { Slot } from './levels.ts';
import { lineEndAt, lineStartAt, skipBlanks } from './line.ts';
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
  const behindColon = entry.colon !== undefined && cursor > entry.colon;
  const part = behindColon ? entry.second : entry.first;
  const own =
    frame.kind === 'map' && !behindColon ? path : [...path, ...flowSteps(frame, entry, index, behindColon)];
  const flow = frame.kind;
  if (inComment) return { ...nothing(place, 'comment', own), flow };
  if (part !== undefined && cursor < part.span.start) return { ...nothing(place, 'text', own), flow };
  const closed =
    part !== undefined && part.quote !== 'plain' && cursor >= part.span.end && endsQuoted(text, part.span);
  const isBelow =
    entry.inner !== undefined && entry.inner.start > cursor && !isSameLine(text, cursor, entry.inner.start);
  const inner = entry.inner !== undefined && !isBelow && (behindColon || entry.colon === undefined);
  if (closed || inner || (!behindColon && entry.colon !== undefined && part && cursor > part.span.end))
    return { ...nothing(place, 'closed-value', own), flow };
  const word = wordAt(text, cursor, part && onLine(text, cursor, part));
  if (behindColon)
    return {
      ...at(place, 'value', own, word),
      flow,
      blankMissing: word.span.start === (entry.colon ?? -1) + 1,
    };
  const others = frame.entries.filter(other => other !== entry && other.first !== undefined);
  const colonFollows = entry.colon !== undefined && !text.slice(word.span.end, entry.colon).includes('\n');
  if (frame.kind === 'list') {
    const beside = part === undefined ? [] : besideWord(text, part, word.span);
    const items = [...others.flatMap(other => other.first?.text ?? []), ...beside];
    return { ...at(place, 'item', own, word), flow, items };
  }
  return {
    ...at(place, 'key', own, word),
    flow,
    before: others.filter(other => other.start < entry.start).flatMap(flowSibling),
    after: others.filter(other => other.start > entry.start).flatMap(flowSibling),
    colonFollows,
  };
}

const isSameLine = (text: string, from: number, to: number): boolean => !/[\r\n]/.test(text.slice(from, to));

/** Whether the cursor stands on an empty line, and its entry begins on one below. */
function isAbove(text: string, cursor: number, { first, inner }: FlowEntry): boolean {
  const start = Math.min(first?.span.start ?? Infinity, inner?.start ?? Infinity);
  const line = text.slice(lineStartAt(text, cursor), lineEndAt(text, cursor));
  return start < Infinity && start > cursor && line.trim() === '';
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
function onLine(text: string, cursor: number, part: FlowPart): FlowPart | undefined {
  const { span, quote } = part;
  if (quote !== 'plain' || !text.slice(span.start, span.end).includes('\n')) return part;
  const lineEnd = lineEndAt(text, cursor);
  const start = Math.max(span.start, skipBlanks(text, lineStartAt(text, cursor), lineEnd));
  if (cursor < start) return undefined;
  const written = text
    .slice(start, Math.min(span.end, lineEnd))
    .replace(/\s#.*$/, '')
    .trimEnd();
  return { span: { start, end: start + written.length }, text: written, quote };
}

/** The other lines of a text over several, which may be items of their own. */
const besideWord = (text: string, { span }: FlowPart, word: Span): readonly string[] =>
  [text.slice(span.start, word.start), text.slice(word.end, span.end)]
    .flatMap(lines => lines.split('\n'))
    .map(line => line.trim())
    .filter(line => line !== '');

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
