/** Words of a condition: the chain's measures, and what may stand behind one. Prose has no suggestions. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { MeasureDomain } from '../model/chain.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';

/** A longer one is prose. In UTF-16 units. */
const longestCondition = 500;

const comparators = ['>', '>=', '<', '<=', '='] as const;

/** A measure and what compares it, with its number still to come. */
const comparedMeasure = /([\p{L}_][\p{L}\p{M}\p{N}_-]*)\s*(?:[<>]=?|[=!]=|[=≤≥≠])\s*$/u;

/** Of more whole numbers than this many only the ends are offered. */
const mostBounds = 11;

/** The numbers that a condition may compare a measure with: all of a short range of whole ones, else its ends. */
function boundsOf({ min, max, whole }: MeasureDomain): readonly string[] {
  const ends = [min, max].flatMap(end => end ?? []);
  const isShort = whole && min !== undefined && max !== undefined && max - min < mostBounds;
  return (isShort ? Array.from({ length: max - min + 1 }, (_, index) => min + index) : ends).map(String);
}

export function conditionSuggestions(request: CompletionRequest): readonly Suggestion[] {
  const { model } = request.context.document;
  const measures = model?.kind === 'chain' ? [...new Set(model.measures.map(measure => measure.text))] : [];
  const { prefix, text, quote } = request.cursor.word;
  // Behind an escape the offsets of the text and of the source part.
  if (measures.length === 0 || text.length > longestCondition || /\\|''/u.test(text)) return [];
  const typed = /[\p{L}\p{N}_-]*$/u.exec(prefix)?.[0] ?? '';
  const before = prefix.slice(0, prefix.length - typed.length);
  const rest = /^[\p{L}\p{N}_-]*/u.exec(text.slice(prefix.length))?.[0] ?? '';
  const start = request.cursor.word.span.start + (quote === 'plain' ? 0 : 1) + before.length;
  const span = { start, end: start + typed.length + rest.length };
  const lead = request.cursor.blankMissing && text === '' ? ' ' : '';
  const part = (word: string, kind: CompletionItemKind, blank = lead): Suggestion => ({
    label: word,
    kind,
    insert: { type: 'part', text: blank + word, span },
  });
  const compared = comparedMeasure.exec(before)?.[1];
  const domain = model?.kind === 'chain' ? model.measureDomains.get(compared ?? '') : undefined;
  if (domain !== undefined) {
    const blank = /\s$/.test(before) ? '' : ' ';
    return boundsOf(domain).map(bound => part(bound, CompletionItemKind.Value, blank));
  }
  const words = before.replace(/[()]/gu, ' ').trim();
  const last = words.split(/\s+/u).at(-1) ?? '';
  if (measures.includes(last))
    return [...comparators, 'and', 'or'].map(word => part(word, CompletionItemKind.Operator));
  if (/\d$/u.test(last)) return ['and', 'or'].map(word => part(word, CompletionItemKind.Keyword));
  if (words !== '' && !['and', 'or', 'not'].includes(last)) return [];
  const negation =
    last === 'not' || (words === '' && rest !== '') ? [] : [part('not', CompletionItemKind.Keyword)];
  return [...measures.map(name => part(name, CompletionItemKind.Variable)), ...negation];
}
