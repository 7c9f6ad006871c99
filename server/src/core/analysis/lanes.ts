/** Lanes that may end without having done anything (rule 9 of the language page). */
import type { ChainModel, ChainNode, Lane, ParallelNode } from '../model/chain.ts';
import { lanesToJoin } from './structure.ts';

export interface SkippableLane {
  readonly parallel: ParallelNode;
  readonly lane: Lane;
}

/**
 * Lanes of which every node may be skipped, where the parallel does not wait for all: such a lane can end at once and
 * be the one that the join goes by. Lanes without nodes are left out, as they are a mistake of their own.
 */
export function skippableLanes(model: ChainModel): readonly SkippableLane[] {
  return model.nodes.flatMap(parallel =>
    parallel.kind !== 'parallel' || parallel.join.policy === 'all'
      ? []
      : parallel.lanes.filter(isSkippable).map(lane => ({ parallel, lane })),
  );
}

const isSkippable = ({ list }: Lane): boolean => list.nodes.length > 0 && list.nodes.every(mayDoNothing);

/** Has a `when`, or joins lanes of which so many may do nothing that they are enough. */
function mayDoNothing(node: ChainNode): boolean {
  if (node.when !== undefined) return true;
  if (node.kind !== 'parallel' || node.synthesize !== undefined || node.lanes.length === 0) return false;
  return node.lanes.filter(isSkippable).length >= lanesToJoin(node);
}
