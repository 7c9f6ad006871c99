/** Chains that run themselves through the chains they run (rule 11 of the language page). */
import type { ChainModel, SubChainNode } from '../model/chain.ts';

export interface SubChainCycle {
  /** The node of the chain that begins the way round. */
  readonly node: SubChainNode;
  /** Ids of the chains from the chain itself round to itself: `[a, b, a]`. */
  readonly path: readonly string[];
}

/** The sub-chain nodes of `model` that lead back to it, each with the shortest way; `find` gives a chain by its id. */
export declare function subChainCycles(
  model: ChainModel,
  find: (id: string) => ChainModel | undefined,
): readonly SubChainCycle[];
