/** Windows: a part of the time since the start of a chain. `hours 1-4`, `weeks 1-4`, `day 0`. */

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

/** The unit twice: `week 3 to week 4`. */
const repeatedForm = new RegExp(
  `^([a-z]+)\\s*(${numberPattern})${rangePattern}([a-z]+)\\s*(${numberPattern})$`,
  'i',
);
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
/** Which one, and of the first how many. */
const ordinalForm = new RegExp(
  `^(?:the\\s+)?(${ordinals.join('|')}|\\d+(?:st|nd|rd|th))\\s+(?:(\\d+)\\s+)?([a-z]+)$`,
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

/** A day of the calendar or a month's name, perhaps with others behind it: `2026-03-01`, `31.03.2026`, `Jan-Mar`. */
const date =
  /^(?:\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[./]\d{1,2}[./](?:\d{2}){1,2}|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?=$|[\s.–-]))/i;

/** Texts that are no window but say one: `4 weeks`, `week 3 to week 4`, `the first two weeks`, `3rd day`. */
function malformed(written: string): Parsed<Window> {
  if (date.test(written))
    return {
      ok: false,
      message: `${quote(written)} is a time of the calendar, and windows count from the start. ${form}`,
    };
  const problem = `${quote(written)} is not a window.`;
  const suggestion = repeatedUnit(written) ?? ordinal(written) ?? length(written);
  return suggestion !== undefined && readWindow(suggestion).ok
    ? { ok: false, message: `${problem} Write ${suggestion}.`, suggestion }
    : { ok: false, message: `${problem} ${form}` };
}

/** `week 3 to week 4`. */
function repeatedUnit(written: string): string | undefined {
  const [, word = '', first = '', again = '', last = ''] = repeatedForm.exec(written) ?? [];
  const unit = windowUnit(word);
  return unit === undefined || windowUnit(again) !== unit ? undefined : spelled(unit, first, last);
}

/** `third week`, `2nd day`, `the first two weeks`. */
function ordinal(written: string): string | undefined {
  const [, place = '', count, word = ''] = ordinalForm.exec(withDigits(written)) ?? [];
  const unit = windowUnit(word);
  const counted = ordinals.indexOf(place.toLowerCase()) + 1;
  const at = counted > 0 ? counted : Number.parseInt(place, 10);
  if (unit === undefined || Number.isNaN(at) || (count !== undefined && at !== 1)) return undefined;
  if (count !== undefined) return length(`${count} ${word}`);
  return spelled(unit, String(isOffset(unit) ? at - 1 : at), String(at));
}

/** `4 weeks` is a length: as a window it runs from the first to the fourth. */
function length(written: string): string | undefined {
  const [, first = '', last, word = ''] = durationForm.exec(written) ?? [];
  const unit = windowUnit(word);
  if (unit === undefined) return undefined;
  return spelled(unit, last === undefined ? (isOffset(unit) ? '0' : '1') : first, last ?? first);
}

const spelled = (unit: WindowUnit, first: string, last: string): string =>
  first === last ? `${singular(unit)} ${last}` : `${plural(unit)} ${first}-${last}`;

function windowUnit(word: string): WindowUnit | undefined {
  const unit = durationUnit(word);
  return unit === 'working-day' ? undefined : unit;
}
