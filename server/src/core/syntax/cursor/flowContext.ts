/** The answer for a cursor inside of a flow collection. */
import type { Span } from '../../util/span.ts';
import { at, nothing, type Place, pathToSlot, wordAt } from './context.ts';
import { type FlowEntry, type FlowFrame, flowCursor } from './flow.ts';
import type { Slot } from './levels.ts';
import type { CursorContext, PathStep, SiblingKey } from './types.ts';

/** Inside `{…}` or `[…]`. */
export function inFlow(place: Place, span: Span, slot: Slot | undefined): CursorContext {
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
