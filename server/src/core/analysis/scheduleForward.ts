/** The forward pass of the schedule: when each point starts and ends at the earliest, in the shortest and in the longest run. */
import type { Phase } from '../model/chain.ts';
import { groupBy } from '../util/groupBy.ts';
import type { Flow, FlowEdge } from './flow.ts';
import { gateOf, type Network } from './scheduleNetwork.ts';
import { lanesToJoin } from './structure.ts';

/** Minutes since the start of the chain; `unknown`: something before has no length; `never`: this run does not come here. */
export type Time = number | 'unknown' | 'never';

export type Run = 'shortest' | 'longest';

export interface Forward {
  /** By point. */
  readonly starts: ReadonlyMap<string, Time>;
  readonly ends: ReadonlyMap<string, Time>;
  /** By phase. */
  readonly phases: ReadonlyMap<Phase, PhaseTimes>;
  /** When the first lanes that suffice have ended, by lane number, of each join. */
  readonly laneEnds: ReadonlyMap<string, ReadonlyMap<number, Time>>;
}

export interface PhaseTimes {
  readonly start: Time;
  readonly end: Time;
  /** What leaves it waits until then: by its `takes`, or by a window where its steps are of unknown length; `undefined`: for its steps alone. */
  readonly own: Time | undefined;
  /** Minutes by which its known steps last longer than its `takes`; 0 where they do not. */
  readonly excess: number;
}

const isKnown = (time: Time): time is number => typeof time === 'number';

const plus = (time: Time, minutes: number | undefined): Time =>
  !isKnown(time) ? time : minutes === undefined ? 'unknown' : time + minutes;

/** Both have to be over. */
const both = (left: Time, right: Time): Time =>
  left === 'never' || right === 'never'
    ? 'never'
    : left === 'unknown' || right === 'unknown'
      ? 'unknown'
      : Math.max(left, right);

/** One of them happens: the longest run takes the last, the shortest the first. */
function oneOf(times: readonly Time[], run: Run): Time {
  const reached = times.filter(time => time !== 'never');
  if (reached.length === 0) return 'never';
  const known = reached.filter(isKnown);
  if (known.length < reached.length) return 'unknown';
  return known.reduce((left, right) => (run === 'longest' ? Math.max(left, right) : Math.min(left, right)));
}

/** So many of them have to be over. */
function someOf(times: readonly Time[], count: number): Time {
  const reached = times.filter(time => time !== 'never');
  if (reached.length < count || count === 0) return count === 0 ? 0 : 'never';
  const known = reached.filter(isKnown);
  if (known.length < reached.length) return 'unknown';
  return known.toSorted((left, right) => left - right)[count - 1] ?? 'never';
}

/** The next phase that has a window; it begins no earlier than that. */
export type NextWindow = (phase: Phase) => number | undefined;

