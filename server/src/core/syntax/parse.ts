/** From a text to its tolerant tree. */
import { buildTree } from './build.ts';
import { compose } from './library.ts';
import type { SyntaxProblem, SyntaxTree } from './tree.ts';

/** Parses any text; never throws. */
export function parseSyntax(text: string): SyntaxTree {
  const composition = compose(text);
  const { tokens } = composition;
  const { root } = buildTree(composition.contents, {
    text,
    original: text,
    toOriginal: offset => offset,
    tokens,
  });
  const problems: SyntaxProblem[] = composition.errors.map(({ message, start, end }) => ({
    code: 'yaml-syntax',
    message,
    span: { start: Math.min(start, Math.max(0, text.length - 1)), end: Math.min(end, text.length) },
  }));
  if (composition.secondDocument !== undefined)
    problems.push({
      code: 'second-document',
      span: { start: composition.secondDocument, end: composition.secondDocument + 3 },
      message: 'A file holds one document.',
    });
  return {
    text,
    root,
    problems,
    comments: tokens
      .filter(({ kind }) => kind === 'comment')
      .map(({ start, end }) => ({ span: { start, end }, text: text.slice(start + 1, end) })),
    complete: problems.length === 0,
  };
}
