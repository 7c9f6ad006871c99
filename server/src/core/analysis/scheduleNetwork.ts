/** What a schedule is reckoned over: the points of a chain in an order in which each comes behind all that it waits for. */
import type { ChainModel, ChainNode, Phase } from '../model/chain.ts';
import { groupBy } from '../util/groupBy.ts';
import { afterReferences } from './after.ts';
import type { Flow, FlowEdge } from './flow.ts';
import { waysOutOf } from './waysOut.ts';

/** Minutes that something takes; an end that is `undefined` is not known. */
export interface Effort {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export interface Network {
  /**
   * `start` first, without `stop`. Behind the last point of a phase, and before whatever follows that, stands `gateOf` it.
   */
  readonly order: readonly string[];
  readonly effort: ReadonlyMap<string, Effort>;
  /** By id, those that have a `when` of their own: they do nothing in the shortest run. */
  readonly optional: ReadonlySet<string>;
  /** The ways that lead on to `end`: no way back, none that a refusal takes, none that can only stop. */
  readonly incoming: ReadonlyMap<string, readonly FlowEdge[]>;
  readonly outgoing: ReadonlyMap<string, readonly FlowEdge[]>;
  /** By id of the waiting node: the points of which each group ends what one `after` names. */
  readonly waits: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** The phase that a point stands in, lanes and routes included. */
  readonly phaseOf: ReadonlyMap<string, Phase>;
}

/** The end of a phase among the points; a colon stands in no id. */
export const gateOf = (phase: Phase): string => `end of phase:${phase.id}`;

/** The length of another chain by its id, in minutes; `undefined` where it is not known. */
export type ChainLength = (chain: string) => Effort | undefined;

export function scheduleNetwork(model: ChainModel, flow: Flow, chainLength: ChainLength): Network {
  const live = leadingToEnd(flow);
  const edges = flow.edges.filter(edge => counts(edge) && live.has(edge.from) && live.has(edge.to));
  const incoming = groupBy(edges, edge => edge.to);
  const outgoing = groupBy(edges, edge => edge.from);
  const waits = waitsOf(model, flow, live);
  const effort = new Map<string, Effort>();
  const optional = new Set<string>();
  const phaseOf = new Map<string, Phase>();
  for (const { id, node, parallel } of flow.points.values()) {
    effort.set(id, node === undefined ? nothing : effortOf(node, chainLength));
    if (node?.when !== undefined) optional.add(id);
    const phase = (node ?? parallel)?.list.phase;
    if (phase !== undefined) phaseOf.set(id, phase);
  }
  const ids = [...flow.points.keys()].filter(id => live.has(id));
  const order = orderOf(ids, { outgoing, waits, phaseOf });
  return { order, effort, optional, incoming, outgoing, waits, phaseOf };
}

const nothing: Effort = { min: 0, max: 0 };
const unknown: Effort = { min: undefined, max: undefined };

/** A fork takes no time, a checkpoint and a decision only what they say, a sub-chain what it says or as long as its chain. */
function effortOf(node: ChainNode, chainLength: ChainLength): Effort {
  const { kind, takes } = node;
  if (kind === 'parallel') return nothing;
  if (takes !== undefined) return takes.value ?? unknown;
  if (kind === 'checkpoint' || kind === 'decision') return nothing;
  return (kind === 'chain' ? chainLength(node.chain.text) : undefined) ?? unknown;
}

const counts = ({ back, kind, to }: FlowEdge): boolean => !back && kind !== 'refused' && to !== 'stop';

/** The points from which a run can come to `end`. */
function leadingToEnd(flow: Flow): ReadonlySet<string> {
  const live = new Set(['end']);
  for (const id of live) {
    for (const edge of flow.incoming.get(id) ?? []) if (counts(edge)) live.add(edge.from);
  }
  return live;
}

function waitsOf(model: ChainModel, flow: Flow, live: ReadonlySet<string>): Network['waits'] {
  const waits = new Map<string, readonly string[][]>();
  for (const { node, target, state } of afterReferences(model)) {
    if (state !== 'orders' || !live.has(node.id)) continue;
    const gate = target.kind === 'node' ? target.node : target.kind === 'lane' ? target.lane : undefined;
    const ends =
      gate === undefined
        ? []
        : waysOutOf(gate, flow)
            .filter(counts)
            .map(({ from }) => from);
    waits.set(node.id, [...(waits.get(node.id) ?? []), [...new Set(ends)].filter(id => live.has(id))]);
  }
  return waits;
}

/** Each point behind all that leads to it and all that it waits for; what a circle holds is left out. */
function orderOf(
  ids: readonly string[],
  { outgoing, waits, phaseOf }: Pick<Network, 'outgoing' | 'waits' | 'phaseOf'>,
): readonly string[] {
  const open = new Map<string, number>();
  const later = new Map<string, string[]>();
  const need = (earlier: string, id: string): void => {
    open.set(id, (open.get(id) ?? 0) + 1);
    const known = later.get(earlier);
    if (known === undefined) later.set(earlier, [id]);
    else known.push(id);
  };
  for (const id of ids) {
    const phase = phaseOf.get(id);
    const gate = phase && gateOf(phase);
    if (gate !== undefined) need(id, gate);
    for (const { to } of outgoing.get(id) ?? []) need(phaseOf.get(to) === phase ? id : (gate ?? id), to);
  }
  for (const [id, groups] of waits) for (const earlier of groups.flat()) need(earlier, id);
  const order = ids.filter(id => !open.has(id));
  for (const id of order) {
    for (const next of later.get(id) ?? []) {
      const count = (open.get(next) ?? 0) - 1;
      open.set(next, count);
      if (count === 0) order.push(next);
    }
  }
  return order;
}