export function scheduleForward(network: Network, flow: Flow, run: Run, phases: readonly Phase[]): Forward {
  const starts = new Map<string, Time>();
  const ends = new Map<string, Time>();
  const phaseTimes = new Map<Phase, PhaseTimes>();
  const entered = new Map<Phase, Time[]>();
  const laneEnds = new Map<string, ReadonlyMap<number, Time>>();
  const gates = new Map(phases.map((phase): [string, Phase] => [gateOf(phase), phase]));
  const members = groupBy([...network.phaseOf.keys()], id => network.phaseOf.get(id));

  /** When control comes along an edge, the end of a phase and the beginning of the next one included. */
  const along = (edge: FlowEdge): Time => {
    const isSkipped = run === 'shortest' && network.optional.has(edge.from);
    if (isSkipped !== (edge.kind === 'skip')) return 'never';
    const [from, to] = [network.phaseOf.get(edge.from), network.phaseOf.get(edge.to)];
    let time = ends.get(edge.from) ?? 'never';
    if (from === to || time === 'never') return time;
    const left = from && phaseTimes.get(from);
    if (left?.own !== undefined)
      time = isKnown(time) && isKnown(left.own) ? Math.max(time, left.own) : left.own;
    if (to === undefined) return time;
    const opens = to.window?.value?.from;
    if (opens !== undefined) time = isKnown(time) ? Math.max(time, opens) : opens;
    entered.set(to, [...(entered.get(to) ?? []), time]);
    return time;
  };
  const arrival = (id: string): Time => {
    if (id === 'start') return 0;
    const edges = network.incoming.get(id) ?? [];
    const parallel = flow.points.get(id)?.parallel;
    if (parallel === undefined || parallel.lanes.length === 0) return oneOf(edges.map(along), run);
    const byLane = new Map(
      [...groupBy(edges, edge => edge.lane ?? 0)].map(([lane, own]): [number, Time] => [
        lane,
        oneOf(own.map(along), run),
      ]),
    );
    laneEnds.set(id, byLane);
    return someOf([...byLane.values()], lanesToJoin(parallel));
  };
  const awaited = (id: string): readonly Time[] =>
    (network.waits.get(id) ?? []).map(group =>
      oneOf(
        group.map(each => ends.get(each) ?? 'never'),
        run,
      ),
    );
  const closePhase = (phase: Phase): void => {
    const inside = members.get(phase) ?? [];
    const endOf = (id: string): Time => ends.get(id) ?? 'never';
    const leaves = (id: string): boolean =>
      (network.outgoing.get(id) ?? []).some(({ to }) => network.phaseOf.get(to) !== phase);
    // Not the last of its steps: a lane may end after its join, and a route of which there are shorter ones may be the longest.
    const left = oneOf(inside.filter(leaves).map(endOf), run);
    const entry = oneOf(entered.get(phase) ?? [], run);
    phaseTimes.set(
      phase,
      closed(phase, { entry, left, steps: inside.map(endOf), next: nextWindow(phases, phase) }, run),
    );
  };

  for (const id of network.order) {
    const phase = gates.get(id);
    if (phase !== undefined) {
      closePhase(phase);
      continue;
    }
    // What is waited for and never comes is not waited for.
    const start = awaited(id).reduce(
      (time, other) => (other === 'never' ? time : both(time, other)),
      arrival(id),
    );
    starts.set(id, start);
    const { min, max } = network.effort.get(id) ?? { min: 0, max: 0 };
    const isSkipped = run === 'shortest' && network.optional.has(id);
    ends.set(id, isSkipped ? start : plus(start, run === 'longest' ? max : min));
  }
  return { starts, ends, phases: phaseTimes, laneEnds };
}

/** Where the window of the next windowed phase opens; `undefined` where none follows. */
function nextWindow(phases: readonly Phase[], phase: Phase): number | undefined {
  const later = phases.slice(phases.indexOf(phase) + 1);
  return later.find(each => each.window?.value !== undefined)?.window?.value?.from;
}

/** What is known of a phase once its steps are reckoned: when it is entered and left, when its steps end, and the next window opens. */
interface Course {
  readonly entry: Time;
  readonly left: Time;
  readonly steps: readonly Time[];
  readonly next: number | undefined;
}

/** Rule 15: by its `takes`; else its steps; else, where their length is unknown, by its window. */
function closed(phase: Phase, { entry: start, left, steps, next }: Course, run: Run): PhaseTimes {
  const takes = phase.takes?.value;
  if (takes !== undefined) {
    const own = plus(start, run === 'longest' ? takes.max : takes.min);
    const excess = isKnown(own) && isKnown(left) ? Math.max(0, left - own) : 0;
    return { start, end: isKnown(own) ? own + excess : own, own, excess };
  }
  if (!steps.includes('unknown'))
    return { start, end: isKnown(left) ? left : start, own: undefined, excess: 0 };
  const window = phase.window?.value;
  if (window === undefined) return { start, end: 'unknown', own: 'unknown', excess: 0 };
  const known = steps.filter(isKnown);
  const last = known.length === 0 ? start : Math.max(...known);
  const closes = next === undefined ? window.to : Math.min(window.to, Math.max(next, window.from));
  const end = isKnown(last) ? Math.max(closes, last) : closes;
  return { start, end, own: end, excess: 0 };
}
