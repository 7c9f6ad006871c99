import type { ShapeProblem } from '../../model/shape.ts';
import type { DocumentState } from '../../project/snapshot.ts';

/** The shape's problems of one code, in text order. */
export function shapeProblems<Code extends ShapeProblem['code']>(
  document: DocumentState,
  code: Code,
): readonly Extract<ShapeProblem, { code: Code }>[] {
  return document.shape.problems.filter(
    (problem): problem is Extract<ShapeProblem, { code: Code }> => problem.code === code,
  );
}
