/** Moves entries of block lists with the comments that stand directly above them. */
import type { DocumentState } from '../../project/snapshot.ts';
import { lineEndBehind, lineEndOf } from '../../syntax/textLines.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';
import type { Span } from '../../util/span.ts';
import type { Edit } from './edits.ts';

/** Puts `item` behind `other` of the same block list; `undefined` where the two do not stand on lines of their own. */
export function moveBehind(
  document: DocumentState,
  item: SyntaxNode,
  other: SyntaxNode,
): readonly Edit[] | undefined {
  const moved = itemLines(document, item);
  const at = lineEndBehind(document, other);
  if (moved === undefined || itemLines(document, other) === undefined) return undefined;
  const { text } = document;
  const behind = text.startsWith('\r\n', moved.end) ? moved.end + 2 : moved.end + 1;
  if (behind > text.length) return undefined;
  return [
    { span: { start: moved.start, end: behind }, newText: '' },
    { span: { start: at, end: at }, newText: lineEndOf(document) + text.slice(moved.start, moved.end) },
  ];
}

/** From the start of the first line of an entry, comments above it included, to the end of its last line. */
function itemLines(document: DocumentState, item: SyntaxNode): Span | undefined {
  const { parent } = item;
  if (parent?.kind !== 'list' || parent.flow) return undefined;
  const { lines, text } = document;
  let line = lines.position(item.span.start).line;
  const start = lines.line(line).start;
  if (!/^[ \t]*- +$/.test(text.slice(start, item.span.start))) return undefined;
  const isComment = (at: number): boolean => {
    const { start: from, end } = lines.line(at);
    return /^[ \t]*#/.test(text.slice(from, end));
  };
  while (line > 0 && isComment(line - 1)) line--;
  return { start: lines.line(line).start, end: lineEndBehind(document, item) };
}
