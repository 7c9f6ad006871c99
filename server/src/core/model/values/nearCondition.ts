/** Conditions that are comparisons to their writer and a sentence to the language: `if severity => 3 && loss is below 2`. */
import { comparatorPhrases } from './comparator.ts';
import { readCondition, termsOf } from './condition.ts';
import { readingsOfGroupedMoney, withCommas } from './quantity.ts';
import { amountPattern } from './target.ts';

/** The longest text that is looked at, in UTF-16 units. */
const longest = 300;

const name = '([\\p{L}_][\\p{L}\\p{N}_]*(?:-[\\p{L}\\p{N}_]+)*)';
const amount = `(${amountPattern.replaceAll(/\((?!\?)/g, '(?:')}(?:\\s?%)?)`;

/** Comparators that have a number before them, and what they are behind the name instead. */
const turned: Readonly<Record<string, string>> = {
  '<': '>',
  '<=': '>=',
  '≤': '>=',
  '>': '<',
  '>=': '<=',
  '≥': '<=',
};
const sign = '(<=|>=|≤|≥|<|>)';
const turn = (comparator: string | undefined): string => turned[comparator ?? ''] ?? '';

/** Signs and words of other languages and of speech, and how they are written here; one after the other. */
const spellings: readonly (readonly [RegExp, string | ((...parts: string[]) => string)])[] = [
  [/^\s*[“”„‘’‚](.*)[“”‘’]\s*$/u, '$1'],
  [/^\s*\$?\{\{(.*)\}\}\s*$/u, '$1'],
  [/\$\{\s*([\p{L}_][\p{L}\p{N}_-]*)\s*\}/gu, '$1'],
  [/^\s*(?:only\s+)?(?:if|when)\s+/iu, ''],
  [/[.,;]\s*$/u, ''],
  [/(\d),(\d{1,2})(?![\d,])/gu, '$1.$2'],
  [
    new RegExp(`${name}\\s+in\\s+[([]\\s*${amount}\\s*,\\s*${amount}\\s*[)\\]]`, 'giu'),
    '($1 = $2 or $1 = $3)',
  ],
  [/\bper\s?cent\b/giu, '%'],
  [/\s*&&?\s*/gu, ' and '],
  [/\s*\|\|?\s*/gu, ' or '],
  [/\b(?:und|et)\b/giu, 'and'],
  [/\b(?:oder|ou)\b/giu, 'or'],
  [new RegExp(`([<>=≤≥]\\s*)(["'])${amount}\\2`, 'gu'), '$1$3'],
  [/!(?!=)\s*/gu, 'not '],
  [/([=!])==/gu, '$1='],
  ...comparatorPhrases.map(([source, comparator]): readonly [RegExp, string] => [
    new RegExp(`(?:\\bis\\s+)?(?<![\\w-])(?:${source})`, 'giu'),
    comparator,
  ]),
  [/\bis\s+(?=at\s+least\b|at\s+most\b|under\b|over\b|[<>=])/giu, ''],
  [
    new RegExp(`(?<![\\w-])${amount}\\s*${sign}\\s*${name}\\s*${sign}\\s*${amount}`, 'gu'),
    (_, low, first, measure, second, high) =>
      `(${measure} ${turn(first)} ${low} and ${measure} ${second} ${high})`,
  ],
  [
    new RegExp(`${name}\\s+(?:is\\s+)?between\\s+${amount}\\s+and\\s+${amount}`, 'giu'),
    '($1 >= $2 and $1 <= $3)',
  ],
  [
    new RegExp(`${name}\\s+(?:(?:is|in|=)\\s+)?${amount}\\s*(?:-|–|\\.\\.)\\s*${amount}`, 'giu'),
    '($1 >= $2 and $1 <= $3)',
  ],
  [new RegExp(`${name}\\s*${sign}\\s*${amount}\\s+(and|or)\\s+(?=${sign})`, 'giu'), '$1 $2 $3 $4 $1 '],
  [new RegExp(`${name}\\s+is\\s+not\\s+(?=${amount})`, 'giu'), '$1 != '],
  [new RegExp(`${name}\\s+is\\s+(?=${amount})`, 'giu'), '$1 = '],
];

/**
 * The comparison that a sentence was meant as, in the notation of the language: two where only the writer knows which
 * (`loss > €250.000`), none for a text that is no sentence, that compares nothing, or compares something other than these measures.
 */
export function nearThresholds(text: string, measures: readonly string[]): readonly string[] {
  if (text.length > longest || !isSentence(text)) return [];
  const readings = readingsOfGroupedMoney(text) ?? [text];
  return readings.flatMap(reading => nearThreshold(reading, measures) ?? []);
}

function nearThreshold(text: string, measures: readonly string[]): string | undefined {
  const spelled = spellings.reduce(
    (near, [pattern, words]) =>
      typeof words === 'string' ? near.replace(pattern, words) : near.replace(pattern, words),
    withCommas(text),
  );
  const near = spelled
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^\(([^()]*)\)$/u, '$1');
  const condition = readCondition(near);
  if (!condition.ok || condition.value.kind === 'prose') return undefined;
  const compared = termsOf(condition.value.expression).filter(({ kind }) => kind === 'comparison');
  const isMeant = compared.length > 0 && compared.every(({ measure }) => measures.includes(measure.name));
  return isMeant ? near : undefined;
}

/**
 * Why a comparison of one of these measures is no more than a sentence, where that is plain to see; `undefined` for what has no such
 * comparison, or may be words. Without a comparison that is near: `nearThresholds` says those.
 */
export function brokenThreshold(text: string, measures: readonly string[]): string | undefined {
  if (text.length > longest || !isSentence(text)) return undefined;
  const compared = [...text.matchAll(comparisons)].some(([, measure = '']) => measures.includes(measure));
  if (!compared) return undefined;
  let open = 0;
  for (const [parenthesis] of text.matchAll(/[()]/g)) {
    open += parenthesis === '(' ? 1 : -1;
    if (open < 0) return 'a parenthesis closes that nobody opened';
  }
  if (open > 0) return 'a parenthesis is not closed';
  const behind = /(?:\b(?:and|or|not)|[<>=≤≥])\s*$/iu.exec(text)?.[0].trim();
  if (behind !== undefined) return `nothing stands behind "${behind}"`;
  const before = /^\s*(?:and|or)\b/iu.exec(text)?.[0].trim();
  return before === undefined ? undefined : `nothing stands before "${before}"`;
}

const comparisons = new RegExp(`${name}\\s*(?:${sign}|[=!]?=)`, 'gu');

function isSentence(text: string): boolean {
  const condition = readCondition(text);
  return condition.ok && condition.value.kind === 'prose';
}
