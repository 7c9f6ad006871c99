/** Where jumps lead, and which are legal (rules 5 and 6 of the language page). */
import type { ChainModel, ChainNode, Handoff, Jump, Phase, Route } from '../model/chain.ts';

/** Why a jump may not be made. */
export type JumpProblem =
  /** No node or phase has that id. */
  | 'unknown'
  /** Several nodes are called so, and none of them has an `id`. */
  | 'ambiguous'
  /** The target is a lane, not a node: its `parallel` is to be named. */
  | 'to-lane'
  /** The target stands in a lane that the jump is not in. */
  | 'into-lane'
  /** The jump stands in a lane that the target is not in. */
  | 'out-of-lane'
  /** The target is one of the steps of a route that the jump is not in. */
  | 'into-route'
  /** `end` in a lane. */
  | 'end-in-lane'
  /** Back to the very node that jumps, with nothing done in between. */
  | 'itself'
  /** `back-to` a node that comes later. */
  | 'not-back'
  /** `next` or `end` where only a node can stand (`back-to`). */
  | 'reserved-word'
  /** A phase without nodes. */
  | 'empty-phase';

export interface ResolvedJump {
  readonly jump: Jump;
  /** The node that jumps: a checkpoint, a decision, or the `from` of an escalation. */
  readonly from: ChainNode;
  readonly route?: Route;
  readonly handoff?: Handoff;
  /** Where it leads; `undefined` where nothing of that name can be jumped to. A phase stands for its first node. */
  readonly target:
    | { readonly kind: 'node'; readonly node: ChainNode; readonly phase?: Phase }
    | { readonly kind: 'next' | 'end' | 'stop' }
    | undefined;
  /** The target is at or before the node that jumps, so that the way is run anew and `at-most` is wanted. */
  readonly backward: boolean;
  /** `undefined`: the jump is legal. */
  readonly problem: JumpProblem | undefined;
  /** The parallel or decision whose lane or route bars the way. */
  readonly barrier?: ChainNode;
}

/** Every jump of the chain in text order, those of handoffs last. */
export declare function resolveJumps(model: ChainModel): readonly ResolvedJump[];

/** What may be written as a jump's target. */
export interface JumpTarget {
  readonly id: string;
  readonly node: ChainNode;
  /** Set where `id` is a phase's. */
  readonly phase?: Phase;
  /** Going there needs `at-most`. */
  readonly backward: boolean;
}

/**
 * The nodes and phases that a jump of `from` may lead to, in list order; of `back-to` only those at or before it. The
 * words `next`, `stop` and, outside lanes, `end` (see `isInLane`) are legal besides, but not for `back-to`.
 */
export declare function jumpTargetsFrom(
  model: ChainModel,
  from: ChainNode,
  key: Jump['key'],
): readonly JumpTarget[];

/** Whether a node stands in a lane, however deep, so that it may not jump to `end`. */
export declare function isInLane(node: ChainNode): boolean;
