/** What an anchor stands before, and what its aliases repeat. */
import type { DocumentState } from '../../project/snapshot.ts';
import type { Anchored } from '../../syntax/anchors.ts';
import { columnOf } from '../../syntax/textLines.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';
import { codeSpan, paragraphs, yamlBlock } from '../../util/markdown.ts';
import type { Span } from '../../util/span.ts';

/** Where an anchor is repeated. */
export function describeAnchor(document: DocumentState, { name, aliases }: Anchored): string {
  const lines = [...new Set(aliases.map(({ span }) => lineOf(document, span)))];
  if (lines.length === 0) return `No alias ${codeSpan(`*${name}`)} repeats this.`;
  const last = lines.pop();
  const where = lines.length === 0 ? `line ${last}` : `lines ${lines.join(', ')} and ${last}`;
  return `${codeSpan(`*${name}`)} repeats this on ${where}.`;
}

/** What an alias repeats. @param meaning what there is to say of it; without that its first lines are shown */
export function describeAlias(
  document: DocumentState,
  { name, anchor, node }: Anchored,
  meaning: string | undefined,
): string {
  const where = `${codeSpan(`*${name}`)} repeats what stands on line ${lineOf(document, anchor)}.`;
  return paragraphs([where, meaning ?? yamlBlock(excerptOf(document, node))]);
}

const lineOf = ({ lines }: DocumentState, { start }: Span): number => lines.position(start).line + 1;

/** As much of a value as a hover shows. */
const mostLines = 12;
const longestExcerpt = 600;

/** The first lines of a value, further left by its own indentation. */
function excerptOf(document: DocumentState, { span }: SyntaxNode): string {
  const indent = ' '.repeat(columnOf(document, span.start));
  const text = document.text.slice(span.start, Math.min(span.end, span.start + longestExcerpt));
  const lines = text.split(/\r\n|\n|\r/u);
  const shown = lines
    .slice(0, mostLines)
    .map(line => (line.startsWith(indent) ? line.slice(indent.length) : line));
  const isWhole = lines.length <= mostLines && text.length === span.end - span.start;
  return [...shown, ...(isWhole ? [] : ['…'])].join('\n');
}
