/** Turns suggestions into the items of an answer: what each replaces, with what text, and in which order they stand. */
import {
  type CompletionItem,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Span } from '../util/span.ts';
import { inQuotes, writeScalar } from '../util/yamlText.ts';
import type { NamesApart } from './completionApart.ts';
import type { CompletionRequest, Insert, Suggestion } from './completionRequest.ts';
import { lineStart } from './completionRoom.ts';
import type { FeatureContext } from './feature.ts';
import { type Body, type Rendered, render, renderEntry, textBody } from './support/insertion.ts';

/** How suggestions get from the cursor to where they belong. */
export interface Frame {
  /** They are items of a list that has no dash here yet. */
  readonly dash: boolean;
  /** They begin on the line below, in block style. */
  readonly below: boolean;
  /** They are items of a list whose other items stand around the word as one text. */
  readonly apart?: NamesApart;
}

export interface Framed {
  readonly suggestion: Suggestion;
  readonly frame: Frame;
  /** The cursor as it is meant here: a place below an empty key counts twice. */
  readonly request: CompletionRequest;
}

/** The items in the order given; of several with the same label the first. */
export function completionItems(framed: readonly Framed[]): CompletionItem[] {
  const byLabel = new Map<string, Framed>();
  for (const each of framed)
    if (!byLabel.has(each.suggestion.label)) byLabel.set(each.suggestion.label, each);
  return [...byLabel.values()].map(item);
}

function item({ suggestion, frame, request }: Framed, index: number): CompletionItem {
  const { context, cursor, options } = request;
  const span = replacedSpan(request, suggestion.insert, frame);
  const { text, isSnippet } = insertedText(request, suggestion.insert, frame, span);
  // Editors compare with all from the start of what is replaced to the cursor.
  const open = frame.apart?.lead ?? (suggestion.insert.type === 'part' ? '' : quoteMark(cursor.word.quote));
  const filterText = open + [suggestion.label, ...(suggestion.filter ?? [])].join(' ');
  return {
    label: suggestion.label,
    kind: suggestion.kind,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: context.document.lines.range(span), newText: text },
    ...(cursor.commaBefore === undefined
      ? {}
      : { additionalTextEdits: [commaAt(context, cursor.commaBefore)] }),
    // Snippets are written relative to their line, since editors indent their further lines; all else is in full.
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: isSnippet ? InsertTextMode.adjustIndentation : InsertTextMode.asIs,
    ...(suggestion.description === undefined
      ? {}
      : { labelDetails: { description: suggestion.description } }),
    ...(suggestion.detail === undefined ? {} : { detail: suggestion.detail }),
    ...(filterText === suggestion.label ? {} : { filterText }),
    ...(suggestion.data === undefined ? {} : { data: suggestion.data }),
    ...(suggestion.retrigger === true && options.retrigger === true ? { command: suggestAgain } : {}),
  };
}

const commaAt = ({ document }: FeatureContext, offset: number): TextEdit => ({
  range: document.lines.range({ start: offset, end: offset }),
  newText: ',',
});

const suggestAgain = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

const quoteMark = (quote: 'plain' | 'single' | 'double'): string =>
  quote === 'plain' ? '' : quote === 'single' ? "'" : '"';

/** Where the line of an offset begins, and how many blanks stand between there and the offset's first word. */
function lineAt(text: string, offset: number): { readonly start: number; readonly indent: number } {
  const start = lineStart(text, offset);
  return { start, indent: /^[ \t]*/u.exec(text.slice(start, offset))?.[0].length ?? 0 };
}

/** Whether what is written at `offset` begins its line: its column tells what it belongs to, and in brackets must be deeper than what that is in. */
const isOwnLine = (line: { readonly start: number; readonly indent: number }, offset: number): boolean =>
  line.start + line.indent === offset;

/** The word, and the blanks before it that have to go: all behind a colon, on a line of its own those too many. */
function replacedSpan({ context, cursor }: CompletionRequest, insert: Insert, frame: Frame): Span {
  if (insert.type === 'part') return insert.span;
  const { text } = context.document;
  const { start, end } = cursor.word.span;
  const line = lineAt(text, start);
  if (frame.below) return { start: line.start + text.slice(line.start, start).trimEnd().length, end };
  const surplus =
    cursor.flow === undefined && isOwnLine(line, start) ? Math.max(0, line.indent - cursor.indent) : 0;
  return { start: start - surplus, end };
}

function insertedText(request: CompletionRequest, insert: Insert, frame: Frame, span: Span): Rendered {
  const { context, cursor, options } = request;
  if (insert.type === 'part') return { text: insert.text, isSnippet: false };
  const line = lineAt(context.document.text, span.start);
  const missing = isOwnLine(line, span.start) ? Math.max(0, cursor.indent - line.indent) : 0;
  const lead = cursor.blankMissing ? ' ' : ' '.repeat(missing);
  const rendering = {
    flow: cursor.flow !== undefined,
    snippets: options.snippets,
    unit: cursor.indentUnit,
    base: cursor.indent,
    lineIndent: line.indent,
    newLine: frame.below,
    lead: frame.below ? '' : lead,
    trail: cursor.commaMissing ? ',' : '',
  };
  if (insert.type === 'entry' && cursor.colonFollows) return { text: lead + insert.key, isSnippet: false };
  const isKey = !frame.dash && (cursor.flow === undefined || cursor.place === 'key');
  const body = bodyOf(request, insert);
  const [entry, ...others] = body.type === 'map' ? body.entries : [];
  if (isKey && entry !== undefined && others.length === 0) return renderEntry(entry, rendering);
  if (!frame.dash) return render(body, rendering);
  const { before = [], after = [] } = frame.apart ?? {};
  const [above, under] = [before, after].map(names => names.map(name => textBody(writeScalar(name, false))));
  return render({ type: 'list', items: [...(above ?? []), body, ...(under ?? [])] }, rendering);
}

function bodyOf({ cursor }: CompletionRequest, insert: Exclude<Insert, { type: 'part' }>): Body {
  if (insert.type === 'body') return insert.body;
  if (insert.type === 'entry') return { type: 'map', entries: [{ key: insert.key, value: insert.value }] };
  const { quote } = cursor.word;
  return textBody(
    quote === 'plain' ? writeScalar(insert.text, cursor.flow !== undefined) : inQuotes(insert.text, quote),
  );
}
