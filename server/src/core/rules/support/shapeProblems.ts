import type { ShapeProblem } from '../../model/shape.ts';
import { isNothing } from '../../model/shapeWords.ts';
import type { DocumentState } from '../../project/snapshot.ts';

/** Nothing where the template of a prompt plan belongs, which has a finding of its own. */
export const isEmptyTemplate = ({ shape, node }: Extract<ShapeProblem, { code: 'wrong-type' }>): boolean =>
  shape.type === 'scalar' && shape.meaning === 'template' && isNothing(node);

/** The shape's problems of one code, in text order. */
export function shapeProblems<Code extends ShapeProblem['code']>(
  document: DocumentState,
  code: Code,
): readonly Extract<ShapeProblem, { code: Code }>[] {
  return document.shape.problems.filter(
    (problem): problem is Extract<ShapeProblem, { code: Code }> => problem.code === code,
  );
}
