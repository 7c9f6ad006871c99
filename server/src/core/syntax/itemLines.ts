/** The lines that an entry of a block list has to itself, with the comments that belong to it. */
import type { Span } from '../util/span.ts';
import { columnOf, endWithComments, type SourceText } from './textLines.ts';
import type { SyntaxNode } from './tree.ts';

/**
 * From the start of the first line of an entry to the end of its last, without that line's end. Comments directly above it belong to
 * it where they stand no further right than its dash, comments below it where they do.
 * @returns `undefined` where it is no entry of a block list, or shares its first line with something else.
 */
export function itemLines(source: SourceText, item: SyntaxNode): Span | undefined {
  const { parent } = item;
  if (parent?.kind !== 'list' || parent.flow) return undefined;
  const { lines, text } = source;
  const dash = columnOf(source, parent.span.start);
  let line = lines.position(item.span.start).line;
  const start = lines.line(line).start;
  if (!/^[ \t]*- +(?:[&!]\S+ +)*$/.test(text.slice(start, item.span.start))) return undefined;
  const isOwnComment = (at: number): boolean => {
    const { start: from, end } = lines.line(at);
    const blanks = /^([ \t]*)#/.exec(text.slice(from, end))?.[1];
    return blanks !== undefined && blanks.length <= dash;
  };
  while (line > 0 && isOwnComment(line - 1)) line--;
  return { start: lines.line(line).start, end: endWithComments(source, item, dash + 1) };
}
