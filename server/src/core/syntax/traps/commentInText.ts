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
import { lineAt, type Mend, type Mender, valueSpan, visibleTokenFrom } from '../mend.ts';
import { containerOf } from '../path.ts';
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
    return [mendOf(text, { start, end: wordsEnd(text, comment, isInFlow(owner)) }, comment)];
  });
};

/** The same where a deeper line continues the sentence, which YAML cannot read behind a comment. */
export const commentInLines: Mender = ({ text, composition }, error) => {
  if (error.code !== 'BAD_INDENT' && error.code !== 'MISSING_CHAR' && error.code !== 'UNEXPECTED_TOKEN')
    return undefined;
  const token = visibleTokenFrom(composition.tokens, error.start);
  const line = token && lineAt(text, token.start);
  if (line === undefined || line.key !== undefined || line.dashes.length > 0 || line.span.start === 0)
    return undefined;
  const above = lineAt(text, line.span.start - 1);
  const { comment, value } = above;
  if (
    comment === undefined ||
    value.kind !== 'scalar' ||
    value.scalar.quote !== 'plain' ||
    above.indent >= line.indent
  )
    return undefined;
  const tight = /^#(?:\d|\p{L})/u.test(text.slice(comment, comment + 3)) && !MARK.test(text.slice(comment));
  const span = { start: value.at, end: valueSpan(text, line).end };
  return tight && token?.start === line.contentStart
    ? mendOf(text, span, { start: comment, end: above.span.end })
    : undefined;
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

/** Where the swallowed words end: before a comment with a blank behind its `#`, in brackets before the next comma or bracket. */
function wordsEnd(text: string, { start, end }: Span, flow: boolean): number {
  const rest = text.slice(start, end);
  const cuts = [rest.search(/[ \t]+#(?:\s|$)/), flow ? rest.search(/[,[\]{}]/) : -1].filter(cut => cut >= 0);
  return start + rest.slice(0, Math.min(rest.length, ...cuts)).trimEnd().length;
}

const isInFlow = (written: ScalarNode | Entry): boolean =>
  written.kind === 'entry' ? written.parent.flow : containerOf(written)?.flow === true;
