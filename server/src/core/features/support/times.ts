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

/**
 * `from 2 hours to 5 hours`, `first 5 hours`, `at 2 hours` where it takes no time; only what is known. `undefined` where nothing is, and
 * for a beginning at the start of the chain alone, which says nothing.
 */
export function spanInWords(starts: number | undefined, ends: number | undefined): string | undefined {
  if (starts === 0) return ends === undefined || ends === 0 ? undefined : `first ${describeElapsed(ends)}`;
  if (starts !== undefined && starts === ends) return `at ${describeElapsed(starts)}`;
  const from = starts === undefined ? undefined : `from ${describeElapsed(starts)}`;
  const to = ends === undefined ? undefined : `to ${describeElapsed(ends)}`;
  return from === undefined ? to : to === undefined ? from : `${from} ${to}`;
}

/** Whether a node is on the critical path, or how much slack it has. */
export function slackInWords({ slack, critical }: PointTimes): string | undefined {
  if (critical) return 'on the critical path';
  return slack === undefined ? undefined : `${describeElapsed(slack)} of slack`;
}

/** A sentence about when a node runs; `undefined` where nothing is known. */
export function timesInWords(times: PointTimes | undefined): string | undefined {
  if (times === undefined) return undefined;
  const { earliest, ends } = times;
  const span = spanInWords(earliest, ends);
  if (span === undefined) return undefined;
  const slack = slackInWords(times);
  const when =
    earliest === 0 && ends !== undefined
      ? `from the start to ${describeElapsed(ends)} after it`
      : `${span} after the start`;
  return `At the longest ${when}${slack === undefined ? '' : `, ${slack}`}.`;
}

/** A sentence about how long the chain runs by what its parts take; `undefined` where that is not known. */
export function totalInWords({ total: { min, max } }: Schedule): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (max === undefined) return `Its parts take ${describeElapsed(min ?? 0)} at the shortest.`;
  if (min === undefined) return `Its parts take ${describeElapsed(max)} at the longest.`;
  return min === max
    ? `Its parts take ${describeElapsed(max)}.`
    : `Its parts take ${describeElapsed(min)} to ${describeElapsed(max)}.`;
}
