/** Which records a kind of document is made of. */
import { table } from '../../../../../schemas/generated/table.ts';
import type { RecordDescription, Shape, Table } from '../../../../../schemas/table.ts';

type Kind = Table['kinds'][number]['kind'];

const known = new Map<Kind, readonly RecordDescription[]>();

/** Every record that may stand somewhere in a document of a kind, that of the document first. */
export function recordsOfKind(kind: Kind): readonly RecordDescription[] {
  const before = known.get(kind);
  if (before !== undefined) return before;
  const root = table.kinds.find(each => each.kind === kind)?.record;
  const names = new Set(root === undefined ? [] : [root]);
  // A set is gone through with what is added to it meanwhile.
  for (const name of names)
    for (const { shape } of table.records[name]?.keys ?? [])
      for (const reached of recordsIn(shape)) names.add(reached);
  const records = [...names].flatMap(name => table.records[name] ?? []);
  known.set(kind, records);
  return records;
}

function recordsIn(shape: Shape): readonly string[] {
  switch (shape.type) {
    case 'record':
      return [shape.record];
    case 'variant':
      return Object.values(shape.by);
    case 'list':
    case 'map':
      return recordsIn(shape.of);
    case 'choice':
      return shape.options.flatMap(recordsIn);
    default:
      return [];
  }
}
