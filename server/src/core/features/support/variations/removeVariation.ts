/** Takes a variation out of its chain, with its lines, and says which comments would go with it. */
import { columnOf, endWithComments, lineEndOf, type SourceText } from '../../../syntax/textLines.ts';
import type { Entry, ListNode, SyntaxNode, SyntaxTree } from '../../../syntax/tree.ts';
import { contains, type Span } from '../../../util/span.ts';
import { itemStart } from '../treeAt.ts';
import type { Edit } from './insertNodes.ts';

export type Source = SourceText & { readonly tree: SyntaxTree };

export type Comment = SyntaxTree['comments'][number];

export interface Removal {
  readonly edit: Edit;
  /** The comments in what is removed, in text order. */
  readonly comments: readonly Comment[];
  /** Where lines are removed, the column at which others may stand in their place; `undefined`: it is a part of a line. */
  readonly column: number | undefined;
}

/**
 * Removes an entry of the list of variations, and that list's key where it is the only one.
 * @returns `undefined` where it does not stand in a list behind its key.
 */
export function removeVariation(source: Source, variation: SyntaxNode): Removal | undefined {
  const list = variation.parent;
  if (list?.kind !== 'list' || list.parent?.kind !== 'entry') return undefined;
  const key = list.parent;
  if (list.items.length > 1) {
    if (list.flow) return partRemoval(source, inFlow(list.items, variation));
    const span = itemLines(source, variation, list);
    return { ...partRemoval(source, span), column: columnOf(source, list.span.start) };
  }
  return key.parent.flow
    ? partRemoval(source, inFlow(key.parent.entries, key))
    : keyRemoval(source, key, list);
}

const partRemoval = ({ tree }: Source, span: Span): Removal => ({
  edit: { span, newText: '' },
  comments: tree.comments.filter(comment => contains(span, comment.span)),
  column: undefined,
});

/** A part between brackets, with the comma before or behind it. */
function inFlow(parts: readonly (SyntaxNode | Entry)[], part: SyntaxNode | Entry): Span {
  const at = parts.indexOf(part);
  const [previous, next] = [parts[at - 1], parts[at + 1]];
  if (previous !== undefined) return { start: previous.span.end, end: part.span.end };
  return { start: part.span.start, end: next?.span.start ?? part.span.end };
}

/** The lines of an item, with the comments directly above it. */
function itemLines(source: Source, item: SyntaxNode, list: ListNode): Span {
  const { lines, text } = source;
  let first = lines.position(itemStart(item, text)).line;
  while (first > 0 && /^[ \t]*#/.test(lineAt(source, first - 1))) first--;
  const last = lines.position(endWithComments(source, item, columnOf(source, list.span.start) + 1)).line;
  return withBlanks(source, first, last, list.items[0] === item);
}

/** The lines of the key; a comment behind the key itself stays. */
function keyRemoval(source: Source, key: Entry, list: ListNode): Removal {
  const { lines, tree } = source;
  const indent = columnOf(source, key.span.start);
  const first = lines.position(key.span.start).line;
  const last = lines.position(endWithComments(source, list, indent + 1)).line;
  const kept = tree.comments.filter(
    ({ span }) => first < last && lines.position(span.start).line === first && span.end <= list.span.start,
  );
  const newText = kept.map(({ text }) => `${' '.repeat(indent)}#${text}${lineEndOf(source)}`).join('');
  const span = withBlanks(source, first, last, first === 0);
  const { comments } = partRemoval(source, span);
  return {
    edit: { span, newText },
    comments: comments.filter(comment => !kept.includes(comment)),
    column: indent,
  };
}

/**
 * Whole lines, the last with its end, and the blank lines on one side where both sides have some: what is left is spaced as before.
 * @param isFirst Nothing that blank lines would set it apart from stands before it.
 */
function withBlanks(source: Source, first: number, last: number, isFirst: boolean): Span {
  const { lines, text } = source;
  const isBlank = (line: number): boolean => lineAt(source, line).trim() === '';
  let [from, until] = [first, last + 1];
  const isLast = until >= lines.lineCount || text.slice(lines.line(until).start).trim() === '';
  if (from > 0 && isBlank(from - 1) && (isLast || isBlank(until)))
    while (from > 0 && isBlank(from - 1)) from--;
  else if (isFirst && !isLast) while (isBlank(until)) until++;
  return {
    start: lines.line(from).start,
    end: until < lines.lineCount ? lines.line(until).start : text.length,
  };
}

function lineAt({ lines, text }: SourceText, line: number): string {
  const { start, end } = lines.line(line);
  return text.slice(start, end);
}
