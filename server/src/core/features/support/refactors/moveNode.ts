import { nodeAt } from '../../../model/references.ts';
import type { DocumentState } from '../../../project/snapshot.ts';
import { itemLines } from '../../../syntax/itemLines.ts';
import type { TextEdit } from '../../../syntax/offsetMap.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { listed, named, type Refactor, type RefactorPlace } from './refactor.ts';

/** Changes places of the node at the cursor and of its neighbour in the list, each with its comments. */
export function moveNode({ context: { document }, model, span }: RefactorPlace): readonly Refactor[] {
  const node = nodeAt(model, span.start);
  const place = node && listed(node);
  if (place === undefined) return [];
  const { list, map, at } = place;
  const moves = [
    { way: 'up', edits: swapped(document, list.items[at - 1], map) },
    { way: 'down', edits: swapped(document, map, list.items[at + 1]) },
  ];
  return moves.flatMap(({ way, edits }) =>
    edits === undefined
      ? []
      : [{ title: `Move ${named(place.node)} ${way}`, kind: `refactor.move.${way}`, edits }],
  );
}

/** `undefined` where one is missing or has no place of its own to be taken from. */
function swapped(
  document: DocumentState,
  first: SyntaxNode | undefined,
  second: SyntaxNode | undefined,
): readonly TextEdit[] | undefined {
  if (first === undefined || second === undefined) return undefined;
  const isFlow = first.parent?.kind === 'list' && first.parent.flow;
  if (isFlow && [first, second].some(({ anchor, tag }) => anchor !== undefined || tag !== undefined))
    return undefined;
  const one = isFlow ? first.span : itemLines(document, first);
  const other = isFlow ? second.span : itemLines(document, second);
  if (one === undefined || other === undefined || one.end > other.start) return undefined;
  // Between brackets nobody can tell whose a comment is.
  const list = first.parent?.span;
  if (
    isFlow &&
    document.tree.comments.some(({ span }) => list && span.start > list.start && span.end < list.end)
  )
    return undefined;
  const textOf = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    document.text.slice(start, end);
  return [
    { span: one, newText: textOf(other) },
    { span: other, newText: textOf(one) },
  ];
}
