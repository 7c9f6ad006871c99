/** Targets: what a measure is to reach. `< 30 minutes`, `at least 90 %`, `20-30 %`, `$10M-$100M`, `4.5+`, `-40 %`. */
import { type Comparator, comparatorPhrases } from './comparator.ts';
import type { Parsed } from './parsed.ts';
import {
  formatNumber,
  longestValue,
  numberPattern,
  quote,
  rangePattern,
  readingsOfGroupedMoney,
  toNumber,
  withCommas,
  withDigits,
} from './quantity.ts';

/** What a target's numbers count. */
export interface TargetUnit {
  /** A currency's sign, written before the number; `undefined`: none. */
  readonly currency: string | undefined;
  /** What stands behind the number (`%`, `minutes`, `of services`); `''`: nothing. */
  readonly words: string;
}

/** Numbers are whole amounts: `$10M` is 10000000. */
export type Target =
  /** A bare number is `=`. */
  | {
      readonly kind: 'bound';
      readonly comparator: Comparator;
      readonly value: number;
      readonly unit: TargetUnit;
    }
  | { readonly kind: 'range'; readonly min: number; readonly max: number; readonly unit: TargetUnit }
  /** A change against what was before; negative: a fall. */
  | { readonly kind: 'change'; readonly by: number; readonly unit: TargetUnit };

const form =
  'Write a comparator, a number and a unit, such as < 30 minutes, >= 90 %, at least 2 reviewers or 20-30 %.';

const magnitudes: Readonly<Record<string, number>> = { K: 1e3, k: 1e3, M: 1e6, B: 1e9, bn: 1e9, Bn: 1e9 };
/** A sign of currency, digits, and a magnitude that touches them. */
export const amountPattern = `([$€£¥])?\\s?(${numberPattern})(bn|Bn|[kKMB])?(?![a-zA-Z0-9])`;
/** An amount that a unit may follow without a blank (`500ms`). */
const amountBeforeUnit = `([$€£¥])?\\s?(${numberPattern})(?:(bn|Bn|[kKMB])(?![a-zA-Z0-9]))?`;
/** `5` of `4.5/5`, then words: no comparator, and no second number but the counted thing's (`P0`). */
const unitPattern = '\\s*(%|/\\d+)?\\s*((?:[^\\s\\d,.;:<>=≤≥][^<>=≤≥]*?)?)';

const comparatorWords: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '=': '=',
  '≥': '>=',
  '>=': '>=',
  '>': '>',
  under: '<',
  over: '>',
  'at least': '>=',
  'at most': '<=',
};
/** The comparators as they may be written, the longer before their beginnings. */
export const comparatorPattern = '<=|>=|≤|≥|<|>|=|at least\\b|at most\\b|under\\b|over\\b';

/** The comparator that one of `comparatorPattern` stands for. */
export const comparatorOf = (written: string): Comparator | undefined =>
  comparatorWords[written.toLowerCase().replace(/\s+/g, ' ')];

const comparatorForm = new RegExp(`^(?:${comparatorPattern})`, 'i');
const boundForm = new RegExp(`^\\s*${amountBeforeUnit}(\\+)?${unitPattern}$`);
const rangeForm = new RegExp(`^${amountBeforeUnit}\\s*(%)?${rangePattern}${amountBeforeUnit}${unitPattern}$`);
const changeForm = new RegExp(`^([-+−])\\s*${amountBeforeUnit}${unitPattern}$`);

/** Comparators that only a target begins with, and all others of other notations. */
const foreignComparators: readonly (readonly [RegExp, string])[] = [
  [/^up to\b|^within\b|^max(?:imum)?\b\.?/i, '<='],
  [/^min(?:imum)?\b\.?/i, '>='],
  ...comparatorPhrases.map(([source, comparator]): readonly [RegExp, string] => [
    new RegExp(`^(?:${source})`, 'i'),
    comparator,
  ]),
  [/^==/, '='],
  [/^<\s+=/, '<='],
  [/^>\s+=/, '>='],
  [/^(?:~|≈|about|around|approx\.?)/i, ''],
];

