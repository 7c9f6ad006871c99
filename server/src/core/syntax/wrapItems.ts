/** Puts neighbours of a list into a list of their own, under a key of a map that takes their place. */
import type { Span } from '../util/span.ts';
import { itemLines } from './itemLines.ts';
import type { TextEdit } from './offsetMap.ts';
import { columnOf, lineEndOf, type SourceText } from './textLines.ts';
import type { ListNode, SyntaxNode } from './tree.ts';

/**
 * The edits that make one item `key: [first, …, last]` of the items from `first` to `last`, in the style of the list: comments and
 * all else stay as they are, further right in a block list.
 * @returns In text order and apart from each other; `undefined` where the items do not stand on lines of their own.
 */
export const wrapItems = (
  source: SourceText,
  list: ListNode,
  { first, last, key }: { readonly first: SyntaxNode; readonly last: SyntaxNode; readonly key: string },
): readonly TextEdit[] | undefined =>
  list.flow
    ? aroundFlow({ start: first.span.start, end: last.span.end }, key)
    : aroundLines(source, list, { first, last, key });

const aroundFlow = ({ start, end }: Span, key: string): readonly TextEdit[] => [
  { span: { start, end: start }, newText: `{ ${key}: [` },
  { span: { start: end, end }, newText: '] }' },
];

/** A line for the key above the first, and all lines moved to the right below it. */
function aroundLines(
  source: SourceText,
  list: ListNode,
  { first, last, key }: { readonly first: SyntaxNode; readonly last: SyntaxNode; readonly key: string },
): readonly TextEdit[] | undefined {
  const start = itemLines(source, first)?.start;
  const end = itemLines(source, last)?.end;
  if (start === undefined || end === undefined) return undefined;
  const { lines } = source;
  const dash = columnOf(source, list.span.start);
  const holder = list.parent?.kind === 'entry' ? columnOf(source, list.parent.key.span.start) : dash - 2;
  const indent = ' '.repeat(2 + Math.max(0, dash - holder));
  const opened = `${' '.repeat(dash)}- ${key}:${lineEndOf(source)}`;
  const edits: TextEdit[] = [{ span: { start, end: start }, newText: opened + indent }];
  for (let line = lines.position(start).line + 1; line <= lines.position(end).line; line++) {
    const { start: at, end: until } = lines.line(line);
    if (until > at) edits.push({ span: { start: at, end: at }, newText: indent });
  }
  return edits;
}
