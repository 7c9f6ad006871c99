/** The flow of control of a chain: rules 1 and 3 to 9 of the language page as a graph of points and edges. */
import type { ChainModel, ChainNode, ParallelNode, Route } from '../model/chain.ts';
import type { ResolvedJump } from './jumps.ts';

/** A place that control passes: `start`, `end`, `stop`, a node, or a parallel's join. A parallel's own point is its fork. */
export interface FlowPoint {
  readonly id: string;
  readonly kind: 'start' | 'end' | 'stop' | 'node' | 'join';
  /** With `node`. */
  readonly node?: ChainNode;
  /** With `join`. */
  readonly parallel?: ParallelNode;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /**
   * `sequence`: in list order; `route`: a decision's way out; `refused`: a checkpoint's; `skip`: past a node whose
   * `when` does not hold, from that node; `fallback`: past a decision of which no route may hold and that has no `otherwise`.
   */
  readonly kind: 'sequence' | 'route' | 'refused' | 'skip' | 'fallback';
  readonly route?: Route;
  /** Set where a jump led here. */
  readonly jump?: ResolvedJump;
  /** Leads to a point at or before its beginning. */
  readonly back: boolean;
  /** With a join as `to`: the number of the lane, from 0. */
  readonly lane?: number;
}

export interface Flow {
  /** In text order; `start` first, `end` and `stop` last. */
  readonly points: ReadonlyMap<string, FlowPoint>;
  readonly edges: readonly FlowEdge[];
  readonly outgoing: ReadonlyMap<string, readonly FlowEdge[]>;
  readonly incoming: ReadonlyMap<string, readonly FlowEdge[]>;
  readonly jumps: readonly ResolvedJump[];
  /** Points that a run can come to; a join only where enough lanes can end. */
  readonly reachable: ReadonlySet<string>;
  /** False where a jump is illegal: then nothing is known of what cannot be reached. */
  readonly certain: boolean;
}

export declare function chainFlow(model: ChainModel): Flow;

/** Nodes that no run comes to; only the first of each stretch, and none where the flow is not certain. */
export declare function unreachableNodes(model: ChainModel, flow: Flow): readonly ChainNode[];

/** Whether a run can succeed; `true` where the flow is not certain. */
export declare function canReachEnd(flow: Flow): boolean;

/** Nodes that both are targets of one decision and of which the first runs on into the second (rule 4). */
export declare function fallThroughs(
  model: ChainModel,
  flow: Flow,
): readonly { readonly from: ResolvedJump; readonly into: ResolvedJump }[];
