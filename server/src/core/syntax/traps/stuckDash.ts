/** `-skill: writer`, `-Counts are equal`: without a blank behind it a dash is part of the key or text, and begins no list entry. */
import type { Span } from '../../util/span.ts';
import { type LineParts, nextLineStart } from '../cursor/line.ts';
import { outlineOf } from '../cursor/outline.ts';
import { lineAt, type Mend, type Mender, shiftLines, valueSpan } from '../mend.ts';
import type { TextEdit } from '../offsetMap.ts';
import { excerpt } from './quoting.ts';
import type { TreeTrap } from './treeTrap.ts';

/** A dash, and a key as the language writes them; no option of a command (`--all`), no number. */
const STUCK = /^-[A-Za-z][\w-]*$/;

/** Where such a key makes the lines below it stand wrong, or such a text stands in the column of a list's dashes. */
export const stuckDash: Mender = ({ text }, error) => {
  const line = lineAt(text, error.start);
  const above = lineAt(text, Math.max(0, line.span.start - 1));
  const stuck = [line, above].find(({ key }) => key !== undefined && STUCK.test(key.text));
  if (stuck?.key) return mendOf(text, stuck.key.span, restOf(text, stuck));
  return isStuckItem(text, line) ? mendOf(text, valueSpan(text, line), []) : undefined;
};

function isStuckItem(text: string, { span, indent, key, dashes, contentStart }: LineParts): boolean {
  if (key !== undefined || dashes.length > 0 || !/^-[^\s-]/.test(text.slice(contentStart, span.end)))
    return false;
  const { open } = outlineOf(text.slice(0, span.start), span.start);
  return open.some(({ kind, column }) => kind === 'list' && column === indent);
}

/** Where nothing stands below it, so that YAML sees nothing wrong. */
export const stuckDashAlone: TreeTrap = ({ text, nodes }) =>
  nodes.flatMap(node =>
    node.kind === 'scalar' &&
    node.style === 'plain' &&
    node.parent?.kind === 'entry' &&
    node.parent.key === node &&
    !node.parent.parent.flow &&
    STUCK.test(node.text)
      ? [mendOf(text, node.span, restOf(text, lineAt(text, node.span.start)))]
      : [],
  );

/**
 * The lines of the same entry set in, where they stand in the column of the dash or the next, and not behind the blank that is missing.
 * Nothing in the first column, where no list of the language stands.
 */
function restOf(text: string, { span, indent }: LineParts): readonly TextEdit[] {
  if (indent === 0) return [];
  const own: LineParts[] = [];
  for (let start = nextLineStart(text, span.end); start !== undefined; ) {
    const line = lineAt(text, start);
    const isNext = line.indent === indent && text[start + indent] === '-';
    if (!line.blank && (line.indent < indent || isNext)) break;
    if (!line.blank) own.push(line);
    start = nextLineStart(text, line.span.end);
  }
  const column = own.find(({ key }) => key !== undefined)?.indent ?? Number.POSITIVE_INFINITY;
  return column >= indent + 2 ? [] : shiftLines(own, indent + 2 - column);
}

function mendOf(text: string, span: Span, rest: readonly TextEdit[]): Mend {
  const behind = span.start + 1;
  const edits = [{ span: { start: behind, end: behind }, newText: ' ' }, ...rest];
  const words = excerpt(text, { start: behind, end: span.end });
  return {
    problem: {
      code: 'yaml-trap',
      span,
      message: `Without a blank behind it the dash is part of "-${words}", and begins no list entry. Write "- ${words}".`,
      fix: { title: 'Insert a blank behind the dash', edits },
    },
    edits,
  };
}
