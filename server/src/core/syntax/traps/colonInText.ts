/** A colon and a blank inside a sentence: `do: Restore: first the database`, also in `{…}`. */
import { type LineParts, nextLineStart, trimmedEnd } from '../cursor/line.ts';
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
  const end = wrappedEnd(text, line);
  if (end !== undefined) return mendOf(text, { start: span.start, end });
  if (!/:(?:[ \t]|$)/.test(text.slice(span.start, span.end))) return undefined;
  // `a: b:` with deeper keys or items below is a nested map in too few lines, not a sentence.
  const below = deeperLine(text, line.span.end, line.key.span.start - line.span.start);
  if (
    text[span.end - 1] === ':' &&
    below !== undefined &&
    (below.key !== undefined || below.dashes.length > 0)
  )
    return undefined;
  return mendOf(text, { start: span.start, end: continuedEnd(text, line, span.end) });
};

/** Behind a sentence over several lines, of which one has the colon: what stands before it is more than one word, as no key is. */
function wrappedEnd(text: string, line: LineParts): number | undefined {
  const { key, value } = line;
  if (key === undefined || value.kind !== 'scalar' || value.scalar.quote !== 'plain') return undefined;
  const column = key.span.start - line.span.start;
  let end: number | undefined;
  let isCut = false;
  for (let at = nextLineStart(text, line.span.end); at !== undefined; ) {
    const next = lineAt(text, at);
    const isWords = next.key === undefined || (next.key.quote === 'plain' && /\s/.test(next.key.text));
    if (
      next.blank ||
      next.indent <= column ||
      next.dashes.length > 0 ||
      next.comment !== undefined ||
      !isWords
    )
      break;
    isCut ||= next.key !== undefined;
    end = trimmedEnd(text, at, next.span.end);
    at = nextLineStart(text, next.span.end);
  }
  return isCut ? end : undefined;
}

function mendOf(text: string, span: { start: number; end: number }): ReturnType<typeof quotingMend> {
  const words = excerpt(text, span);
  return quotingMend(
    text,
    span,
    `A colon followed by a blank begins a new key, so YAML does not read "${words}" as text. Put it in quotes.`,
  );
}

/** The next line with anything on it, where that stands deeper than a column. */
function deeperLine(text: string, lineEnd: number, column: number): LineParts | undefined {
  const next = /\S/.exec(text.slice(lineEnd, lineEnd + 2000));
  if (next === null) return undefined;
  const line = lineAt(text, lineEnd + next.index);
  return line.span.start > lineEnd && line.indent > column ? line : undefined;
}

export const hasDeeperLine = (text: string, lineEnd: number, column: number): boolean =>
  deeperLine(text, lineEnd, column) !== undefined;
