/** How messages and fixes speak of nodes. */
import type { ChainModel, ChainNode, Word } from '../../model/chain.ts';
import { resolveReference } from '../../model/references.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { contains, type Span } from '../../util/span.ts';
import { quoted } from './words.ts';

const kinds: Readonly<Record<ChainNode['kind'], string>> = {
  step: 'step',
  parallel: 'parallel',
  checkpoint: 'checkpoint',
  decision: 'decision',
  chain: 'sub-chain',
};

/** `step`, `checkpoint`. */
export const kindOf = (node: ChainNode): string => kinds[node.kind];

/** `the step "restore" (line 7)`: people find a node by its line where several are called alike. */
export function nodeWithLine({ lines }: DocumentState, node: ChainNode): string {
  const place = isRepeated(node) ? node.span : node.name.span;
  return `the ${kindOf(node)} ${quoted(node.name.text)} (line ${lines.position(place.start).line + 1})`;
}

/** Whether all of a node stands elsewhere, where an alias repeats it from. */
export const isRepeated = ({ span, syntax }: ChainNode): boolean => span.start !== syntax.span.start;

/** Where a person reads a word of the list behind a key of a node: the word, or the alias that repeats the list, or all of the node. */
export function placeIn(node: ChainNode, key: string, word: Word): Span {
  if (isRepeated(node)) return node.span;
  const value = node.syntax.entries.find(entry => entry.key.text === key)?.value;
  const repeated = value?.kind === 'alias' ? value.target : undefined;
  return value !== undefined && repeated !== undefined && contains(repeated.span, word.span)
    ? value.span
    : word.span;
}

/** The id of a node where a reference may use it as it is. */
export const usableId = (model: ChainModel, node: ChainNode): string | undefined =>
  resolveReference(model, node.id).kind === 'node' ? node.id : undefined;

/** The node itself, or that in a list at the top in which it stands: all that can order it among lanes and routes. */
export function outermost(node: ChainNode): ChainNode {
  const parent = node.list.parentNode;
  return parent === undefined ? node : outermost(parent);
}

/** The line of a place as people count, from 1. */
export const lineOf = ({ lines }: DocumentState, span: Span): number => lines.position(span.start).line + 1;
