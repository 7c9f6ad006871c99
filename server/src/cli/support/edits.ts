/** Text edits, as the language service gives them, applied to a text. */
import type { DocumentState, LanguageService } from '../../core/index.ts';

type Edits = ReturnType<LanguageService['formatting']>;

/** A text in the place of another, in UTF-16 offsets. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The edits in the order of the text. */
export const splicesOf = ({ lines }: Pick<DocumentState, 'lines'>, edits: Edits): readonly Splice[] =>
  edits
    .map(({ range, newText }) => ({
      start: lines.offset(range.start),
      end: lines.offset(range.end),
      newText,
    }))
    .sort((left, right) => left.start - right.start || left.end - right.end);

/** A text after splices that do not touch each other. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = '';
  let behind = 0;
  for (const { start, end, newText } of splices) {
    result += text.slice(behind, start) + newText;
    behind = end;
  }
  return result + text.slice(behind);
}
