/** Questions about the way from the document to the cursor. */
import type { ChainModel, ChainNode } from '../../model/chain.ts';
import type { PathStep, SiblingKey } from '../../syntax/cursor.ts';

type KeyStep = Extract<PathStep, { kind: 'key' }>;

/** The innermost key on the path: the one whose value the cursor stands in. */
export const innermostKey = (path: readonly PathStep[]): KeyStep | undefined =>
  path.findLast(step => step.kind === 'key');

/** The keys on the path, the outermost first. */
export const keysOf = (path: readonly PathStep[]): readonly string[] =>
  path.flatMap(step => (step.kind === 'key' ? [step.key] : []));

/** The one-line value of a key beside a step of the path. */
export const scalarBeside = (siblings: readonly SiblingKey[], key: string): string | undefined =>
  siblings.find(each => each.key === key)?.scalar;

/**
 * The nodes that the path goes through, the innermost first: those whose map begins at one of the path's dashes.
 * In a text so broken that the model lost one, it is missing here too.
 */
export function nodesAlong(model: ChainModel, path: readonly PathStep[], text: string): readonly ChainNode[] {
  const starts = new Map(model.nodes.map(node => [node.syntax.span.start, node]));
  return path
    .toReversed()
    .flatMap(step => (step.kind === 'item' ? (starts.get(firstWritten(text, step.span.end)) ?? []) : []));
}

/** The first offset from `from` on that holds no blank, line end or comment. */
function firstWritten(text: string, from: number): number {
  return from + (/^(?:\s|#[^\n\r]*(?=[\n\r]))*/u.exec(text.slice(from, from + 1000))?.[0].length ?? 0);
}
