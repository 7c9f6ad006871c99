/** Windows: a part of the time since the start of a chain. `hours 1-4`, `weeks 1-4`, `day 0`. */
import { type DurationUnit, durationUnit, minutesPerUnit, unitSpellings } from './duration.ts';
import type { Parsed } from './parsed.ts';
import { formatNumber, longestValue, numberPattern, quote, rangePattern, toNumber } from './quantity.ts';

export type WindowUnit = Exclude<DurationUnit, 'working-day'>;

export interface Window {
  readonly unit: WindowUnit;
  /** As written; of a single number both are that number. */
  readonly first: number;
  readonly last: number;
  /** Minutes since the start at which it begins and ends. */
  readonly from: number;
  readonly to: number;
}

const form = 'Write a unit and a number or a range, such as hours 0-2, day 0 or weeks 1-4.';
const windowForm = new RegExp(`^([a-z]+)\\s*(${numberPattern})(?:${rangePattern}(${numberPattern}))?$`, 'i');
/** The numbers before the unit, as a duration is written. */
const durationForm = new RegExp(
  `^(${numberPattern})(?:${rangePattern}(${numberPattern}))?\\s*([a-z]+)$`,
  'i',
);

/**
 * Reads a window. Minutes and hours are offsets (`hours 1-4`: from 1 h to 4 h; a single `hour 4`: from 0 to 4 h);
 * longer units count from 1 and include both ends (`weeks 1-4`: from 0 to 4 w), but for `day 0`, the start.
 */
export function readWindow(text: string): Parsed<Window> {
  const written = text.trim();
  if (written === '' || written.length > longestValue)
    return { ok: false, message: `A window is missing here. ${form}` };
  const parts = windowForm.exec(written);
  if (parts === null) return malformed(written);
  const [, word = '', firstDigits = '', lastDigits] = parts;
  if (word.toLowerCase() === 'm') return ambiguous(written);
  const unit = durationUnit(word);
  if (unit === undefined || unit === 'working-day') {
    return { ok: false, message: `${quote(word)} is not a unit of a window. ${form}` };
  }
  const first = toNumber(firstDigits);
  const last = lastDigits === undefined ? first : toNumber(lastDigits);
  if (first === undefined || last === undefined || last * minutesPerUnit[unit] > Number.MAX_SAFE_INTEGER) {
    return { ok: false, message: `${quote(written)} holds too large a number for a window.` };
  }
  if (first > last) return reversed(unit, first, last);
  return isOffset(unit)
    ? offsetWindow(unit, first, last, lastDigits === undefined)
    : countedWindow(unit, first, last);
}

/** `weeks 1 to 4: from the start to 28 days after it`. */
export function describeWindow({ unit, first, last, from, to }: Window): string {
  const name =
    first === last
      ? `${singular(unit)} ${formatNumber(first)}`
      : `${plural(unit)} ${formatNumber(first)} to ${formatNumber(last)}`;
  if (to === 0) return `${name}, the start`;
  return from === 0
    ? `${name}: from the start to ${elapsed(to, unit)} after it`
    : `${name}: from ${elapsed(from, unit)} to ${elapsed(to, unit)} after the start`;
}

const isOffset = (unit: WindowUnit): boolean => unit === 'minute' || unit === 'hour';
const plural = (unit: WindowUnit): string => unitSpellings[unit][0] ?? unit;
const singular = (unit: WindowUnit): string => unitSpellings[unit][1] ?? unit;

/** Time since the start in the units that people count in: hours or minutes of offsets, else days. */
function elapsed(minutes: number, unit: WindowUnit): string {
  const counted: WindowUnit = isOffset(unit) ? unit : 'day';
  const amount = minutes / minutesPerUnit[counted];
  return `${formatNumber(amount)} ${amount === 1 ? singular(counted) : plural(counted)}`;
}

function offsetWindow(unit: WindowUnit, first: number, last: number, isSingle: boolean): Parsed<Window> {
  const minutes = minutesPerUnit[unit];
  return { ok: true, value: { unit, first, last, from: isSingle ? 0 : first * minutes, to: last * minutes } };
}

function countedWindow(unit: WindowUnit, first: number, last: number): Parsed<Window> {
  if (!Number.isInteger(first) || !Number.isInteger(last)) {
    return { ok: false, message: `The ${plural(unit)} of a window are whole numbers. ${form}` };
  }
  if (first === 0 && unit !== 'day') {
    const suggestion = last <= 1 ? `${singular(unit)} 1` : `${plural(unit)} 1-${last}`;
    return {
      ok: false,
      message: `A window counts its ${plural(unit)} from 1. Write ${suggestion}.`,
      suggestion,
    };
  }
  const minutes = minutesPerUnit[unit];
  return {
    ok: true,
    value: { unit, first, last, from: Math.max(0, first - 1) * minutes, to: last * minutes },
  };
}

function reversed(unit: WindowUnit, first: number, last: number): Parsed<Window> {
  const suggestion = `${plural(unit)} ${formatNumber(last)}-${formatNumber(first)}`;
  return {
    ok: false,
    code: 'reversed-range',
    message: `The range runs backwards: ${formatNumber(first)} is later than ${formatNumber(last)}. Write ${suggestion}.`,
    suggestion,
  };
}

function ambiguous(written: string): Parsed<Window> {
  const alternatives = ['minutes', 'months'].map(unit => written.replace(/^m\s*/i, `${unit} `));
  return {
    ok: false,
    code: 'ambiguous-unit',
    message: `The unit m may be minutes or months. Write ${alternatives.join(' or ')}.`,
    alternatives,
  };
}

function malformed(written: string): Parsed<Window> {
  const message = `${quote(written)} is not a window. ${form}`;
  const parts = durationForm.exec(written);
  if (parts === null) return { ok: false, message };
  const [, first = '', last, word = ''] = parts;
  const unit = durationUnit(word);
  if (unit === undefined || unit === 'working-day') return { ok: false, message };
  // `4 weeks` is a length: as a window it runs from the first to the fourth.
  const from = last === undefined ? (isOffset(unit) ? '0' : '1') : first;
  const to = last ?? first;
  const suggestion = from === to ? `${singular(unit)} ${to}` : `${plural(unit)} ${from}-${to}`;
  return readWindow(suggestion).ok ? { ok: false, message, suggestion } : { ok: false, message };
}
