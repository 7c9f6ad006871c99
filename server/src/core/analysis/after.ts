/** What `after` orders (rule 10 of the language page). */
import type { ChainModel, ChainNode, Word } from '../model/chain.ts';
import type { Reference } from '../model/references.ts';

export type AfterState =
  /** It orders two lanes of one parallel. */
  | 'orders'
  /** The named node comes before anyway. */
  | 'redundant'
  /** The named node waits for this one. */
  | 'cycle'
  /** Both stand in routes of one decision, so that never both run. */
  | 'between-routes'
  | 'unknown'
  | 'ambiguous';

export interface AfterReference {
  readonly word: Word;
  readonly node: ChainNode;
  readonly target: Reference;
  readonly state: AfterState;
}

/** Every `after` of the chain's nodes, in text order. */
export declare function afterReferences(model: ChainModel): readonly AfterReference[];
