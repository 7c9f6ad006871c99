/** The backward pass of the schedule: how much later each point of the longest run may end without making the chain longer. */
import type { Phase } from '../model/chain.ts';
import { groupBy } from '../util/groupBy.ts';
import type { FlowEdge } from './flow.ts';
import type { Forward, Time } from './scheduleForward.ts';
import { gateOf, type Network } from './scheduleNetwork.ts';

/** `free`: nothing waits for it, as its lane ends after the join; `unknown`: something behind it has no length. */
type Latest = number | 'unknown' | 'free';

const strictest = (bounds: readonly Latest[]): Latest => {
  const bound = bounds.filter(each => each !== 'free');
  if (bound.length === 0) return 'free';
  const known = bound.filter(each => typeof each === 'number');
  return known.length < bound.length ? 'unknown' : Math.min(...known);
};

const minus = (time: Latest, minutes: number | undefined): Latest =>
  typeof time !== 'number' ? time : minutes === undefined ? 'unknown' : time - minutes;

/** Minutes of slack by point; without those whose slack is not known. */
export function scheduleSlack(
  network: Network,
  forward: Forward,
  phases: readonly Phase[],
): ReadonlyMap<string, number> {
  const latest = new Map<string, Latest>();
  const slack = new Map<string, number>();
  const gates = new Map(phases.map((phase): [string, Phase] => [gateOf(phase), phase]));
  const waiting = new Map<string, string[]>();
  for (const [id, groups] of network.waits) {
    for (const end of groups.flat()) waiting.set(end, [...(waiting.get(end) ?? []), id]);
  }
  const latestStart = (id: string): Latest => minus(latest.get(id) ?? 'unknown', network.effort.get(id)?.max);
  const bound = (edge: FlowEdge): Latest => {
    if (edge.kind === 'skip') return 'free';
    const joins = edge.lane === undefined ? undefined : forward.laneEnds.get(edge.to)?.get(edge.lane);
    if (joins !== undefined && isLater(joins, forward.starts.get(edge.to))) return 'free';
    const phase = network.phaseOf.get(edge.to);
    const isEntering = phase !== undefined && network.phaseOf.get(edge.from) !== phase;
    const takes = phase?.takes?.value?.max;
    const begins = latestStart(edge.to);
    if (!isEntering || takes === undefined) return begins;
    return strictest([begins, minus(latest.get(gateOf(phase)) ?? 'unknown', takes)]);
  };
  const crossing = groupBy(
    [...network.outgoing.values()]
      .flat()
      .filter(({ from, to }) => network.phaseOf.get(from) !== network.phaseOf.get(to)),
    edge => network.phaseOf.get(edge.from),
  );

  for (const id of network.order.toReversed()) {
    const phase = gates.get(id);
    const edges = (phase === undefined ? network.outgoing.get(id) : crossing.get(phase)) ?? [];
    const end = forward.ends.get(id);
    if (id === 'end') latest.set(id, typeof end === 'number' ? end : 'unknown');
    else latest.set(id, strictest([...edges.map(bound), ...(waiting.get(id) ?? []).map(latestStart)]));
    const last = latest.get(id);
    if (phase === undefined && typeof last === 'number' && typeof end === 'number') slack.set(id, last - end);
  }
  return slack;
}

const isLater = (left: Time, right: Time | undefined): boolean =>
  typeof left === 'number' && typeof right === 'number' && left > right;