/** A bound that is said behind the number: `3 or more reviewers`, `5 minutes or less`, `2 days max`. */
const boundsBehind: readonly (readonly [RegExp, string])[] = [
  [/^(.*?)\s+(?:or\s+(?:more|higher|above|over|longer)\b|(?:at least|minimum)$)/i, 'at least $1'],
  [
    /^(.*?)\s+(?:or\s+(?:less|fewer|lower|below|under|shorter)\b|(?:at most|max(?:imum)?)\.?$)/i,
    'at most $1',
  ],
];

/** Ranges and numbers in words. */
const foreignNumbers: readonly (readonly [RegExp, string])[] = [
  [/^(?:from|between)\s+(.+?)\s+(?:and|to)\s+/i, '$1-'],
  [/^(?:zero|none|nil|no)(?=$|\s)(?!\s+\S+\s+than\b)/i, '0'],
];

/** The number that an amount's parts stand for; `undefined` where it is too large to count with. */
export function amountOf(digits: string, magnitude: string | undefined): number | undefined {
  const value = toNumber(digits);
  const factor = magnitude === undefined ? 1 : magnitudes[magnitude];
  return value === undefined || factor === undefined ? undefined : value * factor;
}

export function readTarget(text: string): Parsed<Target> {
  const written = text.trim();
  if (written === '' || written.length > longestValue)
    return { ok: false, message: `A target is missing here. ${form}` };
  const read = readRange(written) ?? readChange(written) ?? readBound(written);
  if (read === undefined) return malformed(written);
  return (read.ok ? thousandOrFraction(written) : undefined) ?? read;
}

/** `at least 90 %`, `between 10000000 and 100000000 $`. */
export function describeTarget(target: Target): string {
  const { unit } = target;
  if (target.kind === 'range')
    return `from ${amountInWords(target.min, unit, false)} to ${amountInWords(target.max, unit)}`;
  if (target.kind === 'change') {
    const size = amountInWords(Math.abs(target.by), unit);
    return target.by < 0 ? `a fall by ${size}` : `a rise by ${size}`;
  }
  return `${comparatorInWords[target.comparator]} ${amountInWords(target.value, unit)}`;
}

export const comparatorInWords: Readonly<Record<Comparator, string>> = {
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  '>=': 'at least',
  '>': 'more than',
};

function amountInWords(value: number, { currency, words }: TargetUnit, withWords = true): string {
  const digits = value >= 10_000 ? groups(value) : formatNumber(value);
  const behind =
    withWords && words !== '' ? (words.startsWith('/') ? ` of ${words.slice(1)}` : ` ${words}`) : '';
  return `${currency ?? ''}${digits}${behind}`;
}

/** Digits in groups of three, as in `10,000`. */
const groups = (value: number): string => formatNumber(value).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

function readRange(written: string): Parsed<Target> | undefined {
  const parts = rangeForm.exec(written);
  if (parts === null) return undefined;
  const [
    ,
    fromCurrency,
    from = '',
    fromMagnitude,
    percent,
    toCurrency,
    to = '',
    toMagnitude,
    sign = '',
    words = '',
  ] = parts;
  if (percent !== undefined && sign !== '%') return undefined;
  if (toCurrency !== undefined && fromCurrency !== toCurrency) return undefined;
  // `$10-100M` speaks of millions at both ends.
  const min = amountOf(from, fromMagnitude ?? toMagnitude);
  const max = amountOf(to, toMagnitude);
  const unit = unitOf(fromCurrency, sign, words);
  if (min === undefined || max === undefined) return tooLarge(written);
  if (unit === undefined) return ambiguous(written);
  if (min <= max) return { ok: true, value: { kind: 'range', min, max, unit } };
  const low = `${fromCurrency ?? ''}${to}${toMagnitude ?? ''}`;
  const high = `${fromCurrency ?? ''}${from}${fromMagnitude ?? toMagnitude ?? ''}`;
  const suggestion = `${low}-${high} ${unit.words}`.trim();
  return {
    ok: false,
    code: 'reversed-range',
    message: `The range runs backwards: ${high} is more than ${low}. Write ${suggestion}.`,
    suggestion,
  };
}

