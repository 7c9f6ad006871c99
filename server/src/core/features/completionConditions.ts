/** Words of a condition: the chain's measures, and what may stand behind one. Prose has no suggestions. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';

/** A longer one is prose. In UTF-16 units. */
const longestCondition = 500;

const comparators = ['>', '>=', '<', '<=', '='] as const;

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
  const part = (word: string, kind: CompletionItemKind): Suggestion => ({
    label: word,
    kind,
    insert: { type: 'part', text: lead + word, span },
  });
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
