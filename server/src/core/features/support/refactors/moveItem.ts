import type { DocumentState } from '../../../project/snapshot.ts';
import { itemLines } from '../../../syntax/itemLines.ts';
import type { TextEdit } from '../../../syntax/offsetMap.ts';
import { entryOf, textOf } from '../../../syntax/path.ts';
import type { ListNode, SyntaxNode } from '../../../syntax/tree.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { pathAt } from '../treeAt.ts';
import { named, quoted, type Refactor, type RefactorPlace } from './refactor.ts';

/** Keys of lists whose order says something. */
const orderedLists: ReadonlySet<string> = new Set([
  'steps',
  'phases',
  'parallel',
  'routes',
  'otherwise',
  'add',
]);

/**
 * Changes places of what the cursor stands in, or of the neighbours that are selected, and of what stands before or behind it in the list, each
 * with its comments: nodes, lanes, routes and phases, also those of a suite.
 */
export function moveItem({ context, span }: RefactorPlace): readonly Refactor[] {
  const { document } = context;
  const chosen = chosenItems(context, span);
  if (chosen === undefined) return [];
  const { list, from, until } = chosen;
  const items = list.items.slice(from, until + 1);
  const [only, ...others] = items;
  if (only === undefined || items.some(isLastRoute)) return [];
  const what = others.length === 0 ? nameOf(context, only) : `these ${items.length}`;
  const moves = [
    { way: 'up', edits: swapped(document, list, { first: [list.items[from - 1]], second: items }) },
    { way: 'down', edits: swapped(document, list, { first: items, second: [list.items[until + 1]] }) },
  ] as const;
  return moves.flatMap(({ way, edits }) =>
    edits === undefined
      ? []
      : [{ title: `Move ${what} ${way}`, kind: `refactor.move.${way}` as const, edits }],
  );
}

interface ChosenItems {
  readonly list: ListNode;
  /** Places in the list, from 0, both included. */
  readonly from: number;
  readonly until: number;
}

/** The items of the innermost ordered list that hold both ends of a selection. */
function chosenItems({ document }: FeatureContext, span: Span): ChosenItems | undefined {
  const from = itemsAround(document, span.start);
  // What ends where a selection ends is in it, and what begins there is not.
  const until = span.start === span.end ? from : itemsAround(document, span.end - 1);
  for (const { list, at } of from) {
    const other = until.find(each => each.list === list);
    if (other !== undefined) return { list, from: at, until: other.at };
  }
  return undefined;
}

/** The items that an offset stands in, of lists whose order says something, from the inside. */
function itemsAround({ tree, shape }: DocumentState, offset: number) {
  const path = pathAt(tree, offset);
  return path
    .flatMap((part, depth) => {
      const item = path[depth + 1];
      if (part.kind !== 'list' || item === undefined || item.kind === 'entry') return [];
      const { parent } = part;
      if (parent?.kind !== 'entry' || !orderedLists.has(parent.key.text) || !shape.keys.has(parent))
        return [];
      const at = part.items.indexOf(item);
      return at < 0 ? [] : [{ list: part, at }];
    })
    .toReversed();
}

/** What is done where no route is taken stands behind all of them. */
const isLastRoute = (item: SyntaxNode | undefined): boolean =>
  item?.kind === 'map' &&
  item.parent?.kind === 'list' &&
  item.parent.parent?.kind === 'entry' &&
  item.parent.parent.key.text === 'routes' &&
  entryOf(item, 'otherwise') !== undefined;

function nameOf({ document: { model } }: FeatureContext, item: SyntaxNode): string {
  const nodes =
    model?.kind === 'chain' ? [...model.nodes, ...model.variations.flatMap(each => each.nodes)] : [];
  const node = nodes.find(({ syntax }) => syntax === item);
  if (node !== undefined) return named(node);
  if (item.kind !== 'map') return 'this';
  for (const [key, what] of [
    ['phase', 'the phase'],
    ['lane', 'the lane'],
    ['when', 'the route'],
  ] as const) {
    const text = textOf(entryOf(item, key)?.value);
    if (text !== undefined && text !== '') return `${what} ${quoted(text)}`;
  }
  return 'this';
}

type Neighbours = readonly (SyntaxNode | undefined)[];

/** `undefined` where one is missing or has no place of its own to be taken from. */
function swapped(
  document: DocumentState,
  list: ListNode,
  { first, second }: { readonly first: Neighbours; readonly second: Neighbours },
): readonly TextEdit[] | undefined {
  const [one, other] = [extentOf(document, list, first), extentOf(document, list, second)];
  if (one === undefined || other === undefined || one.end > other.start) return undefined;
  if ([...first, ...second].some(isLastRoute)) return undefined;
  const textOfSpan = ({ start, end }: Span): string => document.text.slice(start, end);
  return [
    { span: one, newText: textOfSpan(other) },
    { span: other, newText: textOfSpan(one) },
  ];
}

/** From the first to the last of some neighbours, comments included. */
function extentOf(document: DocumentState, list: ListNode, items: Neighbours): Span | undefined {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (!list.flow) {
    const start = itemLines(document, first)?.start;
    const end = itemLines(document, last)?.end;
    return start === undefined || end === undefined ? undefined : { start, end };
  }
  if (items.some(item => item?.anchor !== undefined || item?.tag !== undefined)) return undefined;
  // Between brackets nobody can tell whose a comment is.
  const isInList = ({ start, end }: Span): boolean => start > list.span.start && end < list.span.end;
  if (document.tree.comments.some(({ span }) => isInList(span))) return undefined;
  return { start: first.span.start, end: last.span.end };
}
