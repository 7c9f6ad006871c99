/** What a text names in a chain: a node, a phase or a lane. */
import type { ChainModel, ChainNode, Lane, Phase } from './chain.ts';

export type Reference =
  | { readonly kind: 'node'; readonly node: ChainNode }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'lane'; readonly lane: Lane }
  /** Several things are called so, or the one that is cannot be named without an `id`. */
  | {
      readonly kind: 'ambiguous';
      readonly spans: readonly { readonly start: number; readonly end: number }[];
    }
  | { readonly kind: 'unknown' };

/** Resolves the id of a node, phase or lane as written in `after`, `insert-after`, `from`, `before` and jumps. */
export declare function resolveReference(model: ChainModel, text: string): Reference;

/** The innermost node whose list entry holds an offset; `undefined` outside all nodes. */
export declare function nodeAt(model: ChainModel, offset: number): ChainNode | undefined;
