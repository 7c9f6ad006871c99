/** Durations: a number or a range and a unit, in elapsed calendar time, and timelines, which may also be `ongoing`. */
import { spellCompound } from './compoundDuration.ts';
import type { Parsed } from './parsed.ts';
import {
  formatNumber,
  longestValue,
  numberPattern,
  quote,
  rangePattern,
  toNumber,
  withDigits,
} from './quantity.ts';
import { type DurationUnit, durationUnit, minutesPerUnit, unitSpellings } from './timeUnit.ts';

/** A number of one unit, as it was written. */
export interface Quantity {
  readonly amount: number;
  readonly unit: DurationUnit;
}

export interface Duration {
  /** The shortest, in minutes of elapsed time; equal to `max` where a single number was written. */
  readonly min: number;
  /** The longest, in minutes of elapsed time. */
  readonly max: number;
  /** The lower end as written; where only the upper end has a unit, with that. */
  readonly from: Quantity;
  readonly to: Quantity;
}

/** How long a chain takes; `ongoing` has no end. */
export type Timeline = Duration | 'ongoing';

/** Spellings that are no part of the language, and what is to be written instead. */
const foreignUnits: ReadonlyMap<string, string> = new Map([
  ['hr', 'h'],
  ['wk', 'w'],
  ['wks', 'weeks'],
  ['yr', 'y'],
  ['yrs', 'years'],
  ['mth', 'mo'],
  ['mths', 'months'],
  ['mos', 'months'],
  ['mon', 'mo'],
  ['qtr', 'q'],
  ['qtrs', 'quarters'],
  ['minutes.', 'minutes'],
  ['business day', 'working days'],
  ['business days', 'working days'],
  ['work days', 'working days'],
  ['workdays', 'working days'],
  ['workday', 'working days'],
  ['weekdays', 'working days'],
  ['calendar days', 'days'],
  // German, and French as far as it has no accents.
  ['minuten', 'minutes'],
  ['stunde', 'h'],
  ['stunden', 'hours'],
  ['tag', 'd'],
  ['tage', 'days'],
  ['tagen', 'days'],
  ['woche', 'w'],
  ['wochen', 'weeks'],
  ['monat', 'mo'],
  ['monate', 'months'],
  ['monaten', 'months'],
  ['quartal', 'q'],
  ['quartale', 'quarters'],
  ['jahr', 'y'],
  ['jahre', 'years'],
  ['arbeitstage', 'working days'],
  ['heure', 'h'],
  ['heures', 'hours'],
  ['jour', 'd'],
  ['jours', 'days'],
  ['semaine', 'w'],
  ['semaines', 'weeks'],
  ['mois', 'months'],
  ['an', 'y'],
  ['ans', 'years'],
]);

const unitPattern = '[a-zA-Z][a-zA-Z. ]*?';
const durationPattern = new RegExp(
  `^(${numberPattern})\\s*(${unitPattern})?(?:${rangePattern}(${numberPattern})\\s*(${unitPattern})?)?$`,
);
const form = 'Write a number or a range and a unit, such as 30 min, 2-4 weeks or 5 minutes - 4 hours.';

/** Reads a duration. `ongoing` is none: see `readTimeline`. */
export function readDuration(text: string): Parsed<Duration> {
  const written = text.trim();
  if (written === '' || written.length > longestValue)
    return { ok: false, message: `A duration is missing here. ${form}` };
  const parts = durationPattern.exec(written);
  if (parts === null) return malformed(written);
  const [, fromDigits = '', fromUnit, toDigits, toUnit] = parts;
  const last = toDigits === undefined ? fromUnit : toUnit;
  if (last === undefined) return withoutUnit(written, fromDigits, fromUnit, toDigits);
  const from = readQuantity(written, fromDigits, fromUnit ?? last);
  if (!from.ok) return from;
  const to = toDigits === undefined ? from : readQuantity(written, toDigits, last);
  if (!to.ok) return to;
  const min = minutesOf(from.value);
  const max = minutesOf(to.value);
  if (min > max) return reversed(from.value, to.value);
  return { ok: true, value: { min, max, from: from.value, to: to.value } };
}

/** Reads a duration or `ongoing`. */
export function readTimeline(text: string): Parsed<Timeline> {
  if (text.trim().toLowerCase() === 'ongoing') return { ok: true, value: 'ongoing' };
  if (/^(?:on[\s-]+going|continuous(?:ly)?|permanent|endless|always)$/i.test(text.trim()))
    return { ok: false, message: `${quote(text)} is not a timeline. Write ongoing.`, suggestion: 'ongoing' };
  const duration = readDuration(text);
  return duration.ok || duration.suggestion !== undefined
    ? duration
    : { ...duration, message: `${duration.message} Work without an end is ongoing.` };
}

/**
 * A duration or `ongoing` in the one spelling that fixes write: `2-4 weeks`, `30 minutes - 4 hours`, numbers as they are written.
 * `undefined` for a text that is neither, and where that would be read otherwise.
 */
export function spellTimeline(text: string): string | undefined {
  const before = readTimeline(text);
  if (!before.ok) return undefined;
  if (before.value === 'ongoing') return 'ongoing';
  const { from, to } = before.value;
  const [, fromDigits = '', , toDigits] = durationPattern.exec(text.trim()) ?? [];
  const spelled =
    toDigits === undefined
      ? withUnit(fromDigits, to)
      : from.unit === to.unit
        ? `${fromDigits}-${toDigits} ${unitSpellings[to.unit][0] ?? to.unit}`
        : `${withUnit(fromDigits, from)} - ${withUnit(toDigits, to)}`;
  const after = readDuration(spelled);
  const isSame = after.ok && after.value.min === before.value.min && after.value.max === before.value.max;
  return isSame ? spelled : undefined;
}

