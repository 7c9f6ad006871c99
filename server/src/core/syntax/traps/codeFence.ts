/** The marks around code in Markdown, and the words around those, which come along where a text is copied from a chat or a document. */
import type { Span } from '../../util/span.ts';
import { blankOut, type Mend } from '../mend.ts';

const OPENING = /^\s*?(?:`{3,}|~{3,})[\w-]*[ \t]*(?:\r?\n|$)/;
/** In the first column: deeper ones may begin or end the code of a prompt or a note. */
const MARKS = /^(?:`{3,}|~{3,})[\w-]*[ \t]*(?:\r?\n|\r|$)/gm;
/** A key in the first column, as no words of a chat begin. */
const KEY = /^["']?[a-z][\w-]*["']?[ \t]*:(?:\s|$)/m;

/** The trap, if such marks stand around all that looks like code, or one of them before or behind it. */
export function codeFence(text: string): Mend | undefined {
  const first = OPENING.exec(text)?.[0];
  const marks: Span[] = first === undefined ? [] : [{ start: 0, end: first.length }];
  for (const { 0: line, index } of text.matchAll(MARKS))
    if (index >= (first?.length ?? 0)) marks.push({ start: index, end: index + line.length });
  const [before, behind] = marks;
  if (before === undefined) return undefined;
  const isCode = ({ start, end }: Span): boolean => KEY.test(text.slice(start, end));
  const opens = !isCode({ start: 0, end: before.start });
  const closing = opens ? behind : before;
  const closes = closing !== undefined && !isCode({ start: closing.end, end: text.length });
  if (!opens && !closes) return undefined;
  return mendOf(text, opens ? before : undefined, closes ? closing : undefined);
}

/** @param opening `undefined`: there is only the one behind the code; @param closing likewise */
function mendOf(text: string, opening: Span | undefined, closing: Span | undefined): Mend {
  const spans = [
    ...(opening === undefined ? [] : [{ start: 0, end: opening.end }]),
    ...(closing === undefined ? [] : [{ start: closing.start, end: text.length }]),
  ];
  const marks = [opening, closing].flatMap(mark => mark ?? []);
  const [mark = { start: 0, end: 0 }] = marks;
  const shown = text.slice(mark.start, mark.end);
  const words =
    text.slice(0, opening?.start ?? 0).trim() !== '' || text.slice(closing?.end ?? text.length).trim() !== '';
  const lines = marks.length === 1 ? 'the line' : 'the two lines';
  const all = marks.length === 1 ? 'Remove the line' : 'Remove both lines';
  return {
    problem: {
      code: 'yaml-trap',
      span: { start: mark.start + shown.search(/\S/), end: mark.start + shown.trimEnd().length },
      message: `Markdown marks code so, and a file of this kind is nothing but code. Remove ${lines}${words ? ' and the words around' : ''}.`,
      fix: {
        title: words ? `${all} and the words around` : all,
        edits: spans.map(span => ({ span, newText: '' })),
      },
    },
    // Blanks behind a block of text would belong to it.
    edits: spans.map(span => (span.start === 0 ? blankOut(text, span) : { span, newText: '' })),
  };
}
