/** A text that is edited again and again, and the edits of its first state that come to the same. */
import type { Span } from '../util/span.ts';
import type { TextEdit } from './offsetMap.ts';

/** A part of the first text that is still there, or what was put in. */
type Piece = { readonly kept: Span } | { readonly put: string };

export interface PiecedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export const piecesOf = (text: string): PiecedText => ({
  text,
  pieces: [{ kept: { start: 0, end: text.length } }],
});

/** @param edits Of the text as it is now, in text order and apart from each other. */
export function edited({ text, pieces }: PiecedText, edits: readonly TextEdit[]): PiecedText {
  const next: Piece[] = [];
  let result = '';
  let behind = 0;
  for (const { span, newText } of edits) {
    next.push(...cut(pieces, behind, span.start), { put: newText });
    result += text.slice(behind, span.start) + newText;
    behind = span.end;
  }
  next.push(...cut(pieces, behind, text.length));
  return { text: result + text.slice(behind), pieces: next };
}

/** What stands between two places of the text that the pieces make. */
function cut(pieces: readonly Piece[], from: number, until: number): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = 'put' in piece ? piece.put.length : piece.kept.end - piece.kept.start;
    const start = Math.max(from - at, 0);
    const end = Math.min(until - at, length);
    at += length;
    if (start >= end) continue;
    found.push(
      'put' in piece
        ? { put: piece.put.slice(start, end) }
        : { kept: { start: piece.kept.start + start, end: piece.kept.start + end } },
    );
  }
  return found;
}

/** The edits of the first text that lead to this one, in text order and apart from each other. */
export function editsOf({ pieces }: PiecedText, length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let behind = 0;
  let put = '';
  for (const piece of [...pieces, { kept: { start: length, end: length } }]) {
    if ('put' in piece) {
      put += piece.put;
      continue;
    }
    const { start, end } = piece.kept;
    if (put !== '' || start > behind) edits.push({ span: { start: behind, end: start }, newText: put });
    behind = end;
    put = '';
  }
  return edits;
}
