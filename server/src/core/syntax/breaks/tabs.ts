/** Tabs where YAML wants blanks: all lines of the text are mended at once, and told of once. */

import type { Span } from '../../util/span.ts';
import { lineStartAt } from '../cursor/line.ts';
import { compose } from '../library.ts';
import type { BrokenText, Mender } from '../mend.ts';
import { applyEdits, type TextEdit } from '../offsetMap.ts';

/** How many blanks a tab may stand for, the language's own level first; each is tried, and the first that reads best taken. */
const WIDTHS: readonly number[] = [2, 4, 8];

export const tabs: Mender = (broken, error) => {
  const { text } = broken;
  if (error.code !== 'TAB_AS_INDENT' && !isTabbed(text, error.start)) return undefined;
  const edits = indentEdits(broken);
  const first = Math.max(error.start, text.indexOf('\t', error.start));
  let last = first;
  while (text[last] === '\t') last++;
  // A tab behind a dash: one blank keeps the column of what follows next to it.
  if (text[first] === '\t' && !edits.some(({ span }) => span.start <= first && first < span.end))
    edits.push({ span: { start: first, end: Math.max(last, first + 1) }, newText: ' ' });
  const [begin] = edits;
  if (begin === undefined) return undefined;
  const at = begin.span.start > first ? first : text.indexOf('\t', begin.span.start);
  return {
    problem: {
      code: 'yaml-syntax',
      span: { start: at, end: at + (/^\t+/.exec(text.slice(at))?.[0].length ?? 1) },
      message: 'YAML does not take tabs as indentation. Indent with blanks, two for each level.',
      fix: { title: 'Replace tabs by blanks', edits, ...(isAllTabs(text, edits) ? { sure: true } : {}) },
    },
    edits,
  };
};

/** The indentation of all lines with tabs in it, but for what is deeper than the blanks that a text of several lines is indented by. */
function indentEdits({ text, composition }: BrokenText): TextEdit[] {
  const scalars = composition.tokens.filter(
    ({ kind, start, end }) => kind.endsWith('scalar') && /[\n\r]/.test(text.slice(start, end)),
  );
  const found: Span[] = [];
  let next = 0;
  for (const { 0: indent, index: start } of text.matchAll(/^[ \t]*\t[ \t]*/gm)) {
    const end = start + indent.length;
    while (next < scalars.length && (scalars[next]?.end ?? 0) <= end) next++;
    const inside = !indent.startsWith('\t') && (scalars[next]?.start ?? start) < start;
    if (!inside) found.push({ start, end });
  }
  const edited = WIDTHS.map(width => {
    const blanks = ' '.repeat(width);
    const edits = found.map(span => ({
      span,
      newText: text.slice(span.start, span.end).replaceAll('\t', blanks),
    }));
    return { edits, left: compose(applyEdits(text, edits).text).errors.length };
  });
  return edited.reduce((best, each) => (each.left < best.left ? each : best)).edits;
}

/**
 * Whether all that is indented begins with tabs, and blanks stand at most behind them: then nothing hangs on how wide the author's editor
 * shows one.
 */
function isAllTabs(text: string, edits: readonly TextEdit[]): boolean {
  const made = new Set(edits.map(({ span }) => span.start));
  return [...text.matchAll(/^[ \t]+(?=[^\s#])/gm)].every(
    ({ 0: indent, index }) => indent.startsWith('\t') && made.has(index),
  );
}

/** Whether the line of an error, or the one below it, is indented with a tab: a block of text ends at such a line. */
function isTabbed(text: string, at: number): boolean {
  const start = lineStartAt(text, at);
  const [here = '', below = ''] = text.slice(start, start + 2000).split('\n', 2);
  return /^ *\t/.test(here) || /^ *\t/.test(below);
}
