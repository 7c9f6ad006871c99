/** Whole numbers and ranges of numbers. */
import type { Parsed } from './parsed.ts';
import { formatNumber, longestValue, quote } from './quantity.ts';

/** From `min` to `max`, both included; equal where a single number was written. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** Reads a whole number, zero included: `2`. No sign, no decimals, no other notation, as it is the text that counts. */
export function readCount(text: string): Parsed<number> {
  const written = text.trim();
  const value = Number(written);
  if (/^\d{1,9}$/.test(written)) return { ok: true, value };
  const message = `${quote(text)} is not a whole number. Write digits only, such as 2.`;
  const isWhole = /^\+?\d{1,9}(?:\.0+)?$/.test(written);
  return isWhole ? { ok: false, message, suggestion: String(value) } : { ok: false, message };
}

export const describeCount = (count: number): string => String(count);

const rangeForm = /^(-?\d+(?:\.\d+)?)(?:\s*(?:-|–|—|\.\.\.?|…|\bto\b)\s*(-?\d+(?:\.\d+)?))?$/;

/** Reads a range of numbers or a single one: `1-5`, `0..100`, `-5..5`, `3`. */
export function readNumberRange(text: string): Parsed<NumberRange> {
  const written = text.trim();
  const parts = written.length > longestValue ? null : rangeForm.exec(written);
  const [, first = '', last = first] = parts ?? [];
  const min = Number(first);
  const max = Number(last);
  if (parts === null || !Number.isFinite(min) || !Number.isFinite(max)) {
    return {
      ok: false,
      message: `${quote(text)} is not a range of numbers. Write two numbers and a hyphen, such as 1-5.`,
    };
  }
  if (min <= max) return { ok: true, value: { min, max } };
  const suggestion = min < 0 || max < 0 ? `${last}..${first}` : `${last}-${first}`;
  return {
    ok: false,
    code: 'reversed-range',
    message: `The range runs backwards: ${first} is more than ${last}. Write ${suggestion}.`,
    suggestion,
  };
}

export const describeNumberRange = ({ min, max }: NumberRange): string =>
  min === max ? formatNumber(min) : `from ${formatNumber(min)} to ${formatNumber(max)}`;