/** `2 to 4 weeks (14 to 28 days)`. */
export function describeDuration({ from, to, min, max }: Duration): string {
  const exact = inWords(from) === inWords(to);
  const words = exact
    ? inWords(to)
    : from.unit === to.unit
      ? `${formatNumber(from.amount)} to ${inWords(to)}`
      : `${inWords(from)} to ${inWords(to)}`;
  // Minutes, hours and days say themselves; of longer units the days are what is counted.
  const plain = [from.unit, to.unit].every(unit => unit === 'minute' || unit === 'hour' || unit === 'day');
  if (plain) return words;
  const days = formatNumber(max / minutesPerUnit.day) === '1' ? 'day' : 'days';
  return exact
    ? `${words} (${formatNumber(max / minutesPerUnit.day)} ${days})`
    : `${words} (${formatNumber(min / minutesPerUnit.day)} to ${formatNumber(max / minutesPerUnit.day)} ${days})`;
}

export const describeTimeline = (timeline: Timeline): string =>
  timeline === 'ongoing' ? 'ongoing, without an end' : describeDuration(timeline);

const minutesOf = ({ amount, unit }: Quantity): number => amount * minutesPerUnit[unit];

const inWords = (quantity: Quantity): string => withUnit(formatNumber(quantity.amount), quantity);

function withUnit(digits: string, { amount, unit }: Quantity): string {
  const [plural = unit, singular = unit] = unitSpellings[unit];
  return `${digits} ${amount === 1 ? singular : plural}`;
}

function readQuantity(written: string, digits: string, unitText: string): Parsed<Quantity> {
  const spelling = unitText.trim();
  const unit = durationUnit(spelling);
  const amount = toNumber(digits);
  if (amount === undefined || amount * minutesPerUnit.day * 366 > Number.MAX_SAFE_INTEGER) {
    return { ok: false, message: `${quote(digits)} is too large a number for a duration.` };
  }
  if (unit !== undefined) return { ok: true, value: { amount, unit } };
  if (spelling.toLowerCase() === 'm') {
    const isOne = written.trim() === `1${unitText}`;
    const [minutes, months] = ['minute', 'month'].map(each =>
      written.replace(/\s*m(?![a-zA-Z])/gi, ` ${each}${isOne ? '' : 's'}`),
    );
    return {
      ok: false,
      code: 'ambiguous-unit',
      message: `The unit m may be minutes or months. Write ${minutes} or ${months}.`,
      alternatives: [minutes, months].flatMap(each =>
        each !== undefined && readDuration(each).ok ? [each] : [],
      ),
    };
  }
  if (/^(s|secs?|seconds?)$/i.test(spelling)) {
    return {
      ok: false,
      message: `The smallest unit of a duration is the minute, and ${quote(written)} speaks of seconds. ${form}`,
    };
  }
  const known = foreignUnits.get(spelling.toLowerCase().replace(/\s+/g, ' '));
  return suggesting(
    `${quote(spelling)} is not a unit of time.`,
    'The units are min, h, d, w, mo, q, y and their words, and working days.',
    known === undefined ? undefined : written.replaceAll(spelling, known),
  );
}

function withoutUnit(
  written: string,
  from: string,
  fromUnit: string | undefined,
  to: string | undefined,
): Parsed<Duration> {
  return suggesting(
    `${quote(written)} has no unit at its end.`,
    form,
    spellCompound(written) ??
      (fromUnit === undefined || to === undefined ? undefined : `${from}-${to} ${fromUnit.trim()}`),
  );
}

function reversed(from: Quantity, to: Quantity): Parsed<Duration> {
  const suggestion =
    from.unit === to.unit
      ? `${formatNumber(to.amount)}-${inWords(from)}`
      : `${inWords(to)} - ${inWords(from)}`;
  return {
    ok: false,
    code: 'reversed-range',
    message: `The range runs backwards: ${inWords(from)} is longer than ${inWords(to)}. Write ${suggestion}.`,
    suggestion,
  };
}

/** Texts that are no duration but say one: `about 2 weeks`, `< 30 minutes`, `two weeks`, `30-day`, `1h 30min`. */
function malformed(written: string): Parsed<Duration> {
  const digits = withDigits(written);
  const bounded = /^(?:<=?|≤|under|at most|up to|within|less than|max(?:imum)?\.?)\s*(.+)$/i.exec(
    digits,
  )?.[1];
  const bare = (bounded ?? digits)
    .replace(/^(?:~|≈|about|around|approx\.?|approximately|ca\.?|circa|roughly)\s*/i, '')
    .replace(/^(?:from|between)\s+(.+?)\s+(?:and|to)\s+/i, '$1 - ')
    .replace(/(\d)-(?=[a-z])/gi, '$1 ')
    .replace(/(\d),(\d{1,2})(?!\d)/g, '$1.$2');
  const whole = spellCompound(bare) ?? bare;
  const isSingle = bounded !== undefined && new RegExp(`^(${numberPattern})(?!.*\\d)`).test(whole);
  return suggesting(`${quote(written)} is not a duration.`, form, isSingle ? `0-${whole}` : whole);
}

/** A failure that offers `suggestion` if that is a duration, and else says in general what to write. */
function suggesting(problem: string, advice: string, suggestion: string | undefined): Parsed<never> {
  const isRight =
    suggestion !== undefined &&
    suggestion.length <= longestValue &&
    durationPattern.test(suggestion) &&
    readDuration(suggestion).ok;
  return isRight
    ? { ok: false, message: `${problem} Write ${suggestion}.`, suggestion }
    : { ok: false, message: `${problem} ${advice}` };
}
