/** The parts of values that the language reads: numbers, units and comparators of durations, targets, windows and conditions. */
import type { Meaning } from '../../../../../../schemas/table.ts';
import { readCadence } from '../../../model/values/cadence.ts';
import { readCondition } from '../../../model/values/condition.ts';
import { readDuration, readTimeline } from '../../../model/values/duration.ts';
import { readCount, readNumberRange } from '../../../model/values/number.ts';
import { numberPattern } from '../../../model/values/quantity.ts';
import { comparatorPattern, readTarget } from '../../../model/values/target.ts';
import { durationUnit } from '../../../model/values/timeUnit.ts';
import { readWindow } from '../../../model/values/window.ts';
import type { Span } from '../../../util/span.ts';
import type { TokenType } from './tokenTypes.ts';

export interface ValueToken {
  readonly span: Span;
  readonly type: TokenType;
}

/** Meanings whose values have parts, with what reads them: a value that cannot be read has no tokens. */
const readers: Readonly<Partial<Record<Meaning, (text: string) => { readonly ok: boolean }>>> = {
  duration: readDuration,
  timeline: readTimeline,
  target: readTarget,
  window: readWindow,
  condition: readCondition,
  cadence: readCadence,
  count: readCount,
  'number-range': readNumberRange,
};

export const hasParts = (meaning: Meaning | undefined): meaning is Meaning =>
  meaning !== undefined && readers[meaning] !== undefined;

/**
 * The parts of a value in text order.
 * @param text As it is read.
 * @param source As it stands in the document, from `start` on; it differs from `text` in blanks alone.
 * @param isMeasure Whether a word of a condition is a measure of the chain.
 */
export function valueTokens(
  meaning: Meaning,
  text: string,
  source: string,
  start: number,
  isMeasure: (name: string) => boolean,
): readonly ValueToken[] {
  if (readers[meaning]?.(text).ok !== true) return [];
  const at = (found: { readonly index: number; readonly 0: string }, type: TokenType): ValueToken => ({
    span: { start: start + found.index, end: start + found.index + found[0].length },
    type,
  });
  if (meaning === 'condition') {
    const isThreshold = isThresholdText(text);
    return [...source.matchAll(conditionParts)].flatMap(found => {
      const type = conditionType(found, isThreshold, isMeasure);
      return type === undefined ? [] : [at(found, type)];
    });
  }
  const tokens: ValueToken[] = [];
  let last: TokenType | undefined;
  for (const found of source.matchAll(quantityParts)) {
    const type = quantityType(found, meaning, last);
    // Behind the amount of a target stand the words of what is counted.
    if (type === undefined) break;
    last = type;
    tokens.push(at(found, type));
  }
  return tokens;
}

function isThresholdText(text: string): boolean {
  const read = readCondition(text);
  return read.ok && read.value.kind === 'threshold';
}

const currency = '[$€£¥]?';
const magnitude = '(?:bn|Bn|[kKMB])(?![a-zA-Z0-9])';
const amount = `${currency}(?:${numberPattern})(?:${magnitude})?`;

/** Comparators, amounts, the percent sign, and words; what stands between the ends of a range is a comparator here. */
const quantityParts = new RegExp(
  `(?<comparator>${comparatorPattern}|\\+|–|—|−|-|\\.\\.\\.?|…|\\bto\\b)|(?<amount>${amount})|(?<word>%|working\\s+days?\\b|\\p{L}[\\p{L}\\p{M}]*)`,
  'giu',
);

type Found = RegExpExecArray | RegExpMatchArray;

function quantityType(found: Found, meaning: Meaning, before: TokenType | undefined): TokenType | undefined {
  const { comparator, amount: number, word } = found.groups ?? {};
  if (number !== undefined) return 'number';
  if (comparator !== undefined) return 'operator';
  if (word === undefined) return undefined;
  if (word === '%') return 'unit';
  if (meaning === 'cadence' || meaning === 'timeline')
    return durationUnit(word) === undefined ? 'keyword' : 'unit';
  const isBeside = meaning === 'window' || before === 'number';
  return isBeside && durationUnit(word) !== undefined ? 'unit' : undefined;
}

/** As `readCondition` reads them; names before numbers, so that no digit of a name counts. */
const conditionParts = new RegExp(
  `(?<comparator>==|!=|≠|<=|>=|≤|≥|<|>|=|\\b(?:at\\s+least|at\\s+most|under|over)(?![\\w-]))|(?<word>[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*(?:-[\\p{L}\\p{M}\\p{N}_]+)*)|(?<amount>[-−+]?${amount})|(?<percent>%)`,
  'giu',
);

function conditionType(
  found: Found,
  isThreshold: boolean,
  isMeasure: (name: string) => boolean,
): TokenType | undefined {
  const { comparator, word, amount: number, percent } = found.groups ?? {};
  if (word !== undefined && isMeasure(word)) return 'measure';
  // Words of a sentence stay words.
  if (!isThreshold) return undefined;
  if (comparator !== undefined) return 'operator';
  if (number !== undefined) return 'number';
  if (percent !== undefined) return 'unit';
  if (word === undefined) return undefined;
  if (/^(?:and|or|not)$/i.test(word)) return 'keyword';
  return durationUnit(word) === undefined ? undefined : 'unit';
}
