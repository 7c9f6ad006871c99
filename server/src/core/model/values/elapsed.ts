/** Minutes of elapsed time in words, for times that nobody wrote: those that are reckoned. */
import { minutesPerUnit, unitSpellings } from './timeUnit.ts';

const units = ['week', 'day', 'hour', 'minute'] as const;
type Unit = (typeof units)[number];

/** `3 days`, `4 days 2 hours`: the largest unit that fits and, where something is left, the next one, rounded to that. */
export function describeElapsed(minutes: number): string {
  const at = units.findIndex(unit => Math.round(minutes) >= minutesPerUnit[unit]);
  const large = units[at];
  const small = units[at + 1];
  if (large === undefined) return amountOf(0, 'minute');
  if (small === undefined) return amountOf(Math.round(minutes), 'minute');
  const smalls = Math.round(minutes / minutesPerUnit[small]);
  const perLarge = minutesPerUnit[large] / minutesPerUnit[small];
  const rest = smalls % perLarge;
  const first = amountOf(Math.floor(smalls / perLarge), large);
  return rest === 0 ? first : `${first} ${amountOf(rest, small)}`;
}

function amountOf(amount: number, unit: Unit): string {
  const [plural = unit, singular = unit] = unitSpellings[unit];
  return `${amount} ${amount === 1 ? singular : plural}`;
}
