/** Writes the entries of a map in another order, each with its comments, and everything between them where it is. */
import type { DocumentState } from '../../project/snapshot.ts';
import { columnOf, endWithComments } from '../../syntax/textLines.ts';
import type { Entry, MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { contains, type Span } from '../../util/span.ts';
import type { Edit } from './edits.ts';

/**
 * The edits that put the entries of a map into an order of the same entries: each place that changes gets the text of the entry that
 * comes there. Blank lines and comments that stand apart stay in their places.
 * @returns `undefined` where what a text says might change with its place, or where a comment would lose what it is about.
 */
export function reorderedEntries(
  document: DocumentState,
  map: MapNode,
  order: readonly Entry[],
): readonly Edit[] | undefined {
  const spans = map.flow ? flowSpans(document, map) : blockSpans(document, map);
  if (spans === undefined) return undefined;
  const { text } = document;
  const edits: Edit[] = [];
  for (const [at, entry] of order.entries()) {
    const place = map.entries[at];
    const span = place && spans.get(place);
    const moved = spans.get(entry);
    if (span === undefined || moved === undefined) return undefined;
    if (place === entry) continue;
    const newText = text.slice(moved.start, moved.end);
    // `- # why` would be a comment on the item, and no longer one on the key.
    if (newText.startsWith('#') && isBehindDash(document, span)) return undefined;
    edits.push({ span, newText });
  }
  return edits;
}

function flowSpans({ tree }: DocumentState, map: MapNode): ReadonlyMap<Entry, Span> | undefined {
  if (tree.comments.some(({ span }) => contains(map.span, span))) return undefined;
  const isWhole = map.entries.every(({ value }) => value !== undefined && value.span.end > value.span.start);
  return isWhole ? new Map(map.entries.map(entry => [entry, entry.span])) : undefined;
}

/** The lines of each entry, without the indentation of the first and the end of the last. */
function blockSpans(document: DocumentState, map: MapNode): ReadonlyMap<Entry, Span> | undefined {
  const { text, lines } = document;
  const [first] = map.entries;
  if (first === undefined) return undefined;
  const column = columnOf(document, first.span.start);
  const spans = new Map<Entry, Span>();
  let behind = 0;
  for (const entry of map.entries) {
    let line = lines.position(entry.span.start).line;
    const before = text.slice(lines.line(line).start, entry.span.start);
    const isAlone = before === ' '.repeat(column);
    if (!isAlone && !(entry === first && /^ *(?:- +)+(?:[&!]\S+ +)*$/.test(before))) return undefined;
    // What stands above the first key of a file is about the file.
    const mayHaveComments = isAlone && (entry !== first || map.parent !== undefined);
    while (mayHaveComments && line > 0 && isCommentAt(document, line - 1, column)) line--;
    const start = isAlone ? lines.line(line).start + column : entry.span.start;
    const end = endWithComments(document, entry, column + 1);
    if (start < behind || mayReadOtherwise(document, entry, end)) return undefined;
    behind = end;
    spans.set(entry, { start, end });
  }
  return spans;
}

function isCommentAt({ text, lines }: DocumentState, line: number, column: number): boolean {
  const { start, end } = lines.line(line);
  return /^( *)#/.exec(text.slice(start, end))?.[1]?.length === column;
}

const isBehindDash = ({ text, lines }: DocumentState, { start }: Span): boolean =>
  /\S/.test(text.slice(lines.line(lines.position(start).line).start, start));

/** Of a text in a block, the line ends behind it may count: where it says so, and at the end of a file that has none there. */
function mayReadOtherwise({ text }: DocumentState, { value }: Entry, end: number): boolean {
  const leaf = lastLeaf(value);
  if (leaf?.kind !== 'scalar' || (leaf.style !== 'literal' && leaf.style !== 'folded')) return false;
  return end >= text.length || /^[|>]\d?\+/.test(text.slice(leaf.span.start, leaf.span.start + 3));
}

function lastLeaf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let at = node;
  for (;;) {
    const next: SyntaxNode | undefined =
      at?.kind === 'map' ? at.entries.at(-1)?.value : at?.kind === 'list' ? at.items.at(-1) : undefined;
    if (next === undefined) return at;
    at = next;
  }
}
