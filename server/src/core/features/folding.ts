import type { FoldingRange } from 'vscode-languageserver-types';
import type { SyntaxNode } from '../syntax/tree.ts';
import type { FeatureContext } from './feature.ts';
import { itemStart, valuesOf } from './support/treeAt.ts';

/**
 * Whole lines that fold: entries and list items of several lines, comments of several lines, `#region` pairs, and the headings and
 * code of a template.
 * At most one range begins on a line, the largest. Lines are 0-based.
 */
export function foldingRanges(context: FeatureContext): readonly FoldingRange[] {
  const byStart = new Map<number, FoldingRange>();
  const add = (range: FoldingRange): void => {
    const there = byStart.get(range.startLine);
    if (range.endLine > range.startLine && (there === undefined || there.endLine < range.endLine))
      byStart.set(range.startLine, range);
  };
  for (const range of structureRanges(context)) add(range);
  for (const range of commentRanges(context)) add(range);
  for (const range of templateRanges(context)) add(range);
  return [...byStart.values()].sort((left, right) => left.startLine - right.startLine);
}

function* structureRanges(context: FeatureContext): Generator<FoldingRange> {
  const { text, lines, tree } = context.document;
  const lastLine = (end: number): number => lines.position(lastWritten(text, end)).line;
  for (const node of valuesOf(tree)) {
    const start = foldStart(node, text);
    if (start !== undefined)
      yield { startLine: lines.position(start).line, endLine: lastLine(node.span.end) };
  }
}

/** Where the line stands that a folded node leaves visible; `undefined` for the root, which only folds in brackets. */
function foldStart(node: SyntaxNode, text: string): number | undefined {
  if (node.parent?.kind === 'entry') return node.parent.key.span.start;
  if (node.parent?.kind === 'list') return itemStart(node, text);
  return isFlow(node) ? node.span.start : undefined;
}

const isFlow = (node: SyntaxNode): boolean => (node.kind === 'map' || node.kind === 'list') && node.flow;

/** The offset of the last character before `end` that is no blank: a block scalar ends behind its line end. */
function lastWritten(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/u.test(text.charAt(at - 1))) at--;
  return Math.max(0, at - 1);
}

/** Headings of a template with what stands below them, and its fenced code. */
function* templateRanges({ document }: FeatureContext): Generator<FoldingRange> {
  const { text, lines, model } = document;
  const template = model?.kind === 'plan' ? model.template : undefined;
  if (template === undefined) return;
  for (const { start, end } of [...template.headings.map(each => each.section), ...template.fences])
    yield { startLine: lines.position(start).line, endLine: lines.position(lastWritten(text, end)).line };
}

/** Runs of comment lines, and pairs of `#region` and `#endregion`, which may nest. */
function* commentRanges(context: FeatureContext): Generator<FoldingRange> {
  const { text, lines, tree } = context.document;
  const regions: number[] = [];
  let first: number | undefined;
  let last = -2;
  for (const comment of tree.comments) {
    const { line, character } = lines.position(comment.span.start);
    const lineStart = comment.span.start - character;
    const marker = /^\s*(end)?region\b/u.exec(comment.text);
    const alone = text.slice(lineStart, comment.span.start).trim() === '';
    if (!alone || marker !== null || line !== last + 1) {
      if (first !== undefined) yield { startLine: first, endLine: last, kind: 'comment' };
      first = undefined;
    }
    if (marker !== null) {
      const start = marker[1] === undefined ? undefined : regions.pop();
      if (marker[1] === undefined) regions.push(line);
      else if (start !== undefined) yield { startLine: start, endLine: line, kind: 'region' };
    } else if (alone) {
      first ??= line;
      last = line;
    }
  }
  if (first !== undefined) yield { startLine: first, endLine: last, kind: 'comment' };
}
