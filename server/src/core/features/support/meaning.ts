/** What a scalar means by the schemas' table. */
import type { ScalarShape } from '../../../../../schemas/table.ts';
import type { ShapeReport } from '../../model/shape.ts';
import type { ScalarNode } from '../../syntax/tree.ts';

/** The shape a value or a free key of a map was read as; `undefined` where the table wants no scalar there, or knows nothing of it. */
export function meaningOf(scalar: ScalarNode, report: ShapeReport): ScalarShape | undefined {
  const shape = report.shapes.get(scalar);
  if (shape?.type === 'choice') return shape.options.find(option => option.type === 'scalar');
  return shape?.type === 'scalar' ? shape : undefined;
}
