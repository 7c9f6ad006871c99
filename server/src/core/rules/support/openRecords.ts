/** Keys of maps whose format has more readers than this language, so that an unknown key is no mistake by itself. */
import type { RecordDescription } from '../../../../../schemas/table.ts';
import { meantKeys } from '../../model/checkRecord.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { Entry, MapNode } from '../../syntax/tree.ts';

/** A key that is nearly one that the map lacks. */
export interface MisspelledKey {
  readonly entry: Entry;
  readonly record: RecordDescription;
  /** What it may have been meant to be, best first; at least one. */
  readonly near: readonly string[];
}

/** In the order of the walk. */
export function* misspelledKeys({ shape }: DocumentState): Iterable<MisspelledKey> {
  for (const [map, record] of shape.records) if (record.open === true) yield* misspelledIn(map, record);
}

function* misspelledIn(map: MapNode, record: RecordDescription): Iterable<MisspelledKey> {
  const present = new Set(map.entries.map(({ key }) => key.text));
  const open = record.keys.map(({ key }) => key).filter(key => !present.has(key));
  const known = new Set(record.keys.map(({ key }) => key));
  for (const entry of map.entries) {
    const { text } = entry.key;
    const near = known.has(text) || text.startsWith('x-') ? [] : meantKeys(text, open);
    if (near.length > 0) yield { entry, record, near };
  }
}

/** Whether a key that a map of an open record lacks stands there misspelled. */
export function isMisspelled(map: MapNode, record: RecordDescription, key: string): boolean {
  if (record.open !== true) return false;
  for (const { near } of misspelledIn(map, record)) if (near.includes(key)) return true;
  return false;
}
