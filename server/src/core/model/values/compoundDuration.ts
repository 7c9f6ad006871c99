/** Durations of several units, which the language has none of, as one number of the smallest unit: `1h 30min` → `90 minutes`. */

import { numberPattern, toNumber } from './quantity.ts';
import { type DurationUnit, durationUnit, minutesPerUnit, unitSpellings } from './timeUnit.ts';

interface Part {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const partForm = new RegExp(`\\s*(?:,|\\band\\b|&|\\+)?\\s*(${numberPattern})\\s*([a-z]+)?`, 'iy');

/** A duration of ISO 8601 without seconds: `P1DT2H`, `PT90M`. */
const isoForm =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/i;
const isoUnits: readonly DurationUnit[] = ['year', 'month', 'week', 'day', 'hour', 'minute'];

/** The text as a number and a unit; `undefined` for a text that names no units one after the other, the larger first. */
export function spellCompound(text: string): string | undefined {
  const parts = isoParts(text) ?? writtenParts(text);
  const smallest = parts?.at(-1);
  if (parts === undefined || smallest === undefined) return undefined;
  const minutes = parts.reduce((sum, { amount, unit }) => sum + amount * minutesPerUnit[unit], 0);
  const amount = minutes / minutesPerUnit[smallest.unit];
  if (!Number.isSafeInteger(amount)) return undefined;
  const [plural, singular] = unitSpellings[smallest.unit];
  return `${amount} ${amount === 1 ? singular : plural}`;
}

function isoParts(text: string): readonly Part[] | undefined {
  const amounts = isoForm.exec(text)?.slice(1);
  return amounts?.flatMap((digits: string | undefined, at) => {
    const unit = isoUnits[at];
    return digits === undefined || unit === undefined ? [] : [{ amount: Number(digits), unit }];
  });
}

/** At least two parts. A number without a unit, or with `m`, behind hours counts minutes: `1h30`, `1h 30m`. */
function writtenParts(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  partForm.lastIndex = 0;
  while (partForm.lastIndex < text.length) {
    const [, digits = '', spelling = 'm'] = partForm.exec(text) ?? [];
    const before = parts.at(-1)?.unit;
    const unit = spelling.toLowerCase() === 'm' && before === 'hour' ? 'minute' : durationUnit(spelling);
    const amount = toNumber(digits);
    if (digits === '' || amount === undefined || unit === undefined) return undefined;
    if (before !== undefined && minutesPerUnit[before] <= minutesPerUnit[unit]) return undefined;
    parts.push({ amount, unit });
  }
  return parts.length > 1 ? parts : undefined;
}
