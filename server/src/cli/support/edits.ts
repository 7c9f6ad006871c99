/** Text edits, as the language service gives them, applied to a text. */
import type { DocumentState, LanguageService } from '../../core/index.ts';

type Edits = ReturnType<LanguageService['formatting']>;

/** The text of a document after edits that do not touch each other. */
export function edited({ text, lines }: Pick<DocumentState, 'text' | 'lines'>, edits: Edits): string {
  const spans = edits
    .map(({ range, newText }) => ({
      start: lines.offset(range.start),
      end: lines.offset(range.end),
      newText,
    }))
    .sort((left, right) => left.start - right.start || left.end - right.end);
  let result = '';
  let behind = 0;
  for (const { start, end, newText } of spans) {
    result += text.slice(behind, start) + newText;
    behind = end;
  }
  return result + text.slice(behind);
}
