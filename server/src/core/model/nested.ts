/**
 * A whole document that stands below one key:
 *
 *     workflow:
 *       title: Restore the service
 *       steps: []
 */
import type { RecordDescription } from '../../../../schemas/table.ts';
import type { Entry, MapNode } from '../syntax/tree.ts';
import type { ShapeProblem } from './shape.ts';
import { fitting, keyPlace } from './shapeWalk.ts';

type Nested = Extract<ShapeProblem, { code: 'nested' }>;

/** Finds it in the root of a document. Its map has some of what the root lacks, and more of its keys than the root itself. */
export function nestedIn(root: MapNode, record: RecordDescription): Nested | undefined {
  if (root.parent !== undefined || record.open === true) return undefined;
  const described = (text: string) => record.keys.find(each => each.key === text);
  const isSound = ({ key, value }: Entry): boolean => {
    const shape = described(key.text)?.shape;
    return shape !== undefined && (value === undefined || fitting(shape, value) !== undefined);
  };
  const strange = root.entries.filter(each => !each.key.text.startsWith('x-') && !isSound(each));
  const [entry, ...others] = strange;
  const map = entry?.value;
  if (entry === undefined || others.length > 0 || map?.kind !== 'map') return undefined;
  const hasKey = ({ entries }: MapNode, key: string): boolean => entries.some(each => each.key.text === key);
  const groups = [
    ...record.keys.filter(each => each.required).map(({ key }) => [key]),
    ...(record.oneOf ?? []).map(({ keys }) => keys),
  ];
  const isFound = groups.some(
    keys => !keys.some(key => hasKey(root, key)) && keys.some(key => hasKey(map, key)),
  );
  const known = ({ entries }: MapNode): number => entries.filter(isSound).length;
  if (!isFound || known(map) <= known(root)) return undefined;
  const isKnown = described(entry.key.text) !== undefined;
  return { code: 'nested', span: keyPlace(entry), entry, map, record, isKnown };
}
