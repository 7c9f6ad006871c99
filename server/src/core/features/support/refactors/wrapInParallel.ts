import type { ChainModel, ChainNode } from '../../../model/chain.ts';
import { nodeAt } from '../../../model/references.ts';
import { itemLines } from '../../../syntax/itemLines.ts';
import type { TextEdit } from '../../../syntax/offsetMap.ts';
import { columnOf, lineEndOf, type SourceText } from '../../../syntax/textLines.ts';
import type { ListNode, SyntaxNode } from '../../../syntax/tree.ts';
import type { Span } from '../../../util/span.ts';
import { type ListedNode, listed, named, type Refactor, type RefactorPlace } from './refactor.ts';

/** Lets the node at the cursor, or the neighbours that are selected, run at once: each becomes a lane of a `parallel`. */
export function wrapInParallel({ context: { document }, model, span }: RefactorPlace): readonly Refactor[] {
  const chosen = chosenNodes(model, span);
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return [];
  if (chosen.length === 1 && first.node.kind === 'parallel') return [];
  // What stands in a parallel by itself is a lane already.
  if (first.list.parent?.kind === 'entry' && first.list.parent.key.text === 'parallel') return [];
  const edits = first.list.flow
    ? aroundFlow(first.map.span.start, last.map.span.end)
    : aroundLines(document, first.list, first.map, last.map);
  if (edits === undefined) return [];
  const title =
    chosen.length === 1
      ? `Wrap ${named(first.node)} in a parallel`
      : `Run these ${chosen.length} at once in a parallel`;
  return [{ title, kind: 'refactor.rewrite', edits }];
}

/** The nodes of the innermost list that holds all of a selection, from the first that it touches to the last. */
function chosenNodes(model: ChainModel, { start, end }: Span): readonly ListedNode[] {
  const from = waysUp(nodeAt(model, start));
  if (start === end) return from.slice(0, 1);
  const until = waysUp(
    model.nodes.findLast(({ span }) => span.start < end && end <= span.end) ?? nodeAt(model, end),
  );
  for (const one of from) {
    const other = until.find(({ list }) => list === one.list);
    if (other === undefined) continue;
    const own = new Map(model.nodes.flatMap(node => listed(node) ?? []).map(each => [each.map, each]));
    const between = one.list.items.slice(Math.min(one.at, other.at), Math.max(one.at, other.at) + 1);
    const nodes = between.flatMap(item => (item.kind === 'map' ? (own.get(item) ?? []) : []));
    return nodes.length === between.length ? nodes : [];
  }
  return [];
}

/** A node and those around it, from the inside. */
function waysUp(node: ChainNode | undefined): readonly ListedNode[] {
  const found: ListedNode[] = [];
  for (let at = node; at !== undefined; at = at.list.parentNode) {
    const place = listed(at);
    if (place !== undefined) found.push(place);
  }
  return found;
}

const aroundFlow = (start: number, end: number): readonly TextEdit[] => [
  { span: { start, end: start }, newText: '{ parallel: [' },
  { span: { start: end, end }, newText: '] }' },
];

/** A line for the parallel above the first, and all lines moved to the right below it. */
function aroundLines(
  source: SourceText,
  list: ListNode,
  first: SyntaxNode,
  last: SyntaxNode,
): readonly TextEdit[] | undefined {
  const start = itemLines(source, first)?.start;
  const end = itemLines(source, last)?.end;
  if (start === undefined || end === undefined) return undefined;
  const { lines } = source;
  const dash = columnOf(source, list.span.start);
  const key = list.parent?.kind === 'entry' ? columnOf(source, list.parent.key.span.start) : dash - 2;
  const indent = ' '.repeat(2 + Math.max(0, dash - key));
  const opened = `${' '.repeat(dash)}- parallel:${lineEndOf(source)}`;
  const edits: TextEdit[] = [{ span: { start, end: start }, newText: opened + indent }];
  for (let line = lines.position(start).line + 1; line <= lines.position(end).line; line++) {
    const { start: at, end: until } = lines.line(line);
    if (until > at) edits.push({ span: { start: at, end: at }, newText: indent });
  }
  return edits;
}
