/** Keys that a map does not have, and those that were meant to be there. */
import { meantKeys } from '../../model/checkRecord.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { MapNode } from '../../syntax/tree.ts';

/** Whether a map has a key that is unknown and nearly this one, which is a finding of its own. */
export function misspellsKey({ shape }: Pick<DocumentState, 'shape'>, map: MapNode, key: string): boolean {
  const known = new Set(shape.records.get(map)?.keys.map(each => each.key));
  return map.entries.some(({ key: { text } }) => !known.has(text) && meantKeys(text, [key]).length > 0);
}

/** Whether a map has no such key, nor one that is nearly it. */
export const lacksKey = (document: Pick<DocumentState, 'shape'>, map: MapNode, key: string): boolean =>
  !map.entries.some(each => each.key.text === key) && !misspellsKey(document, map, key);
