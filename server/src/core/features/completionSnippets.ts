/** What is written for a key or for a whole item: from the schemas' table, with the few forms that the table cannot know. */
import type { KeyDescription, Meaning, RecordDescription, Shape, Table } from '../../../../schemas/table.ts';
import { type PlainShape, plainShapes } from './support/cursorShapes.ts';
import {
  type Body,
  type BodyEntry,
  blockBody,
  hole,
  listBody,
  mapBody,
  textBody,
} from './support/insertion.ts';

const step = mapBody(['skill', hole], ['do', hole]);

/**
 * Items that say more than their required keys: by the record's name or the discriminating key, the value of that key and the keys that follow.
 * `{ key: undefined }` stands for what the table gives.
 */
const wholeItems: Readonly<Record<string, Body>> = {
  parallel: mapBody(['parallel', listBody(step, step)]),
  lane: mapBody(['lane', hole], ['steps', listBody(step)]),
  checkpoint: mapBody(['checkpoint', hole], ['by', hole], ['criteria', listBody(hole)]),
  decision: mapBody(
    ['decision', hole],
    [
      'routes',
      listBody(mapBody(['when', hole], ['steps', listBody(step)]), mapBody(['otherwise', textBody('next')])),
    ],
  ),
  phase: mapBody(['phase', hole], ['window', hole], ['steps', listBody(step)]),
  'suite-phase': mapBody(['phase', hole], ['window', hole], ['items', listBody(hole)]),
};

/** The whole of an item whose discriminating (or first) key is `key`, with its required keys. */
export function wholeItem(table: Table, record: RecordDescription, key: string): Body {
  const named = [record.name, key].find(name => Object.hasOwn(wholeItems, name));
  const known = named === undefined ? undefined : wholeItems[named];
  const keys = new Set(record.keys.map(each => each.key));
  // The table has the last word on which keys there are.
  if (
    known?.type === 'map' &&
    known.entries.every(entry => typeof entry.key === 'string' && keys.has(entry.key))
  ) {
    return known;
  }
  return recordBody(table, record, key, new Set());
}

/** What stands behind a key when it is chosen. */
export const keyBody = (table: Table, key: KeyDescription): Body => valueBody(table, key.shape);

/** What a value of a shape begins as. */
export const valueBody = (table: Table, shape: Shape): Body =>
  shapeBody(table, preferred(plainShapes(shape)), new Set());

/** Of a value that may be written in several ways, the shortest: a scalar. */
const preferred = (shapes: readonly PlainShape[]): PlainShape | undefined =>
  shapes.find(shape => shape.type === 'scalar') ?? shapes[0];

/** `within`: the records that are being written around this value; one in itself is left to the author. */
function shapeBody(table: Table, shape: PlainShape | undefined, within: ReadonlySet<string>): Body {
  if (shape?.type === 'list') return listBody(hole);
  if (shape?.type === 'scalar' && shape.meaning === 'template') return blockBody('');
  if (shape?.type === 'map') {
    const value = shapeBody(table, preferred(plainShapes(shape.of)), within);
    return { type: 'map', entries: [{ key: { suggestion: freeName(shape.key) }, value }] };
  }
  const record = shape?.type === 'record' ? table.records[shape.record] : undefined;
  if (record === undefined) return shape?.type === 'variant' ? { type: 'below' } : hole;
  return within.has(record.name) ? { type: 'below' } : recordBody(table, record, undefined, within);
}

function recordBody(
  table: Table,
  record: RecordDescription,
  first: string | undefined,
  within: ReadonlySet<string>,
): Body {
  const inside = new Set([...within, record.name]);
  const wanted = new Set(first === undefined ? [] : [first]);
  for (const key of record.keys) if (key.required) wanted.add(key.key);
  for (const { keys } of record.oneOf ?? []) {
    const [preferredKey] = keys;
    if (preferredKey !== undefined && !keys.some(key => wanted.has(key))) wanted.add(preferredKey);
  }
  // What tells the kind of an item stands first, all else in the order in which people write it.
  const ordered = record.keys.filter(key => wanted.has(key.key)).sort(key => (key.key === first ? -1 : 0));
  const entries: BodyEntry[] = ordered.map(key => ({
    key: key.key,
    value: shapeBody(table, preferred(plainShapes(key.shape)), inside),
  }));
  return entries.length === 0 ? { type: 'below' } : { type: 'map', entries };
}

/** What stands for a name that the author chooses, until it is replaced. */
export function freeName(meaning: Meaning): string {
  if (meaning === 'artefact-product' || meaning === 'artefact-use') return 'artefact-name';
  if (meaning === 'measure-id') return 'measure-name';
  if (meaning === 'skill-id') return 'skill-id';
  if (meaning === 'item-id') return 'item-id';
  if (meaning === 'input-id') return 'input-name';
  return meaning === 'team-id' ? 'team-id' : 'name';
}
