/** What every answer about a cursor is made from. */

import type { OutlineKey, Slot } from './levels.ts';
import type { WrittenScalar } from './line.ts';
import type { Outline } from './outline.ts';
import type { CursorContext, CursorPlace, CursorWord, NoCompletion, PathStep, SiblingKey } from './types.ts';

export const siblingOf = ({ key, span, scalar }: OutlineKey): SiblingKey => ({ key, span, scalar });

/** From the document to a slot, it included. */
export function pathToSlot(slot: Slot | undefined): PathStep[] {
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
export function wordAt(
  text: string,
  cursor: number,
  scalar: Omit<WrittenScalar, 'ended'> | undefined,
): CursorWord {
  if (scalar === undefined)
    return { text: '', prefix: '', span: { start: cursor, end: cursor }, quote: 'plain' };
  const { quote } = scalar;
  const span = { start: scalar.span.start, end: Math.max(scalar.span.end, cursor) };
  const first = quote === 'plain' ? span.start : span.start + 1;
  const whole = span.end === scalar.span.end ? scalar.text : text.slice(first, span.end);
  return { text: whole, prefix: text.slice(first, Math.max(first, cursor)), span, quote };
}

export interface Place {
  readonly text: string;
  readonly cursor: number;
  readonly outline: Outline;
  readonly indentUnit: number;
  readonly lineEnd: CursorContext['lineEnd'];
}

/** A context with nothing but its place filled in. */
export function at(
  place: Place,
  kind: CursorPlace,
  path: readonly PathStep[],
  word: CursorWord,
): CursorContext {
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
    commaMissing: false,
    commaBefore: undefined,
    listHere: undefined,
  };
}

export const nothing = (place: Place, reason: NoCompletion, path: readonly PathStep[]): CursorContext => ({
  ...at(place, 'none', path, wordAt(place.text, place.cursor, undefined)),
  reason,
});
