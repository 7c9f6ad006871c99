/** Lines and columns of a text, as edits need them. */
import type { LineMap } from '../util/lineMap.ts';
import type { Span } from '../util/span.ts';

export interface SourceText {
  readonly text: string;
  readonly lines: LineMap;
}

/** The line end that a text uses first; `\n` where it has a single line. */
export const lineEndOf = ({ text }: Pick<SourceText, 'text'>): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** The column at which an offset stands, in UTF-16 units. */
export const columnOf = ({ lines }: Pick<SourceText, 'lines'>, offset: number): number =>
  lines.position(offset).character;

/** The end of the line on which something ends, its trailing comment included; blanks and lines behind its last character do not count. */
export function lineEndBehind({ text, lines }: SourceText, { span }: { readonly span: Span }): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1] ?? '')) end--;
  return lines.line(lines.position(end).line).end;
}

/** The same, or the end of the comments on the lines below it that stand at `column` or further right, and so belong to it. */
export function endWithComments(source: SourceText, node: { readonly span: Span }, column: number): number {
  const { lines, text } = source;
  let end = lineEndBehind(source, node);
  for (let line = lines.position(end).line + 1; line < lines.lineCount; line++) {
    const span = lines.line(line);
    const blanks = /^( *)#/.exec(text.slice(span.start, span.end))?.[1];
    if (blanks === undefined || blanks.length < column) break;
    end = span.end;
  }
  return end;
}
