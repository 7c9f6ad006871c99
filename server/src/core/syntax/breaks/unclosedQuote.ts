/** A quote that is opened and not closed on its line, so that it takes lines that follow for text. */
import { closingQuote } from '../cursor/extent.ts';
import { lineEndAt, trimmedEnd } from '../cursor/line.ts';
import type { LexToken } from '../library.ts';
import { type BrokenText, inFlow, lineAt, type Mend, type Mender } from '../mend.ts';

/**
 * The first such quote before the first error, or at it; the errors behind it mean nothing before it is closed.
 * Text in quotes over several lines is fine, unless those lines look like keys and items, or stand too far left.
 */
export const unclosedQuote: Mender = (broken, error) => {
  const { text, composition } = broken;
  const token = composition.tokens.find(
    candidate => candidate.start <= error.start && isQuoted(candidate) && isUnclosed(text, candidate),
  );
  return token && mendOf(broken, token.start);
};

const isQuoted = ({ kind }: LexToken): boolean =>
  kind === 'single-quoted-scalar' || kind === 'double-quoted-scalar';

function isUnclosed(text: string, { start, end }: LexToken): boolean {
  const lineEnd = lineEndAt(text, start);
  const closed = end - 1 > start && text[end - 1] === text[start];
  if (closed && end <= lineEnd) return false;
  const line = lineAt(text, start);
  const owner = line.key?.span.start ?? line.dashes.at(-1);
  const column = owner === undefined ? -1 : owner - line.span.start;
  return closingQuote(text, start, column) === undefined;
}

function mendOf(broken: BrokenText, start: number): Mend {
  const { text } = broken;
  const quote = text[start] ?? '"';
  const lineEnd = lineEndAt(text, start);
  const rest = text.slice(start, lineEnd);
  const closing = inFlow(broken, start) ? rest.search(/[,\]}]/) : -1;
  const end = trimmedEnd(text, start + 1, closing > 0 ? start + closing : lineEnd);
  const backslashes = /\\*$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const newText = quote === '"' && backslashes % 2 === 1 ? `\\${quote}` : quote;
  const edits = [{ span: { start: end, end }, newText }];
  return {
    problem: {
      code: 'yaml-syntax',
      span: { start, end },
      message: `The quote that opens here is not closed. Write ${quote} at the end of the text.`,
      fix: { title: 'Close the quote', edits },
    },
    edits,
  };
}
