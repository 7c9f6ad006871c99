/** The schedule of a document's chain, for every feature that shows times, and its words. */
import { chainSchedule, type PointTimes, type Schedule } from '../../analysis/schedule.ts';
import { describeElapsed } from '../../model/values/elapsed.ts';
import { chainLengths } from '../../project/chains.ts';
import type { FeatureContext } from '../feature.ts';

/** `undefined` where the document is no chain, or has syntax errors: then nobody knows what it lacks. */
export function scheduleOf({ document, project }: FeatureContext): Schedule | undefined {
  const { model, tree, uri } = document;
  if (model?.kind !== 'chain' || !tree.complete) return undefined;
  return chainSchedule(model, chainLengths(project.chainsFor(uri)));
}

/** `2 hours`, and `0 hours` for the start. */
const time = (minutes: number): string => (minutes === 0 ? '0 hours' : describeElapsed(minutes));

/**
 * `from 2 hours to 5 hours`, `at 2 hours` where it takes no time; only what is known. `undefined` where nothing is, and for a beginning
 * at the start of the chain alone, which says nothing.
 */
export function spanInWords(starts: number | undefined, ends: number | undefined): string | undefined {
  if (starts !== undefined && (ends === undefined || ends === starts) && starts === 0) return undefined;
  if (starts !== undefined && starts === ends) return `at ${time(starts)}`;
  const from = starts === undefined ? undefined : `from ${time(starts)}`;
  const to = ends === undefined ? undefined : `to ${time(ends)}`;
  return from === undefined ? to : to === undefined ? from : `${from} ${to}`;
}

/** Whether a node is on the critical path, or how much slack it has. */
export function slackInWords({ slack, critical }: PointTimes): string | undefined {
  if (critical) return 'on the critical path';
  return slack === undefined ? undefined : `${describeElapsed(slack)} of slack`;
}

/** A sentence about when a node runs; `undefined` where nothing is known. */
export function timesInWords(times: PointTimes | undefined): string | undefined {
  const span = times && spanInWords(times.earliest, times.ends);
  if (times === undefined || span === undefined) return undefined;
  const slack = slackInWords(times);
  return `At the longest ${span} after the start${slack === undefined ? '' : `, ${slack}`}.`;
}

/** A sentence about how long the chain runs by what its parts take; `undefined` where that is not known. */
export function totalInWords({ total: { min, max } }: Schedule): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (max === undefined) return `Its parts take ${time(min ?? 0)} at the shortest.`;
  if (min === undefined) return `Its parts take ${time(max)} at the longest.`;
  return min === max ? `Its parts take ${time(max)}.` : `Its parts take ${time(min)} to ${time(max)}.`;
}
