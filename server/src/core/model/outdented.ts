/**
 * Keys that stand beside the key whose value they are, for want of indentation:
 *
 *     inputs:
 *     alert: What fired
 */
import type { RecordDescription, Shape, Table } from '../../../../schemas/table.ts';
import type { Entry, MapNode } from '../syntax/tree.ts';

export interface Outdented {
  /** The key without a value. */
  readonly entry: Entry;
  /** The entries that were meant as its value, at least one. */
  readonly children: readonly Entry[];
}

/**
 * Finds them in a block map that was read as `record`. An entry counts only where the record does not know its key, nor
 * by `isMeant` a key that is nearly spelled so, and where the value above would take it.
 */
export function outdentedIn(
  map: MapNode,
  record: RecordDescription,
  table: Table,
  isMeant: (key: string) => boolean,
): readonly Outdented[] {
  if (map.flow) return [];
  const shapeOf = (entry: Entry): Shape | undefined =>
    record.keys.find(each => each.key === entry.key.text)?.shape;
  const found: Outdented[] = [];
  for (const [at, entry] of map.entries.entries()) {
    const shape = entry.value === undefined ? shapeOf(entry) : undefined;
    if (shape === undefined) continue;
    const below = map.entries.slice(at + 1);
    const end = below.findIndex(
      ({ key }) =>
        record.keys.some(each => each.key === key.text) ||
        isMeant(key.text) ||
        !takes(shape, key.text, table),
    );
    const children = end < 0 ? below : below.slice(0, end);
    if (children.length > 0) found.push({ entry, children });
  }
  return found;
}

/** Whether a map of this shape may have the key. */
function takes(shape: Shape, key: string, table: Table): boolean {
  const isKeyOf = (name: string): boolean =>
    table.records[name]?.keys.some(each => each.key === key) === true;
  switch (shape.type) {
    case 'map':
      return /^[\w@.-]+$/.test(key);
    case 'record':
      return isKeyOf(shape.record);
    case 'variant':
      return Object.values(shape.by).some(isKeyOf);
    case 'choice':
      return shape.options.some(option => takes(option, key, table));
    default:
      return false;
  }
}
