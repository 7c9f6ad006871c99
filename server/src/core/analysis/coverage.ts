/** Whether the thresholds of a decision's routes cover every case, and which route none is left for (the first true one wins). */
import type { ChainModel, DecisionNode, Route } from '../model/chain.ts';

export interface Coverage {
  /** `yes` and `no` are proven; `unknown` where a condition is prose or the cases are too many. */
  readonly covered: 'yes' | 'no' | 'unknown';
  /** A case that no route is for, in words, with `no`. */
  readonly gap?: string;
  /** Routes with thresholds that no case is left for. */
  readonly neverTaken: readonly Route[];
}

/** Of the `when` routes alone; `otherwise` is not looked at. */
export declare function routeCoverage(model: ChainModel, decision: DecisionNode): Coverage;
