/**
 * Keys that stand beside the key whose value they are, for want of indentation:
 *
 *     inputs:
 *     alert: What fired
 */
import type { RecordDescription, Shape, Table } from '../../../../schemas/table.ts';
import type { Entry, MapNode } from '../syntax/tree.ts';

export interface Outdented {
  /** The key that they belong below. */
  readonly entry: Entry;
  /** The rest of its value, where some of it is indented as it should be. */
  readonly rest: MapNode | undefined;
  /** The entries that were meant as its value, or as part of it; at least one. */
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
  const found: Outdented[] = [];
  for (const [at, entry] of map.entries.entries()) {
    const shape = record.keys.find(each => each.key === entry.key.text)?.shape;
    const { value } = entry;
    const rest = value?.kind === 'map' && !value.flow ? value : undefined;
    if (shape === undefined || (value !== undefined && rest === undefined)) continue;
    const belongs = ({ key: { text } }: Entry): boolean =>
      !record.keys.some(each => each.key === text) &&
      !rest?.entries.some(each => each.key.text === text) &&
      takes(shape, text, table, rest === undefined) &&
      !isMeant(text);
    const below = map.entries.slice(at + 1, at + 1 + mostChildren);
    const end = below.findIndex(each => !belongs(each));
    const children = end < 0 ? below : below.slice(0, end);
    if (children.length > 0) found.push({ entry, rest, children });
  }
  return found;
}

/** More keys than this are not lost by one slip, and looking at all of them for each key would take long. */
const mostChildren = 30;

/** Whether a map of this shape may have the key; `isFree`: also one whose keys are names that the author chooses. */
function takes(shape: Shape, key: string, table: Table, isFree: boolean): boolean {
  const isKeyOf = (name: string): boolean =>
    table.records[name]?.keys.some(each => each.key === key) === true;
  switch (shape.type) {
    case 'map':
      return isFree && /^[\w@.-]+$/.test(key);
    case 'record':
      return isKeyOf(shape.record);
    case 'variant':
      return Object.values(shape.by).some(isKeyOf);
    case 'choice':
      return shape.options.some(option => takes(option, key, table, isFree));
    default:
      return false;
  }
}
