/**
 * The schedule of a chain, by rules 14 and 15 of the language page.
 *
 * It is the critical path method (J. E. Kelley and M. R. Walker, "Critical-Path Planning and Scheduling", 1959) over the chain's
 * flow: a forward pass gives the earliest start and end of each point, a backward pass from the chain's end the latest. Slack is latest
 * end less earliest end, and what has none is critical. Beyond that method, a join may wait for the first or the k-th lane, and one of
 * several routes is taken: the longest run takes the last to arrive, the shortest the first.
 */
import type { ChainModel, Phase } from '../model/chain.ts';
import { chainFlow, type Flow } from './flow.ts';
import { scheduleForward, type Time } from './scheduleForward.ts';
import { type ChainLength, scheduleNetwork } from './scheduleNetwork.ts';
import { scheduleSlack } from './scheduleSlack.ts';

export type { ChainLength };

/** All times in minutes of elapsed time, since the start of the chain, of its longest run. */
export interface PointTimes {
  /** When it starts at the earliest; `undefined` where something before it has no known length. */
  readonly earliest: number | undefined;
  /** When it has ended then. */
  readonly ends: number | undefined;
  /** How much later it may end without making the chain longer; `undefined` where that is not known, or nothing waits for it. */
  readonly slack: number | undefined;
  readonly critical: boolean;
}

export interface PhaseSchedule {
  readonly starts: number | undefined;
  readonly ends: number | undefined;
  /** Minutes by which its known steps last longer than its `takes`; 0 where they do not. */
  readonly excess: number;
  /** When it is over in the shortest run; no run ends it sooner. */
  readonly soonest: number | undefined;
}

export interface Schedule {
  /** The shortest and the longest run, in minutes; an end that is `undefined` is not known. */
  readonly total: { readonly min: number | undefined; readonly max: number | undefined };
  /** By id of the graph: nodes, joins, `start` and `end`; without what no run to `end` comes to. */
  readonly points: ReadonlyMap<string, PointTimes>;
  readonly phases: ReadonlyMap<Phase, PhaseSchedule>;
  /** When each point has ended in the shortest run, where that is known; no run ends it sooner. */
  readonly soonest: ReadonlyMap<string, number>;
}

/** Below this nothing differs: sums of working days are no whole minutes. */
const aMoment = 1e-6;

const known = (time: Time | undefined): number | undefined => (typeof time === 'number' ? time : undefined);

/**
 * The schedule of a chain. Where a jump is illegal the ways through the chain are not known, and neither is any time.
 *
 * @param chainLength How long the sub-chains without `takes` last.
 * @param flow That of the model; made here where the caller has none.
 */
export function chainSchedule(
  model: ChainModel,
  chainLength: ChainLength,
  flow: Flow = chainFlow(model),
): Schedule {
  if (!flow.certain)
    return {
      total: { min: undefined, max: undefined },
      points: new Map(),
      phases: new Map(),
      soonest: new Map(),
    };
  const network = scheduleNetwork(model, flow, chainLength);
  const shortest = scheduleForward(network, flow, 'shortest', model.phases);
  const longest = scheduleForward(network, flow, 'longest', model.phases);
  const slack = scheduleSlack(network, longest, model.phases);
  const points = new Map<string, PointTimes>();
  for (const [id, start] of longest.starts) {
    if (start === 'never') continue;
    const left = slack.get(id);
    points.set(id, {
      earliest: known(start),
      ends: known(longest.ends.get(id)),
      slack: left === undefined ? undefined : left < aMoment ? 0 : left,
      critical: left !== undefined && left < aMoment,
    });
  }
  const phases = new Map(
    [...longest.phases].map(([phase, { start, end, excess }]): [Phase, PhaseSchedule] => [
      phase,
      {
        starts: known(start),
        ends: known(end),
        excess: excess < aMoment ? 0 : excess,
        soonest: known(shortest.phases.get(phase)?.end),
      },
    ]),
  );
  const soonest = new Map(
    [...shortest.ends].flatMap(([id, end]) => (typeof end === 'number' ? [[id, end] as const] : [])),
  );
  const total = { min: known(shortest.ends.get('end')), max: known(longest.ends.get('end')) };
  return { total, points, phases, soonest };
}
