/**
 * Comments that take findings away: `# skill-chains-ignore unused-product: kept for the auditors` above a line or behind it, and
 * `# skill-chains-ignore-file …` at the top for all of a file.
 */

import { walk } from '../syntax/path.ts';
import type { ScalarNode, SyntaxTree } from '../syntax/tree.ts';
import type { LineMap } from '../util/lineMap.ts';
import type { Span } from '../util/span.ts';

export const ignoreLine = 'skill-chains-ignore';
export const ignoreFile = 'skill-chains-ignore-file';

/** The code of a rule, as it is written. */
export interface SuppressedCode {
  readonly text: string;
  readonly span: Span;
}

export interface Suppression {
  /** From the `#` to the end of the comment. */
  readonly span: Span;
  /** The first word; one that is none of the two takes nothing away. */
  readonly word: string;
  readonly wordSpan: Span;
  readonly codes: readonly SuppressedCode[];
  /** What stands behind the colon; `undefined`: nothing does. */
  readonly reason: string | undefined;
  /** Nothing but blanks stands before it in its line. */
  readonly ownLine: boolean;
  /** Where it counts: a 0-based line, the whole file, or nowhere. */
  readonly counts: number | 'file' | 'nowhere';
}

interface Source {
  readonly text: string;
  readonly lines: LineMap;
  readonly tree: SyntaxTree;
}

/** All comments that begin as one of ours does, in text order. */
export function suppressionsOf({ text, lines, tree }: Source): readonly Suppression[] {
  const ours = tree.comments.filter(comment => beginning.test(comment.text));
  if (ours.length === 0) return [];
  const isOwnLine = ({ start }: Span): boolean => text.slice(lineStartAt(lines, start), start).trim() === '';
  const commentLines = new Set(
    tree.comments.flatMap(({ span }) => (isOwnLine(span) ? [lines.position(span.start).line] : [])),
  );
  const below = new Map<number, number>();
  const read = ours.toReversed().map(({ span, text: words }): Suppression => {
    const { line } = lines.position(span.start);
    const ownLine = isOwnLine(span);
    const said = wordsOf(words, span.start + 1);
    const target = ownLine ? contentBelow(text, lines, line, commentLines, below) : line;
    const isFile = said.word === ignoreFile;
    const atTop = tree.root === undefined || span.end <= tree.root.span.start;
    const counts = isFile ? (atTop ? 'file' : 'nowhere') : said.word === ignoreLine ? target : 'nowhere';
    return { span, ...said, ownLine, counts };
  });
  return read.reverse();
}

const beginning = /^[ \t]*skill-chains-[a-z-]/;

const lineStartAt = (lines: LineMap, offset: number): number => lines.line(lines.position(offset).line).start;

/** The next line that holds more than a comment; `known` keeps what was found for the lines above it. */
function contentBelow(
  text: string,
  lines: LineMap,
  line: number,
  commentLines: ReadonlySet<number>,
  known: Map<number, number>,
): number {
  let at = line + 1;
  for (; at < lines.lineCount; at++) {
    const before = known.get(at);
    if (before !== undefined) {
      at = before;
      break;
    }
    const span = lines.line(at);
    if (!commentLines.has(at) && text.slice(span.start, span.end).trim() !== '') break;
  }
  known.set(line, at);
  return at;
}

/** @param offset Of the first character of `text`. */
function wordsOf(text: string, offset: number): Pick<Suppression, 'word' | 'wordSpan' | 'codes' | 'reason'> {
  const word = /[a-z-]+/.exec(text);
  const start = word?.index ?? 0;
  const behind = start + (word?.[0].length ?? 0);
  const colon = text.indexOf(':', behind);
  const end = colon < 0 ? text.length : colon;
  const reason = colon < 0 ? '' : text.slice(colon + 1).trim();
  const at = (from: number, length: number): Span => ({ start: offset + from, end: offset + from + length });
  return {
    word: word?.[0] ?? '',
    wordSpan: at(start, behind - start),
    codes: [...text.slice(behind, end).matchAll(/[^\s,]+/gu)].map(({ 0: code, index }) => ({
      text: code,
      span: at(behind + index, code.length),
    })),
    reason: reason === '' ? undefined : reason,
  };
}

/**
 * The lines that a finding belongs to, 0-based: its own, and further up those above which a comment may stand, as none stands within a
 * text of several lines. A comment behind or above each of them is about the finding; above the last one, one may be written.
 */
export type LinesOf = (offset: number) => readonly [number, ...number[]];

export function suppressedLines({ lines, tree }: Pick<Source, 'lines' | 'tree'>): LinesOf {
  let long: readonly ScalarNode[] | undefined;
  return offset => {
    long ??= longScalars(tree, lines);
    const found: [number, ...number[]] = [lines.position(offset).line];
    let around = scalarAround(long, offset) ?? scalarAround(long, lines.line(found[0]).start);
    // A text may begin on the line on which another one ends.
    for (let left = long.length; around !== undefined && left > 0; left--) {
      const { line } = lines.position(around.span.start);
      found.push(line);
      around = scalarAround(long, lines.line(line).start);
    }
    return found;
  };
}

const longScalars = (tree: SyntaxTree, lines: LineMap): readonly ScalarNode[] =>
  [...walk(tree)].filter(
    (node): node is ScalarNode =>
      node.kind === 'scalar' && lines.position(node.span.start).line < lines.position(node.span.end).line,
  );

/** The scalar that an offset lies in, behind its first character; `scalars` stand in text order and apart. */
function scalarAround(scalars: readonly ScalarNode[], offset: number): ScalarNode | undefined {
  let low = 0;
  let high = scalars.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const scalar = scalars[middle];
    if (scalar === undefined) return undefined;
    if (offset <= scalar.span.start) high = middle - 1;
    else if (offset >= scalar.span.end) low = middle + 1;
    else return scalar;
  }
  return undefined;
}
