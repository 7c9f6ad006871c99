/** Puts neighbours of a list into a list of their own, under a key of a map that takes their place. */
import type { Span } from '../util/span.ts';
import { itemLines } from './itemLines.ts';
import type { TextEdit } from './offsetMap.ts';
import { columnOf, lineEndOf, type SourceText } from './textLines.ts';
import type { ListNode, SyntaxNode } from './tree.ts';

/** What takes the place of the items: a map whose last key holds them as a list. */
export interface Wrapping {
  /** Written before that key, as `lane: Legal`, on a line or before a comma. */
  readonly before?: string;
  readonly key: string;
}

interface Items {
  readonly first: SyntaxNode;
  readonly last: SyntaxNode;
}

/**
 * The edits that make one item `key: [first, …, last]` of the items from `first` to `last`, in the style of the list: comments and
 * all else stay as they are, further right in a block list. Of several wrappings each holds the next.
 * @returns In text order and apart from each other; `undefined` where the items do not stand on lines of their own.
 */
export const wrapItemsIn = (
  source: SourceText,
  list: ListNode,
  items: Items,
  wrappings: readonly Wrapping[],
): readonly TextEdit[] | undefined =>
  list.flow
    ? aroundFlow({ start: items.first.span.start, end: items.last.span.end }, wrappings)
    : aroundLines(source, list, items, wrappings);

/** The same with one wrapping, which has a key alone. */
export const wrapItems = (
  source: SourceText,
  list: ListNode,
  { first, last, key }: Items & { readonly key: string },
): readonly TextEdit[] | undefined => wrapItemsIn(source, list, { first, last }, [{ key }]);

const aroundFlow = ({ start, end }: Span, wrappings: readonly Wrapping[]): readonly TextEdit[] => {
  const opened = wrappings.map(
    ({ before, key }) => `{ ${before === undefined ? '' : `${before}, `}${key}: [`,
  );
  return [
    { span: { start, end: start }, newText: opened.join('') },
    { span: { start: end, end }, newText: '] }'.repeat(wrappings.length) },
  ];
};

/** Lines for the keys above the first, and all lines moved to the right below them. */
function aroundLines(
  source: SourceText,
  list: ListNode,
  { first, last }: Items,
  wrappings: readonly Wrapping[],
): readonly TextEdit[] | undefined {
  const start = itemLines(source, first)?.start;
  const end = itemLines(source, last)?.end;
  if (start === undefined || end === undefined) return undefined;
  const { lines } = source;
  const dash = columnOf(source, list.span.start);
  const step = 2 + dashOffset(source, list);
  const opened = wrappings.map((wrapping, depth) => openedItem(source, dash + depth * step, wrapping));
  const indent = ' '.repeat(step * wrappings.length);
  const edits: TextEdit[] = [{ span: { start, end: start }, newText: opened.join('') + indent }];
  for (let line = lines.position(start).line + 1; line <= lines.position(end).line; line++) {
    const { start: at, end: until } = lines.line(line);
    if (until > at) edits.push({ span: { start: at, end: at }, newText: indent });
  }
  return edits;
}

/** How far right of the key that holds it a block list begins. */
export function dashOffset(source: SourceText, list: ListNode): number {
  const dash = columnOf(source, list.span.start);
  return list.parent?.kind === 'entry' ? Math.max(0, dash - columnOf(source, list.parent.key.span.start)) : 2;
}

/** The lines of an item at a column up to the list that its last key holds. */
export function openedItem(source: SourceText, column: number, { before, key }: Wrapping): string {
  const keys = [...(before === undefined ? [] : [before]), `${key}:`];
  const lead = ' '.repeat(column);
  return keys.map((each, at) => `${lead}${at === 0 ? '- ' : '  '}${each}${lineEndOf(source)}`).join('');
}
