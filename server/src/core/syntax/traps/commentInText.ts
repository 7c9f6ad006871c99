/**
 * ` #` inside a sentence, from where on YAML takes all for a comment: `do: Fix issue #12 and close`.
 *
 * Most comments behind values are comments. One is taken for swallowed words only where
 * - exactly one blank stands before the `#`, behind plain text, and
 * - a digit follows the `#` (`#12`), or
 * - a letter follows it (`#incidents`), the text before is more than one word, and nothing else in the file is
 *   commented that way, and it is no mark such as `#TODO`.
 * With nothing but the key before it (`do: #12 is open`), only a digit counts.
 */
import type { Span } from '../../util/span.ts';
import type { Mend } from '../mend.ts';
import type { Entry, ScalarNode, SyntaxNode } from '../tree.ts';
import { excerpt, quotingMend } from './quoting.ts';
import type { TreeTrap } from './treeTrap.ts';

const MARK = /^#(?:TODO|FIXME|XXX|HACK|NOTE|region|endregion)\b/i;

export const commentInText: TreeTrap = ({ text, nodes, comments }) => {
  const tight = comments.filter(({ start }) => /^#[\p{L}\p{N}]/u.test(text.slice(start, start + 3)));
  if (tight.length === 0) return [];
  const styled = comments.some(
    span => standsAlone(text, span) && /^#\p{L}/u.test(text.slice(span.start, span.start + 3)),
  );
  const before = new Map<number, ScalarNode | Entry>();
  for (const node of nodes) {
    if (node.kind === 'scalar' && node.style === 'plain' && !isKey(node) && node.text !== '')
      before.set(node.span.end, node);
    if (node.kind === 'map')
      for (const entry of node.entries) if (!entry.value) before.set(entry.span.end, entry);
  }
  return tight.flatMap((comment): Mend[] => {
    if (text[comment.start - 1] !== ' ') return [];
    const owner = before.get(comment.start - 1);
    if (owner === undefined || !isSwallowed(text, comment, owner, styled)) return [];
    const start = owner.kind === 'entry' ? comment.start : owner.span.start;
    return [mendOf(text, { start, end: trimEnd(text, comment) }, comment)];
  });
};

function isSwallowed(text: string, comment: Span, owner: ScalarNode | Entry, styled: boolean): boolean {
  if (/^#\d/.test(text.slice(comment.start, comment.start + 2))) return true;
  if (owner.kind === 'entry' || styled || MARK.test(text.slice(comment.start, comment.end))) return false;
  return /\s/.test(owner.text);
}

/** A trap that the words from `span.start` to its end are one text, which the comment cuts. */
export function mendOf(text: string, span: Span, comment: Span): Mend {
  const word = text.slice(comment.start, comment.end).split(/\s/)[0] ?? '#';
  const words = excerpt(text, span);
  return quotingMend(
    text,
    span,
    `A blank and # begin a comment, so YAML drops all from "${word}" on. Put "${words}" in quotes, or write the comment with a blank behind its #.`,
  );
}

const isKey = (node: SyntaxNode): boolean => node.parent?.kind === 'entry' && node.parent.key === node;

const standsAlone = (text: string, { start }: Span): boolean =>
  /(?:^|[\n\r])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));

const trimEnd = (text: string, { start, end }: Span): number =>
  start + text.slice(start, end).trimEnd().length;
