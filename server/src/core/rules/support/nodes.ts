/** How messages and fixes speak of nodes. */
import type { ChainModel, ChainNode, Word } from '../../model/chain.ts';
import { resolveReference } from '../../model/references.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { childrenOf, entryOf } from '../../syntax/path.ts';
import type { MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { contains, type Span } from '../../util/span.ts';
import type { Finding } from '../rule.ts';
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
  const place = node.repeatedAt ?? node.name.span;
  return `the ${kindOf(node)} ${quoted(node.name.text)} (line ${lines.position(place.start).line + 1})`;
}

/** Something with keys: a node, a handoff, a phase, or all of a document. */
interface Holder {
  readonly syntax: MapNode;
  /** Of an item that is an alias the alias. */
  readonly span?: Span;
  readonly repeatedAt?: Span;
}

/**
 * Where a person reads a word below a key: at the word itself; or at the alias that repeats the word, a part around it, or all of
 * what holds the key.
 */
export function placeIn(
  { syntax, span = syntax.span, repeatedAt }: Holder,
  key: string,
  word: Pick<Word, 'span'>,
): Pick<Finding, 'span' | 'repeats'> {
  const value = entryOf(syntax, key)?.value;
  const around = span.start === syntax.span.start ? undefined : span;
  const alias = repeatedAt ?? around ?? (value && aliasFor(value, word.span));
  return alias === undefined ? { span: word.span } : { span: alias, repeats: word.span };
}

/** The outermost alias in a value through which it holds a part of the text; `undefined` where that stands in the value itself. */
function aliasFor(value: SyntaxNode, part: Span): Span | undefined {
  if (contains(value.span, part)) return undefined;
  if (value.kind === 'alias') return value.target && holds(value.target, part) ? value.span : undefined;
  for (const child of childrenOf(value)) {
    const alias = aliasFor(child, part);
    if (alias !== undefined) return alias;
  }
  return undefined;
}

const holds = (value: SyntaxNode, part: Span): boolean =>
  contains(value.span, part) || aliasFor(value, part) !== undefined;

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
