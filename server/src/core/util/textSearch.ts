/**
 * Finding records by words that a person types: partly, with typing errors, in any order. What stands in a weightier field comes first, and
 * words that stand together count for more than the same words apart. There is no reading of the text but by words.
 */
import { distance } from 'fastest-levenshtein';
import { isSwap } from './nearNames.ts';
import { joinedWords, searchWords } from './searchWords.ts';

export interface SearchField {
  /** How much a word counts that stands here; any positive number. */
  readonly weight: number;
  readonly text: string;
}

export interface SearchHit {
  /** The record's place among those that are searched. */
  readonly record: number;
  /** The place of the field in it that says most of what was looked for. */
  readonly field: number;
}

export type TextSearch = (query: string) => readonly SearchHit[];

/** Longer queries are cut, in UTF-16 units, and so are those of more words: the cost of a search stays bounded. */
const longestQuery = 200;
const mostTerms = 12;
/** A hit whose score is a smaller part of the best one's is left out. */
const faintest = 0.12;

/** Words that a question has besides those that it is about; they count where there are no others. */
const fillers = new Set(
  'a an and are at by can do for from how i in into is it my of on or our should the to we what when which with'.split(
    ' ',
  ),
);

interface IndexedField {
  readonly weight: number;
  /** Numbers of words, in text order; `length` says how many of them are the text's own, before the joined ones. */
  readonly words: readonly number[];
  readonly length: number;
}

/** Makes an index of the records. The search that it gives is pure, and the same query has the same answer. */
export function createTextSearch(records: readonly (readonly SearchField[])[]): TextSearch {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const index = records.map(fields =>
    fields.map(({ weight, text }): IndexedField => {
      const own = tellingWords(text);
      return { weight, words: [...own, ...joinedWords(text)].map(numberOf), length: own.length };
    }),
  );
  const vocabulary = [...numbers.keys()];
  return query => {
    const terms = tellingWords(query.slice(0, longestQuery)).slice(0, mostTerms);
    const qualities = terms.map(term => {
      // Who wrote a word that there is hardly meant another.
      const trust = numbers.has(term) ? 0.3 : 1;
      return Float32Array.from(vocabulary, word => {
        const found = likeness(term, word);
        return found < 0.6 ? found * trust : found;
      });
    });
    const rarities = qualities.map(quality => rarity(index, quality));
    const scored = index.flatMap((fields, record) => {
      const { score, field } = scoreOf(fields, qualities, rarities);
      return score > 0 ? [{ record, field, score }] : [];
    });
    scored.sort((left, right) => right.score - left.score || left.record - right.record);
    const least = (scored[0]?.score ?? 0) * faintest;
    return scored.filter(({ score }) => score >= least).map(({ record, field }) => ({ record, field }));
  };
}

function tellingWords(text: string): readonly string[] {
  const words = searchWords(text);
  const telling = words.filter(word => !fillers.has(word));
  return telling.length > 0 ? telling : words;
}

/** How well a word answers to a term: 1 is the word itself, 0 another one. */
function likeness(term: string, word: string): number {
  if (term === word) return 1;
  if (/^\d/.test(term)) return word.startsWith(`${term}.`) ? 0.6 : 0;
  // One or two letters begin too many words.
  if (word.startsWith(term)) return (term.length < 3 ? 0.2 : 0.6) + (0.35 * term.length) / word.length;
  if (term.length < 4) return 0;
  if (word.length > 4 && term.startsWith(word)) return 0.5;
  const edits = term.length < 8 ? 1 : 2;
  if (Math.abs(term.length - word.length) <= edits) {
    if (isSwap(term, word)) return 0.5;
    const found = distance(term, word);
    if (found <= edits) return 0.6 - 0.1 * found;
  }
  if (word.includes(term)) return 0.4;
  // `sequence` and `sequential`: most of the term, from its beginning.
  let shared = 0;
  while (shared < term.length && term[shared] === word[shared]) shared++;
  if (shared >= 5 && shared >= term.length * 0.7) return 0.35;
  // The beginning of a word with a typing error in it.
  const isBeginning = term.length >= 6 && word.length > term.length && term[0] === word[0];
  return isBeginning && distance(term, word.slice(0, term.length)) <= 1 ? 0.35 : 0;
}

/** What a term is worth that is found in few records, against one that all have. */
function rarity(index: readonly (readonly IndexedField[])[], quality: Float32Array): number {
  const having = index.filter(fields =>
    fields.some(({ words }) => words.some(at => (quality[at] ?? 0) >= 0.6)),
  );
  return Math.log(2 + index.length / (1 + having.length));
}

function scoreOf(
  fields: readonly IndexedField[],
  qualities: readonly Float32Array[],
  rarities: readonly number[],
): { readonly score: number; readonly field: number } {
  const best = qualities.map(() => 0);
  let [field, most, together, mentions] = [0, 0, 0, 0];
  fields.forEach(({ weight, words, length }, at) => {
    const found = qualities.map(quality => Math.max(0, ...words.map(word => quality[word] ?? 0)));
    let sum = 0;
    found.forEach((quality, term) => {
      sum += quality * (rarities[term] ?? 0);
      best[term] = Math.max(best[term] ?? 0, quality * weight);
    });
    if (sum === 0) return;
    const share = found.filter(quality => quality > 0).length / found.length;
    const near = adjacency(words.slice(0, length), qualities);
    // Where a text says little else, it is about what was looked for.
    const aboutness = found.filter(quality => quality >= 0.5).length / (1 + length);
    const value = weight * sum * (share * share * (0.5 + near) + 0.5 * Math.min(1, aboutness));
    mentions += share === 1 ? 1 : 0;
    together = Math.max(together, value);
    if (value > most) [field, most] = [at, value];
  });
  const all = rarities.reduce((total, each) => total + each, 0);
  const covered = rarities.reduce((total, each, term) => total + ((best[term] ?? 0) > 0 ? each : 0), 0);
  const apart = best.reduce((total, each, term) => total + each * (rarities[term] ?? 0), 0);
  const often = Math.log(1 + mentions) * all;
  const share = all === 0 ? 0 : covered / all;
  return { score: (apart + together + often) * share ** 3, field };
}

/** Which part of the terms stand one after the other, from 0 to 1. */
function adjacency(words: readonly number[], qualities: readonly Float32Array[]): number {
  const pairs = qualities.length - 1;
  if (pairs === 0) return 0;
  let found = 0;
  for (let term = 0; term < pairs; term++) {
    const isPair = words.some(
      (word, at) =>
        (qualities[term]?.[word] ?? 0) >= 0.5 && (qualities[term + 1]?.[words[at + 1] ?? -1] ?? 0) >= 0.5,
    );
    if (isPair) found++;
  }
  return found / pairs;
}
