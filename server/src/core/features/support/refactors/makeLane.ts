import type { ChainModel, ParallelNode } from '../../../model/chain.ts';
import { slug } from '../../../model/values/identifier.ts';
import type { DocumentState } from '../../../project/snapshot.ts';
import { itemLines } from '../../../syntax/itemLines.ts';
import type { TextEdit } from '../../../syntax/offsetMap.ts';
import { columnOf, endWithComments, lineEndOf } from '../../../syntax/textLines.ts';
import type { ListNode } from '../../../syntax/tree.ts';
import { dashOffset, openedItem, type Wrapping, wrapItemsIn } from '../../../syntax/wrapItems.ts';
import type { Span } from '../../../util/span.ts';
import { writeScalar } from '../../../util/yamlText.ts';
import { chosenNodes } from './chosenNodes.ts';
import { type ChainPlace, isLaneOfItsOwn, type ListedNode, named, type Refactor } from './refactor.ts';

/**
 * Makes a lane with a name of the node at the cursor or of the neighbours that are selected: of a new parallel, or of the one beside them.
 * What is a lane by itself gets a lane around it, and several of them run in one.
 */
export function makeLane({ context: { document }, model, span }: ChainPlace): readonly Refactor[] {
  const chosen = chosenNodes(model, span);
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return [];
  const { flow } = first.list;
  const wrapping: Wrapping = { before: `lane: ${writeScalar(laneName(model, chosen), flow)}`, key: 'steps' };
  const items = { first: first.map, last: last.map };
  if (isLaneOfItsOwn(first)) {
    const title =
      chosen.length === 1
        ? `Give the lane of ${named(first.node)} a name`
        : `Run these ${chosen.length} one after the other in a lane`;
    return offered(title, 'refactor.rewrite', wrapItemsIn(document, first.list, items, [wrapping]));
  }
  if (chosen.length === 1 && first.node.kind === 'parallel') return [];
  const who = chosen.length === 1 ? named(first.node) : `these ${chosen.length}`;
  const inNew = wrapItemsIn(document, first.list, items, [{ key: 'parallel' }, wrapping]);
  return [
    ...offered(`Put ${who} into a lane of a new parallel`, 'refactor.extract', inNew),
    ...(['above', 'below'] as const).flatMap(side => {
      const beside = parallelAt(model, first.list, side === 'above' ? first.at - 1 : last.at + 1);
      if (beside === undefined) return [];
      const edits = movedInto(document, beside, { ...items, list: first.list, wrapping, side });
      return offered(`Put ${who} into a lane of the parallel ${side}`, 'refactor.extract', edits);
    }),
  ];
}

const offered = (
  title: string,
  kind: Refactor['kind'],
  edits: readonly TextEdit[] | undefined,
): readonly Refactor[] => (edits === undefined ? [] : [{ title, kind, edits }]);

/** Characters of a name that is taken from what is said. */
const longestName = 30;

/** The skill where one does all, or what a single node says; else a number that no other lane has. Nothing else in the chain has its slug. */
function laneName(model: ChainModel, chosen: readonly ListedNode[]): string {
  const parts = [...model.nodes, ...model.phases];
  const taken = new Set([
    ...parts.map(({ id }) => id),
    ...parts.flatMap(({ idWord, slug: own }) => (idWord === undefined ? [own] : [])),
    ...model.lanesById.keys(),
    ...model.ambiguousNames.keys(),
  ]);
  const isFree = (name: string): boolean => slug(name) !== '' && !taken.has(slug(name));
  const skills = new Set(chosen.map(({ node }) => (node.kind === 'step' ? node.skill?.text : undefined)));
  const [skill, ...others] = skills;
  const [only, ...more] = chosen;
  const said = only === undefined || more.length > 0 ? undefined : only.node.label;
  for (const name of [others.length === 0 ? skill : undefined, said]) {
    if (name !== undefined && name.length <= longestName && !/[\r\n]/.test(name) && isFree(name)) return name;
  }
  let number = 1;
  while (!isFree(`Lane ${number}`)) number++;
  return `Lane ${number}`;
}

/** The parallel at a place of a list. */
function parallelAt(model: ChainModel, list: ListNode, at: number): ParallelNode | undefined {
  const item = list.items[at];
  return model.nodes.find(
    (node): node is ParallelNode => node.kind === 'parallel' && item !== undefined && node.syntax === item,
  );
}

interface Moved {
  readonly first: ListedNode['map'];
  readonly last: ListedNode['map'];
  readonly list: ListNode;
  readonly wrapping: Wrapping;
  /** Where the parallel stands, seen from the nodes. */
  readonly side: 'above' | 'below';
}

/** Takes lines out of a list and writes them into a lane of a parallel beside it: the last one of that above, the first one of that below. */
function movedInto(
  document: DocumentState,
  parallel: ParallelNode,
  { first, last, list, wrapping, side }: Moved,
): readonly TextEdit[] | undefined {
  const lanes = parallel.syntax.entries.find(({ key }) => key.text === 'parallel')?.value;
  if (lanes?.kind !== 'list' || lanes.flow || list.flow) return undefined;
  const start = itemLines(document, first)?.start;
  const end = itemLines(document, last)?.end;
  const lane = side === 'above' ? lanes.items.at(-1) : lanes.items[0];
  const laneLines = lane && itemLines(document, lane);
  if (start === undefined || end === undefined || lane === undefined || laneLines === undefined)
    return undefined;
  const column = columnOf(document, lanes.span.start);
  const shift = column + 2 + dashOffset(document, lanes) - columnOf(document, list.span.start);
  if (shift <= 0) return undefined;
  const body = shifted(document.text.slice(start, end), shift);
  const written = openedItem(document, column, wrapping) + body;
  const lineEnd = lineEndOf(document);
  if (side === 'below') {
    const at = laneLines.start;
    return [
      { span: withBlanksBehind(document.text, { start, end }), newText: '' },
      { span: { start: at, end: at }, newText: written + lineEnd },
    ];
  }
  const at = endWithComments(document, lane, column + 1);
  const taken = { start: withoutBlanksBefore(document.text, start), end };
  // Where nothing stands between, one edit does both.
  return taken.start <= at
    ? [{ span: { start: at, end }, newText: lineEnd + written }]
    : [
        { span: { start: at, end: at }, newText: lineEnd + written },
        { span: taken, newText: '' },
      ];
}

/** Whole lines further right by some columns. */
const shifted = (lines: string, columns: number): string =>
  lines.replaceAll(/(^|\r\n|[\r\n])(?=[^\r\n])/g, `$1${' '.repeat(columns)}`);

function withoutBlanksBefore(text: string, start: number): number {
  let at = start;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** With the line ends and blank lines behind. */
function withBlanksBehind(text: string, { start, end }: Span): Span {
  const blanks = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(end))?.[0] ?? '';
  return { start, end: end + blanks.length };
}
