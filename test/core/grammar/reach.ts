/** What of the grammar a written document uses, told along the table of the schemas, and what there is to be used. */
import { table } from '../../../schemas/generated/table.ts';
import type { Shape } from '../../../schemas/table.ts';

/** Adds `record.key` for each key, `record.key: value` for each value of a few, and `record.key list` for each form of a choice. */
export function noteUsed(used: Set<string>, value: unknown, shape: Shape, place: string): void {
  const form = Array.isArray(value) ? 'list' : typeof value === 'object' && value !== null ? 'map' : 'scalar';
  if (shape.type === 'choice') {
    used.add(`${place} ${form}`);
    const option = shape.options.find(each => formOf(each) === form);
    if (option !== undefined) noteUsed(used, value, option, place);
  } else if (shape.type === 'scalar') {
    for (const each of [...(shape.values ?? []), ...(shape.suggestions ?? [])])
      if (each === String(value)) used.add(`${place}: ${each}`);
  } else if (shape.type === 'list' && Array.isArray(value)) {
    for (const each of value) noteUsed(used, each, shape.of, place);
  } else if (form === 'map' && typeof value === 'object' && value !== null) {
    if (shape.type === 'map') for (const each of Object.values(value)) noteUsed(used, each, shape.of, place);
    if (shape.type === 'record') noteRecord(used, value, shape.record);
    if (shape.type === 'variant') {
      const key = Object.keys(shape.by).find(each => Object.hasOwn(value, each));
      const record = key === undefined ? undefined : shape.by[key];
      if (record !== undefined) noteRecord(used, value, record);
    }
  }
}

export function noteRecord(used: Set<string>, value: object, record: string): void {
  for (const [key, each] of Object.entries(value)) {
    if (key.startsWith('x-')) used.add('x-');
    const described = table.records[record]?.keys.find(one => one.key === key);
    if (described === undefined) continue;
    used.add(`${record}.${key}`);
    noteUsed(used, each, described.shape, `${record}.${key}`);
  }
}

/** Everything that a document of a record can use, in the words of `noteUsed`. */
export function usable(record: string): ReadonlySet<string> {
  const all = new Set<string>(['x-']);
  const seen = new Set<string>();
  const readRecord = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { key, shape } of table.records[name]?.keys ?? []) {
      all.add(`${name}.${key}`);
      read(shape, `${name}.${key}`);
    }
  };
  const read = (shape: Shape, place: string): void => {
    if (shape.type === 'choice') {
      for (const option of shape.options) {
        all.add(`${place} ${formOf(option)}`);
        read(option, place);
      }
    }
    if (shape.type === 'scalar')
      for (const each of [...(shape.values ?? []), ...(shape.suggestions ?? [])])
        all.add(`${place}: ${each}`);
    if (shape.type === 'list' || shape.type === 'map') read(shape.of, place);
    if (shape.type === 'record') readRecord(shape.record);
    if (shape.type === 'variant') for (const each of Object.values(shape.by)) readRecord(each);
  };
  readRecord(record);
  return all;
}

const formOf = ({ type }: Shape): string => (type === 'list' || type === 'scalar' ? type : 'map');
