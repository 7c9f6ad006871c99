/** What a text names in a chain: a node, a phase or a lane. */
import type { Span } from '../util/span.ts';
import type { ChainModel, ChainNode, Lane, Phase } from './chain.ts';

export type Reference =
  | { readonly kind: 'node'; readonly node: ChainNode }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'lane'; readonly lane: Lane }
  /** Nothing has that id, but the words of these nodes, phases or lanes would make it, if only one were called so. */
  | { readonly kind: 'ambiguous'; readonly spans: readonly Span[] }
  | { readonly kind: 'unknown' };

/** Resolves the id of a node, phase or lane as written in `after`, `insert-after`, `from`, `before` and jumps. */
export function resolveReference(model: ChainModel, text: string): Reference {
  const node = model.nodesById.get(text);
  if (node !== undefined && !node.ambiguous) return { kind: 'node', node };
  const phase = model.phasesById.get(text);
  if (phase !== undefined && !phase.ambiguous) return { kind: 'phase', phase };
  const lane = model.lanesById.get(text);
  if (lane !== undefined && !lane.ambiguous) return { kind: 'lane', lane };
  const spans = model.ambiguousNames.get(text);
  return spans === undefined ? { kind: 'unknown' } : { kind: 'ambiguous', spans };
}

/** Whether a node has an entry of its own, be that an alias, and is not a part of what an alias repeats. */
export const hasEntry = ({ span, repeatedAt = span }: ChainNode): boolean => repeatedAt.start === span.start;

/** The innermost node whose list entry holds an offset, both ends included; `undefined` outside all nodes. */
export function nodeAt(model: ChainModel, offset: number): ChainNode | undefined {
  // Nodes stand in text order and outer ones before what is in them, so the last that holds the offset is the innermost.
  return model.nodes.findLast(node => hasEntry(node) && node.span.start <= offset && offset <= node.span.end);
}
