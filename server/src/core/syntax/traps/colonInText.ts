/** A colon and a blank inside a sentence: `do: Restore: first the database`, also in `{…}`. */
import { continuedEnd, flowPart, lineAt, type Mender, valueSpan } from '../mend.ts';
import { excerpt, quotingMend } from './quoting.ts';

export const colonInText: Mender = (broken, error) => {
  const { text } = broken;
  if (error.code === 'BLOCK_IN_FLOW') {
    const part = flowPart(broken, error.start);
    return /[\n\r]/.test(text.slice(part.start, part.end)) || part.end === part.start
      ? undefined
      : mendOf(text, part);
  }
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const line = lineAt(text, error.start);
  const span = valueSpan(text, line);
  if (line.key === undefined || error.start < span.start || error.start >= span.end) return undefined;
  if (!/:(?:[ \t]|$)/.test(text.slice(span.start, span.end))) return undefined;
  // `a: b:` with deeper lines below is a nested map in too few lines, not a sentence.
  if (
    text[span.end - 1] === ':' &&
    hasDeeperLine(text, line.span.end, line.key.span.start - line.span.start)
  ) {
    return undefined;
  }
  return mendOf(text, { start: span.start, end: continuedEnd(text, line, span.end) });
};

function mendOf(text: string, span: { start: number; end: number }): ReturnType<typeof quotingMend> {
  const words = excerpt(text, span);
  return quotingMend(
    text,
    span,
    `A colon followed by a blank begins a new key, so YAML does not read "${words}" as text. Put it in quotes.`,
  );
}

export function hasDeeperLine(text: string, lineEnd: number, column: number): boolean {
  const next = /\S/.exec(text.slice(lineEnd, lineEnd + 2000));
  if (next === null) return false;
  const line = lineAt(text, lineEnd + next.index);
  return line.span.start > lineEnd && line.indent > column;
}
