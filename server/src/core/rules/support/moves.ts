/** Moves entries of block lists with the comments that belong to them. */
import type { DocumentState } from '../../project/snapshot.ts';
import { itemLines } from '../../syntax/itemLines.ts';
import { lineEndOf } from '../../syntax/textLines.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';
import type { Edit } from './edits.ts';

/** Puts `item` behind `other` of the same block list; `undefined` where the two do not stand on lines of their own. */
export function moveBehind(
  document: DocumentState,
  item: SyntaxNode,
  other: SyntaxNode,
): readonly Edit[] | undefined {
  const moved = itemLines(document, item);
  const at = itemLines(document, other)?.end;
  if (moved === undefined || at === undefined) return undefined;
  const { text } = document;
  const behind = text.startsWith('\r\n', moved.end) ? moved.end + 2 : moved.end + 1;
  if (behind > text.length) return undefined;
  return [
    { span: { start: moved.start, end: behind }, newText: '' },
    { span: { start: at, end: at }, newText: lineEndOf(document) + text.slice(moved.start, moved.end) },
  ];
}
