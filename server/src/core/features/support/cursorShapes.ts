/** What the schemas' table allows at the end of a cursor's path. It needs no parsed tree, so it works in broken texts. */
import type { RecordDescription, Shape, Table, VariantShape } from '../../../../../schemas/table.ts';
import type { PathStep } from '../../syntax/cursor.ts';

/** A shape of one YAML kind. */
export type PlainShape = Exclude<Shape, { type: 'choice' }>;

export const plainShapes = (shape: Shape): readonly PlainShape[] =>
  shape.type === 'choice' ? shape.options : [shape];

/** The shapes of what `path` leads to; several where the text does not tell yet, none where the table knows nothing of it. */
export function shapesAlong(
  table: Table,
  roots: readonly string[],
  path: readonly PathStep[],
): readonly PlainShape[] {
  let shapes: readonly PlainShape[] = roots.map(record => ({ type: 'record', record }));
  for (const step of path) {
    const below = shapes.flatMap(shape => shapesBelow(table, shape, step));
    shapes = [...new Set(below)].flatMap(plainShapes);
  }
  return shapes;
}

function shapesBelow(table: Table, shape: PlainShape, step: PathStep): readonly Shape[] {
  if (step.kind === 'item') return shape.type === 'list' ? [shape.of] : [];
  if (shape.type === 'map') return [shape.of];
  const present = [...step.siblings.map(sibling => sibling.key), step.key];
  return recordsOf(table, shape, present).flatMap(record => {
    const key = record.keys.find(each => each.key === step.key);
    return key === undefined ? [] : [key.shape];
  });
}

/**
 * The records that a map of this shape may be, given the keys it has: for a variant the one that a discriminating key
 * tells, without one those that know the most of its keys.
 */
export function recordsOf(
  table: Table,
  shape: PlainShape,
  present: readonly string[],
): readonly RecordDescription[] {
  if (shape.type === 'record') return [table.records[shape.record]].filter(record => record !== undefined);
  if (shape.type !== 'variant') return [];
  const telling = present.flatMap(key => variantRecord(table, shape, key) ?? []);
  const knowsAll = telling.find(record => present.every(key => knows(record, key) || !isTelling(shape, key)));
  if (knowsAll !== undefined) return [knowsAll];
  if (telling[0] !== undefined) return [telling[0]];
  const all = variantRecords(table, shape);
  const known = (record: RecordDescription): number => present.filter(key => knows(record, key)).length;
  const most = Math.max(0, ...all.map(known));
  return all.filter(record => known(record) === most);
}

/** Each record of a variant once, in the order in which they are offered. */
export const variantRecords = (table: Table, shape: VariantShape): readonly RecordDescription[] => [
  ...new Set(Object.keys(shape.by).flatMap(key => variantRecord(table, shape, key) ?? [])),
];

function variantRecord(table: Table, shape: VariantShape, key: string): RecordDescription | undefined {
  const name = isTelling(shape, key) ? shape.by[key] : undefined;
  return name === undefined ? undefined : table.records[name];
}

const isTelling = (shape: VariantShape, key: string): boolean => Object.hasOwn(shape.by, key);
const knows = (record: RecordDescription, key: string): boolean => record.keys.some(each => each.key === key);
