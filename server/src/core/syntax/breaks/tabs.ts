/** Tabs where YAML wants blanks: all lines of the text are mended at once, and told of once. */
import { lineStartAt } from '../cursor/line.ts';
import type { Mender } from '../mend.ts';
import type { TextEdit } from '../offsetMap.ts';

const BLANKS = '  ';

export const tabs: Mender = ({ text, composition }, error) => {
  if (error.code !== 'TAB_AS_INDENT' && !isTabbed(text, error.start)) return undefined;
  const edits: TextEdit[] = [];
  const scalars = composition.tokens.filter(
    ({ kind, start, end }) => kind.endsWith('scalar') && /[\n\r]/.test(text.slice(start, end)),
  );
  let next = 0;
  for (const match of text.matchAll(/^[ \t]*\t[ \t]*/gm)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < scalars.length && (scalars[next]?.end ?? 0) <= end) next++;
    const inside = (scalars[next]?.start ?? start) < start;
    if (!inside) edits.push({ span: { start, end }, newText: match[0].replaceAll('\t', BLANKS) });
  }
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
      fix: { title: 'Replace tabs by blanks', edits },
    },
    edits,
  };
};

/** Whether the line of an error, or the one below it, is indented with a tab: a block of text ends at such a line. */
function isTabbed(text: string, at: number): boolean {
  const start = lineStartAt(text, at);
  const [here = '', below = ''] = text.slice(start, start + 2000).split('\n', 2);
  return /^ *\t/.test(here) || /^ *\t/.test(below);
}
