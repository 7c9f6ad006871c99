/** Puts nodes behind another one of a list, in the manner in which that list is written. */
import {
  columnOf,
  endWithComments,
  lineEndBehind,
  lineEndOf,
  type SourceText,
} from '../../../syntax/textLines.ts';
import type { ListNode, MapNode, SyntaxNode } from '../../../syntax/tree.ts';
import type { Span } from '../../../util/span.ts';
import { writeScalar } from '../../../util/yamlText.ts';
import { itemStart } from '../treeAt.ts';
import { blockLines, type Condition, flowText, verbatimLines } from './nodeText.ts';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A node that is added. */
export interface Addition {
  readonly node: MapNode;
  /** Those that go with it, without their `#`. */
  readonly comments: readonly string[];
  readonly condition: Condition;
}

/** Where nodes go. */
export interface Place {
  readonly list: ListNode;
  /** The item behind which they go. */
  readonly item: SyntaxNode;
  /** The name of the lane that the item becomes, as it is an entry of a `parallel` by itself; `undefined`: it stays what it is. */
  readonly lane: string | undefined;
}

/**
 * @param verbatim Block maps keep every line as it is; else they are written anew.
 * @returns `undefined`: there is no text for it. Comments are put into block lists only.
 */
export const insertNodes = (
  source: SourceText,
  place: Place,
  additions: readonly Addition[],
  verbatim: boolean,
): readonly Edit[] | undefined =>
  place.list.flow
    ? insertIntoFlow(source, place, additions)
    : insertIntoBlock(source, place, additions, verbatim);

function insertIntoFlow(
  source: SourceText,
  { item, lane }: Place,
  additions: readonly Addition[],
): readonly Edit[] | undefined {
  const texts = additions.map(({ node, condition }) => flowText(node, source, condition));
  if (!texts.every(text => text !== undefined)) return undefined;
  const { start, end } = item.span;
  const at = { start: end, end };
  if (lane !== undefined)
    return [
      { span: { start, end: start }, newText: `{ lane: ${writeScalar(lane, true)}, steps: [` },
      { span: at, newText: `, ${texts.join(', ')}] }` },
    ];
  const { line, character } = source.lines.position(start);
  const before = source.text.slice(source.lines.line(line).start, start);
  const separator = before.trim() === '' ? `,${lineEndOf(source)}${' '.repeat(character)}` : ', ';
  return [{ span: at, newText: texts.map(text => separator + text).join('') }];
}

function insertIntoBlock(
  source: SourceText,
  { list, item, lane }: Place,
  additions: readonly Addition[],
  verbatim: boolean,
): readonly Edit[] | undefined {
  const dash = columnOf(source, list.span.start);
  const step = stepOf(source, list);
  const lead = leadOf(source, item);
  // A lane's steps stand below its key, which stands where the node stood.
  const deeper = lane === undefined ? 0 : lead.length + step;
  const asFlow = item.kind === 'map' && item.flow;
  const written = additions.map(addition => {
    const lines = linesOf(source, addition, { verbatim, asFlow, step });
    return lines && itemLines(lines, addition.comments, ' '.repeat(dash + deeper), lead);
  });
  if (!written.every(lines => lines !== undefined)) return undefined;
  const lineEnd = lineEndOf(source);
  const at = endWithComments(source, item, dash + 1);
  const gap = lane === undefined && isSpaced(source, list, item) ? lineEnd : '';
  const inserted = {
    span: { start: at, end: at },
    newText: written.map(lines => gap + lineEnd + lines.join(lineEnd)).join(''),
  };
  if (lane === undefined) return [inserted];
  return [...asLane(source, { item, lane, dash, lead, step, end: at }), inserted];
}

/** The lines of one node, without its dash. */
function linesOf(
  source: SourceText,
  { node, condition }: Addition,
  { verbatim, asFlow, step }: { readonly verbatim: boolean; readonly asFlow: boolean; readonly step: number },
): readonly string[] | undefined {
  if (!node.flow && verbatim && !isMarked(node)) return verbatimLines(source, node, condition);
  if (!node.flow || !asFlow) return blockLines(node, source, step, condition);
  const text = flowText(node, source, condition);
  return text === undefined ? undefined : [text];
}

const isMarked = ({ anchor, tag }: MapNode): boolean => anchor !== undefined || tag !== undefined;

/** A node's lines as an item of a block list, its comments above it. */
function itemLines(
  lines: readonly string[],
  comments: readonly string[],
  indent: string,
  lead: string,
): readonly string[] {
  const below = indent + ' '.repeat(lead.length);
  return [
    ...comments.map(comment => `${indent}#${comment}`),
    ...lines.map((line, at) => (at === 0 ? indent + lead + line : line === '' ? '' : below + line)),
  ];
}

/** The dash of an item and the blanks behind it. */
function leadOf({ text }: SourceText, item: SyntaxNode): string {
  const lead = text.slice(itemStart(item, text), item.span.start);
  return /^- +$/.test(lead) ? lead : '- ';
}

/** Columns that a list stands in below its key. */
function stepOf(source: SourceText, list: ListNode): number {
  const key = list.parent?.kind === 'entry' ? list.parent.key : undefined;
  if (key === undefined) return 2;
  return Math.max(0, columnOf(source, list.span.start) - columnOf(source, key.span.start));
}

/** Whether a blank line stands between an item and its neighbour. */
function isSpaced(source: SourceText, { items }: ListNode, item: SyntaxNode): boolean {
  const at = items.indexOf(item);
  const [one, other] = at + 1 < items.length ? [item, items[at + 1]] : [items[at - 1], item];
  if (one === undefined || other === undefined) return false;
  const { lines, text } = source;
  const last = lines.position(other.span.start).line;
  for (let line = lines.position(lineEndBehind(source, one)).line + 1; line < last; line++) {
    const { start, end } = lines.line(line);
    if (text.slice(start, end).trim() === '') return true;
  }
  return false;
}

/** Makes an item the first step of a lane: what stands in it moves to the right. */
function asLane(
  source: SourceText,
  {
    item,
    lane,
    dash,
    lead,
    step,
    end,
  }: {
    readonly item: SyntaxNode;
    readonly lane: string;
    readonly dash: number;
    readonly lead: string;
    readonly step: number;
    /** The end of its last line. */
    readonly end: number;
  },
): readonly Edit[] {
  const { lines, text } = source;
  const lineEnd = lineEndOf(source);
  const keys = ' '.repeat(dash + lead.length);
  const steps = keys + ' '.repeat(step);
  const start = itemStart(item, text);
  const opened = {
    span: { start, end: start },
    newText: `${lead}lane: ${writeScalar(lane, false)}${lineEnd}${keys}steps:${lineEnd}${steps}`,
  };
  const moved: Edit[] = [];
  const last = lines.position(end).line;
  for (let line = lines.position(start).line + 1; line <= last; line++) {
    const { start: at, end: until } = lines.line(line);
    if (text.slice(at, until).trim() !== '')
      moved.push({ span: { start: at, end: at }, newText: ' '.repeat(lead.length + step) });
  }
  return [opened, ...moved];
}
