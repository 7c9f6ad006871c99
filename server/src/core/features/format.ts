import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { formattingEdits } from '../syntax/format.ts';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';

/** What a client says of indentation. */
export type FormatRequest = Pick<FormattingOptions, 'tabSize' | 'insertSpaces'>;

/**
 * The edits that bring indentation, blanks and the last line's end into order, in text order and as small as can be; of what
 * a person wrote nothing else changes. None where the YAML itself has a mistake: what stands behind one may be meant
 * otherwise than it reads, and moving it would make the mistake harder to find.
 *
 * @param range only the lines that it touches change, and a list or map only where all of it is in them.
 */
export function format(context: FeatureContext, request: FormatRequest, range?: Range): readonly TextEdit[] {
  const { text, lines } = context.document;
  if (!isFormattable(context)) return [];
  const span = range && linesOf(context, range);
  const edits = formattingEdits(text, { step: stepOf(request), range: span }) ?? [];
  return edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
}

/** Whether a text is sound enough to be moved; one that is not gets no edits. */
export const isFormattable = ({ document: { tree } }: FeatureContext): boolean =>
  tree.complete && tree.problems.every(({ code }) => code !== 'yaml-trap');

/**
 * Columns for a level. A client that indents with tabs speaks of their width, which says nothing here: YAML has none. One
 * column would leave no room for a dash.
 */
const stepOf = ({ tabSize, insertSpaces }: FormatRequest): number =>
  insertSpaces && tabSize >= 2 && tabSize <= 8 ? tabSize : 2;

/** The whole lines of a range, the last with its line end. A range that ends before a line's first character leaves it out. */
function linesOf({ document: { text, lines } }: FeatureContext, { start, end }: Range): Span {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return {
    start: lines.offset({ line: start.line, character: 0 }),
    end: last + 1 < lines.lineCount ? lines.line(last + 1).start : text.length,
  };
}
