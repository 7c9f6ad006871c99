/** The marks around code in Markdown, which come along where a text is copied from a chat or a document. */
import { blankOut, type Mend } from '../mend.ts';

const OPENING = /^\s*?(`{3,}|~{3,})[\w-]*[ \t]*(?:\r?\n|$)/;
/** In the first column: deeper ones may end a prompt or a note. */
const CLOSING = /(?<=\n)(?:`{3,}|~{3,})\s*$/;

/** The trap, if the first line of a text is such a mark; one at its end goes with it. */
export function codeFence(text: string): Mend | undefined {
  const [line, mark] = OPENING.exec(text) ?? [];
  if (line === undefined || mark === undefined) return undefined;
  const opening = { start: text.indexOf(mark), end: line.trimEnd().length };
  const last = CLOSING.exec(text)?.index ?? 0;
  const hasLast = last >= line.length;
  const spans = [{ start: 0, end: line.length }, ...(hasLast ? [{ start: last, end: text.length }] : [])];
  return {
    problem: {
      code: 'yaml-trap',
      span: opening,
      message: `Markdown marks code so, and a file of this kind is nothing but code. Remove the ${hasLast ? 'two lines' : 'line'}.`,
      fix: {
        title: hasLast ? 'Remove both lines' : 'Remove the line',
        edits: spans.map(span => ({ span, newText: '' })),
      },
    },
    edits: spans.map(span => blankOut(text, span)),
  };
}
