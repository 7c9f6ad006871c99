/** Minutes of elapsed time in words, for times that nobody wrote: those that are reckoned. */
import { minutesPerUnit, unitSpellings } from './duration.ts';
import { formatNumber } from './quantity.ts';

const units = ['week', 'day', 'hour', 'minute'] as const;

/** `3 days`, `1.5 weeks`: in the largest unit of which it is a whole number, else in the largest that fits, to one decimal. */
export function describeElapsed(minutes: number): string {
  const rounded = Math.round(minutes);
  const exact = units.find(unit => rounded >= minutesPerUnit[unit] && rounded % minutesPerUnit[unit] === 0);
  const fitting = units.find(unit => rounded >= minutesPerUnit[unit]);
  const unit = exact ?? fitting ?? 'minute';
  const amount = Math.round((rounded / minutesPerUnit[unit]) * 10) / 10;
  const [plural = unit, singular = unit] = unitSpellings[unit];
  return `${formatNumber(amount)} ${amount === 1 ? singular : plural}`;
}
