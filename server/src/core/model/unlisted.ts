/**
 * What belongs into a list of its map, and stands beside the key of that list or in its place:
 *
 *     - when: severity > 3
 *       skill: writer
 *       do: Tell them
 */
import type {
  KeyDescription,
  RecordDescription,
  Shape,
  Table,
  VariantShape,
} from '../../../../schemas/table.ts';
import type { Entry, MapNode, SyntaxNode } from '../syntax/tree.ts';

export interface Unlisted {
  /** Describes the key of the list. */
  readonly key: KeyDescription;
  /** That key, where it is written, with a text or nothing for a value. */
  readonly entry: Entry | undefined;
  /** The keys of one entry of the list, or the one key whose value is the list. */
  readonly children: readonly Entry[];
  /** The child's value is the list. */
  readonly isList: boolean;
}

/**
 * Finds the first such list of a record.
 *
 * @param unknown the entries of the map whose keys the record does not know
 * @param open the keys that could still be written
 */
export function unlistedIn(
  map: MapNode,
  { keys }: RecordDescription,
  unknown: readonly Entry[],
  open: readonly string[],
  table: Table,
): Unlisted | undefined {
  for (const key of unknown.length === 0 ? [] : keys) {
    const items = itemsOf(key.shape);
    const entry = map.entries.find(each => each.key.text === key.key);
    const isFree = entry === undefined ? open.includes(key.key) : isTextOrNothing(entry.value);
    if (items === undefined || !isFree) continue;
    const telling = unknown.find(each => Object.hasOwn(items.by, each.key.text));
    const record = table.records[items.by[telling?.key.text ?? ''] ?? ''];
    if (telling !== undefined && record !== undefined) {
      const children = unknown.filter(each => record.keys.some(known => known.key === each.key.text));
      return { key, entry, children, isList: false };
    }
    const list = unknown.find(({ value }) => value?.kind === 'list' && value.items.some(isOneOf(items)));
    if (entry !== undefined && list !== undefined) return { key, entry, children: [list], isList: true };
  }
  return undefined;
}

/** What tells the entries of a list apart that may stand here; `undefined`: none may, or they are not told apart. */
function itemsOf(shape: Shape): VariantShape | undefined {
  if (shape.type === 'choice') return shape.options.flatMap(option => itemsOf(option) ?? [])[0];
  return shape.type === 'list' && shape.of.type === 'variant' ? shape.of : undefined;
}

const isTextOrNothing = (value: SyntaxNode | undefined): boolean =>
  value === undefined || value.kind === 'scalar';

const isOneOf =
  ({ by }: VariantShape) =>
  (item: SyntaxNode): boolean =>
    item.kind === 'map' && item.entries.some(({ key }) => Object.hasOwn(by, key.text));
