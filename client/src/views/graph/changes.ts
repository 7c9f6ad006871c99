/**
 * What of a drawing's message differs from the one before: of a large graph most edits change a node or two, and the rest need not be sent
 * to the page, nor read and checked there.
 */
import { areEqual } from './areEqual.ts';
import type { ChangeMessage, ShowMessage, Splice } from './messages.ts';

/**
 * What leads from one message to the next.
 * @param before What the page was last told of the same chain; `undefined`: nothing.
 * @returns `undefined`: one of them has no graph, and the next is told whole.
 */
export function changeOf(before: ShowMessage | undefined, after: ShowMessage): ChangeMessage | undefined {
  if (before === undefined || before.graph === null || after.graph === null) return undefined;
  const { nodes, edges, ...about } = after.graph;
  const { graph: _graph, type: _type, number, ...told } = after;
  return {
    ...told,
    type: 'change',
    since: before.number,
    number,
    about,
    nodes: spliceOf(before.graph.nodes, nodes),
    edges: spliceOf(before.graph.edges, edges),
  };
}

/** Whether two messages draw the same, whatever their texts' versions. */
export const drawTheSame = (
  { version: _version, number: _number, ...one }: ShowMessage,
  { version: _later, number: _next, ...other }: ShowMessage,
): boolean => areEqual(one, other);

/**
 * The message that a change leads to; what did not change is the same by identity.
 * @param before What the page was last told; `undefined`: nothing.
 * @returns `undefined`: the change is one of another message, so that something was lost.
 */
export function changed(before: ShowMessage | undefined, change: ChangeMessage): ShowMessage | undefined {
  const { type: _type, since, about, nodes, edges, ...told } = change;
  if (before === undefined || before.graph === null) return undefined;
  if (before.uri !== change.uri || before.number !== since) return undefined;
  const graph = {
    ...about,
    nodes: spliced(before.graph.nodes, nodes),
    edges: spliced(before.graph.edges, edges),
  };
  return { ...told, type: 'show', graph };
}

/** What lies between the equal beginning of two lists and their equal end. */
function spliceOf<Each>(before: readonly Each[], after: readonly Each[]): Splice<Each> {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && areEqual(before[at], after[at])) at++;
  let end = 0;
  while (end < most - at && areEqual(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
  return { at, removed: before.length - end - at, added: after.slice(at, after.length - end) };
}

const isNone = ({ removed, added }: Splice<unknown>): boolean => removed === 0 && added.length === 0;

const spliced = <Each>(list: readonly Each[], splice: Splice<Each>): readonly Each[] =>
  isNone(splice)
    ? list
    : [...list.slice(0, splice.at), ...splice.added, ...list.slice(splice.at + splice.removed)];