function readChange(written: string): Parsed<Target> | undefined {
  const parts = changeForm.exec(written);
  if (parts === null) return undefined;
  const [, sign, currency, digits = '', magnitude, percent = '', words = ''] = parts;
  const size = amountOf(digits, magnitude);
  const unit = unitOf(currency, percent, words);
  if (size === undefined) return tooLarge(written);
  if (unit === undefined) return ambiguous(written);
  return { ok: true, value: { kind: 'change', by: sign === '+' ? size : -size, unit } };
}

function readBound(written: string): Parsed<Target> | undefined {
  const comparator = comparatorForm.exec(written)?.[0];
  const parts = boundForm.exec(written.slice(comparator?.length ?? 0));
  const isSaidBehind = comparator === undefined && boundsBehind.some(([pattern]) => pattern.test(written));
  if (parts === null || isSaidBehind) return undefined;
  const [, currency, digits = '', magnitude, plus, percent = '', words = ''] = parts;
  if (comparator !== undefined && plus !== undefined) return undefined;
  const value = amountOf(digits, magnitude);
  const unit = unitOf(currency, percent, words);
  if (value === undefined) return tooLarge(written);
  if (unit === undefined) return ambiguous(written);
  const said = comparator === undefined ? (plus === undefined ? '=' : '>=') : comparatorOf(comparator);
  return said === undefined
    ? undefined
    : { ok: true, value: { kind: 'bound', comparator: said, value, unit } };
}

/** `undefined` for a bare `m`, which may be minutes or months. */
function unitOf(currency: string | undefined, sign: string, words: string): TargetUnit | undefined {
  if (words === 'm' && sign === '') return undefined;
  return { currency, words: [sign, words].filter(part => part !== '').join(' ') };
}

function ambiguous(written: string): Parsed<Target> {
  // Of money the small letter is a million, as in `€1.5m`.
  if (/[$€£¥]/.test(written)) {
    const millions = `${written.slice(0, -1).trimEnd()}M`;
    const message = `A small m is minutes or months, and millions are M. Write ${millions}.`;
    return { ok: false, message, suggestion: millions };
  }
  const minutes = `${written.slice(0, -1).trimEnd()} min`;
  const months = `${written.slice(0, -1).trimEnd()} mo`;
  return {
    ok: false,
    code: 'ambiguous-unit',
    message: `The unit m may be minutes or months. Write ${minutes} or ${months}.`,
    alternatives: [minutes, months],
  };
}

function thousandOrFraction(written: string): Parsed<Target> | undefined {
  const readings = readingsOfGroupedMoney(written);
  if (readings === undefined) return undefined;
  const [grouped, fraction] = readings;
  return {
    ok: false,
    message: `The full stop in ${quote(written)} begins a fraction here. Write ${grouped} for thousands, or ${fraction}.`,
    alternatives: readings,
  };
}

const tooLarge = (written: string): Parsed<Target> => ({
  ok: false,
  message: `${quote(written)} holds too large a number for a target.`,
});

/** Texts that are no target but say one: `more than 90 %`, `=> 90 %`, `at least two reviewers`, `3 or more`, `99,9 %`. */
function malformed(written: string): Parsed<Target> {
  let near = withDigits(withCommas(written)).replace(/(\d),(\d{1,2})(?!\d)/g, '$1.$2');
  for (const [pattern, comparator] of foreignComparators)
    near = near.replace(pattern, comparator === '' ? '' : `${comparator} `);
  for (const [pattern, words] of [...foreignNumbers, ...boundsBehind]) near = near.replace(pattern, words);
  near = near.replace(/\s+/g, ' ').trim();
  const problem = `${quote(written)} is not a target.`;
  return near !== written && readTargetForm(near)
    ? { ok: false, message: `${problem} Write ${near}.`, suggestion: near }
    : { ok: false, message: `${problem} ${form}` };
}

const readTargetForm = (text: string): boolean =>
  [readRange, readChange, readBound].some(read => read(text)?.ok === true);
