/**
 * Edits of one text, all in its own offsets, and the way back from the edited text to it.
 *
 * The parser mends a broken text before the library reads it; every span that it then gives is led back through here.
 */
import type { Span } from '../util/span.ts';

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface EditedText {
  readonly text: string;
  /** The place in the text before the edits. Monotone: what comes later stays later, what holds another still holds it. */
  toOriginal(offset: number): number;
}

/** Edits in text order; of two that overlap the later is left out. Insertions at one place keep their order. */
export function orderedEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const kept: TextEdit[] = [];
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (edit.span.start < end) continue;
    kept.push(edit);
    end = edit.span.end;
  }
  return kept;
}

/** Of ordered edits those that touch a span, its ends counted. */
export function editsAt(ordered: readonly TextEdit[], { start, end }: Span): readonly TextEdit[] {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.span.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < ordered.length && (ordered[last]?.span.start ?? 0) <= end) last++;
  return ordered.slice(low, last);
}

/** Whether two edits touch the same characters; an insertion at the edge of another edit does not. */
export const overlap = (a: Span, b: Span): boolean =>
  a.start < b.end && b.start < a.end && !(a.start === a.end && b.start === b.end);

/**
 * Applies edits at once.
 *
 * @param edits in text order and apart from each other, see `orderedEdits`.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): EditedText {
  if (edits.length === 0) return { text, toOriginal: offset => offset };
  let edited = '';
  let behind = 0;
  /** Where each edit's text starts in the edited text. */
  const starts: number[] = [];
  for (const { span, newText } of edits) {
    edited += text.slice(behind, span.start);
    starts.push(edited.length);
    edited += newText;
    behind = span.end;
  }
  edited += text.slice(behind);
  const lastAtOrBefore = (offset: number): number => {
    let low = -1;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    text: edited,
    toOriginal: offset => {
      const index = lastAtOrBefore(offset);
      const edit = edits[index];
      if (edit === undefined) return offset;
      const into = offset - (starts[index] ?? 0);
      return into < edit.newText.length
        ? Math.min(edit.span.start + into, edit.span.end)
        : edit.span.end + into - edit.newText.length;
    },
  };
}
