/**
 * Edits of maps that keep the rest of the text as it is: indentation, flow style, line ends and comments.
 * Each gives edits, or `undefined` where no safe one exists.
 */
import type { DocumentState } from '../../project/snapshot.ts';
import { itemLines } from '../../syntax/itemLines.ts';
import { columnOf, lineEndBehind, lineEndOf } from '../../syntax/textLines.ts';
import type { Entry, ListNode, MapNode, SyntaxNode } from '../../syntax/tree.ts';
import type { Span } from '../../util/span.ts';
import { isBlock } from './placeholders.ts';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Adds `key: value` to a map. `value` may be a block value, not indented, that is put on its own lines below the key;
 * it is refused in a flow map. `behind`: the keys that should stand before it.
 */
export function addKey(
  document: DocumentState,
  map: MapNode,
  key: string,
  value: string,
  behind: readonly string[],
): readonly Edit[] | undefined {
  const previous = map.entries.findLast(entry => behind.includes(entry.key.text));
  return map.flow ? addToFlow(document, map, key, value) : addToBlock(document, map, key, value, previous);
}

function addToFlow(
  document: DocumentState,
  map: MapNode,
  key: string,
  value: string,
): readonly Edit[] | undefined {
  if (isBlock(value) || document.text[map.span.end - 1] !== '}') return undefined;
  const last = map.entries.at(-1);
  if (last === undefined) return [{ span: map.span, newText: `{ ${key}: ${value} }` }];
  const end = last.span.end;
  // `{ do: }`: without a blank behind its colon the comma would become part of the value.
  return [{ span: { start: end, end }, newText: `, ${key}: ${value}` }];
}

function addToBlock(
  document: DocumentState,
  map: MapNode,
  key: string,
  value: string,
  previous: Entry | undefined,
): readonly Edit[] | undefined {
  const [first] = map.entries;
  if (first === undefined) return undefined;
  const column = columnOf(document, first.span.start);
  const lineEnd = lineEndOf(document);
  const indent = ' '.repeat(column);
  const written = writtenEntry(key, value, indent, lineEnd);
  if (previous === undefined) {
    const at = first.span.start;
    return [{ span: { start: at, end: at }, newText: written + lineEnd + indent }];
  }
  const at = lineEndBehind(document, previous);
  return [{ span: { start: at, end: at }, newText: lineEnd + indent + written }];
}

/** `key: value`, or the key with its block value below it; the first line not indented. */
export function writtenEntry(key: string, value: string, indent: string, lineEnd: string): string {
  if (!isBlock(value)) return `${key}: ${value}`;
  const lines = value.split('\n');
  return [`${key}:`, ...lines.map(line => `${indent}  ${line}`)].join(lineEnd);
}

/** Takes an entry out of its map, with its line; `undefined` where it is the map's only one, or a comment would go with it. */
export function removeEntry(document: DocumentState, entry: Entry): readonly Edit[] | undefined {
  const { entries, flow } = entry.parent;
  const at = entries.indexOf(entry);
  const previous = entries[at - 1];
  const next = entries[at + 1];
  if (previous === undefined && next === undefined) return undefined;
  if (flow) {
    const span =
      previous === undefined
        ? { start: entry.span.start, end: next?.span.start ?? entry.span.end }
        : { start: previous.span.end, end: entry.span.end };
    return isFreeOfComments(document, span, entry) ? [{ span, newText: '' }] : undefined;
  }
  if (previous === undefined && next !== undefined) {
    const span = { start: entry.span.start, end: next.span.start };
    return isFreeOfComments(document, span, entry) ? [{ span, newText: '' }] : undefined;
  }
  const line = document.lines.position(entry.span.start).line;
  const start = line === 0 ? 0 : document.lines.line(line - 1).end;
  return [{ span: { start, end: lineEndBehind(document, entry) }, newText: '' }];
}

/** Whether a span that is to go holds no comment besides those inside the entry itself. */
const isFreeOfComments = ({ tree }: DocumentState, span: Span, entry: Entry): boolean =>
  !tree.comments.some(
    comment =>
      comment.span.start >= span.start &&
      comment.span.end <= span.end &&
      comment.span.start >= entry.span.end,
  );

/** Writes another key over an entry's key. */
export const renameKey = (entry: Entry, key: string): readonly Edit[] => [
  { span: entry.key.span, newText: key },
];

/** Adds an entry to the end of a list, written as one flow value (`{ otherwise: next }`) or as a one-line block value. */
export function addItem(
  document: DocumentState,
  list: ListNode,
  value: { readonly block: string; readonly flow: string },
): readonly Edit[] | undefined {
  const last = list.items.at(-1);
  if (last === undefined) return undefined;
  if (list.flow) {
    const at = last.span.end;
    return [{ span: { start: at, end: at }, newText: `, ${value.flow}` }];
  }
  // A block list begins at its first dash.
  const indent = ' '.repeat(columnOf(document, list.span.start));
  const at = lineEndBehind(document, last);
  return [{ span: { start: at, end: at }, newText: `${lineEndOf(document)}${indent}- ${value.block}` }];
}

/**
 * Takes one of several texts out of a list, with its line in a block list, or the entry whose only value it is. `undefined` where a comment would
 * go with it, and where an alias may repeat what it is a part of: what is too much in one place need not be so in the other.
 */
export function removeItem(document: DocumentState, item: SyntaxNode): readonly Edit[] | undefined {
  const { parent } = item;
  if (isAnchored(item)) return undefined;
  if (parent?.kind === 'entry') return removeEntry(document, parent);
  if (parent === undefined) return undefined;
  if (parent.items.length === 1) {
    return parent.parent?.kind === 'entry' ? removeEntry(document, parent.parent) : undefined;
  }
  if (!parent.flow) return removeLines(document, item);
  const at = parent.items.indexOf(item);
  const previous = parent.items[at - 1];
  const next = parent.items[at + 1];
  const span =
    previous === undefined
      ? { start: item.span.start, end: next?.span.start ?? item.span.end }
      : { start: previous.span.end, end: item.span.end };
  return [{ span, newText: '' }];
}

/** Whether a node, or one that it is a part of, has a name by which aliases repeat it. */
function isAnchored(node: SyntaxNode): boolean {
  if (node.anchor !== undefined) return true;
  const { parent } = node;
  if (parent === undefined) return false;
  return isAnchored(parent.kind === 'entry' ? parent.parent : parent);
}

function removeLines(document: DocumentState, item: SyntaxNode): readonly Edit[] | undefined {
  const lines = itemLines(document, item);
  if (lines === undefined) return undefined;
  const { text, tree } = document;
  const isCommented = tree.comments.some(({ span }) => span.start >= lines.start && span.end <= lines.end);
  if (isCommented) return undefined;
  // The last line of a text may have no end of its own.
  const end = text.startsWith('\r\n', lines.end) ? lines.end + 2 : lines.end + 1;
  return end <= text.length
    ? [{ span: { start: lines.start, end }, newText: '' }]
    : [
        {
          span: { start: Math.max(0, lines.start - lineEndOf(document).length), end: lines.end },
          newText: '',
        },
      ];
}
