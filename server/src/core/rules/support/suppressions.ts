/** Edits of comments that take findings away, and an example that they stand in. */
import type { SuppressedCode, Suppression } from '../../model/suppressions.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { Span } from '../../util/span.ts';
import type { Edit } from './edits.ts';

/** Takes a comment away, with its line where it has one of its own. */
export const removeComment = (document: DocumentState, suppression: Suppression): readonly Edit[] => [
  { span: commentSpan(document, suppression), newText: '' },
];

function commentSpan({ text, lines }: DocumentState, { span, ownLine }: Suppression): Span {
  const { line } = lines.position(span.start);
  const { start, end } = lines.line(line);
  if (ownLine) {
    const isLast = line + 1 >= lines.lineCount;
    const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0;
    return isLast ? { start: start + mark, end } : { start: start + mark, end: lines.line(line + 1).start };
  }
  const before = text.slice(start, span.start).trimEnd().length;
  return { start: start + before, end };
}

/** Takes one of several codes out of a comment, with its comma; of the only one the whole comment. */
export function removeCode(
  document: DocumentState,
  suppression: Suppression,
  code: SuppressedCode,
): readonly Edit[] {
  const { codes } = suppression;
  const at = codes.indexOf(code);
  const [previous, next] = [codes[at - 1], codes[at + 1]];
  if (next !== undefined) return [{ span: { start: code.span.start, end: next.span.start }, newText: '' }];
  if (previous !== undefined)
    return [{ span: { start: previous.span.end, end: code.span.end }, newText: '' }];
  return removeComment(document, suppression);
}
