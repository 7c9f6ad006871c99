/** Values that YAML reads as a mapping where their author plainly wrote a sentence. */
import type { ShapeProblem } from '../../model/shape.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { isEmptyTemplate, shapeProblems } from './shapeProblems.ts';

type WrongType = Extract<ShapeProblem, { code: 'wrong-type' }>;

/**
 * `- a: b` where a text is wanted: a block map of one entry with a one-line text.
 * Gives the map, or `undefined` where the value is wrong in another way.
 */
export function sentenceMap({ node, shape }: WrongType, document: DocumentState): MapNode | undefined {
  const takesText =
    shape.type === 'scalar' ||
    (shape.type === 'choice' && shape.options.some(each => each.type === 'scalar'));
  if (!takesText || node?.kind !== 'map' || node.flow || node.parent?.kind !== 'list') return undefined;
  const [entry, ...others] = node.entries;
  const isSentence =
    entry !== undefined && others.length === 0 && isPlainText(entry.key) && isPlainText(entry.value);
  const { start, end } = document.lines.range(node.span);
  return isSentence && start.line === end.line ? node : undefined;
}

const isPlainText = (node: SyntaxNode | undefined): boolean =>
  node?.kind === 'scalar' && node.style === 'plain';

/** The wrong types that are no traps, and have no finding of their own. */
export const plainWrongTypes = (document: DocumentState): readonly WrongType[] =>
  shapeProblems(document, 'wrong-type').filter(
    problem => sentenceMap(problem, document) === undefined && !isEmptyTemplate(problem),
  );

/** The maps that were meant as sentences. */
export const sentenceMaps = (document: DocumentState): readonly MapNode[] =>
  shapeProblems(document, 'wrong-type').flatMap(problem => sentenceMap(problem, document) ?? []);
