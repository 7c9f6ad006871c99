/** Cadences: how often something comes around. `weekly`, `after each run`, or the time between two, `3 months`. */
import { type Duration, describeDuration, readDuration } from './duration.ts';
import type { Parsed } from './parsed.ts';
import { quote } from './quantity.ts';

/** The time between two rounds; `run`: there is one after each run, whenever that is. */
export type Cadence = Duration | 'run';

/** The words that people have for durations that come around. */
const periods: ReadonlyMap<string, string> = new Map([
  ['hourly', '1 hour'],
  ['daily', '1 day'],
  ['weekly', '1 week'],
  ['fortnightly', '2 weeks'],
  ['monthly', '1 month'],
  ['quarterly', '1 quarter'],
  ['yearly', '1 year'],
  ['annually', '1 year'],
]);

const runForm = /^after (?:each|every) run$/;

/** Reads a cadence. Other words are none, and no mistake either: people may say how often in any words. */
export function readCadence(text: string): Parsed<Cadence> {
  const written = text.trim().toLowerCase();
  if (runForm.test(written)) return { ok: true, value: 'run' };
  const duration = readDuration(periods.get(written) ?? written.replace(/^every\s+(?=\d)/, ''));
  if (duration.ok) return duration;
  return { ...duration, message: `${quote(text)} is not a cadence such as weekly, quarterly or 6 months.` };
}

/** `every week (7 days)`. */
export const describeCadence = (cadence: Cadence): string =>
  cadence === 'run' ? 'after each run' : `every ${describeDuration(cadence).replace(/^1 /, '')}`;
