/** Smallest valid values from the table, and the documents in which a value of any record stands. */
import { parse } from 'yaml';
import type { RecordDescription, Shape, Table } from '../../../schemas/table.ts';

export type Value = Readonly<Record<string, unknown>>;

export function recordOf(table: Table, name: string): RecordDescription {
  const record = table.records[name];
  if (record === undefined) throw new Error(`The table has no record ${name}`);
  return record;
}

/** The keys that a value of the record cannot do without; of a group, its first. */
function neededKeys(record: RecordDescription): readonly string[] {
  const groups = (record.oneOf ?? []).flatMap(({ keys }) => keys.slice(0, 1));
  return record.keys.filter(({ key, required }) => required || groups.includes(key)).map(({ key }) => key);
}

/** The smallest value of a record that holds `key`, which has the value given or that of its example. */
export function valueWith(record: RecordDescription, key: string, value?: unknown): Value {
  const excluded = new Set(
    (record.oneOf ?? []).filter(({ keys }) => keys.includes(key)).flatMap(({ keys }) => keys),
  );
  const needed = [...neededKeys(record).filter(each => !excluded.has(each) && each !== key), key];
  return Object.fromEntries(
    record.keys
      .filter(each => needed.includes(each.key))
      .map(each => [each.key, each.key === key && value !== undefined ? value : parse(each.example)]),
  );
}

export const smallest = (record: RecordDescription): Value =>
  Object.fromEntries(
    record.keys
      .filter(({ key }) => neededKeys(record).includes(key))
      .map(({ key, example }) => [key, parse(example)]),
  );

/** For each record that a kind's root leads to: a function that makes a whole document around a value of it. */
export function documentsAround(table: Table, root: string): ReadonlyMap<string, (value: Value) => unknown> {
  const around = new Map<string, (value: Value) => unknown>([[root, value => value]]);
  for (const [name, embed] of around) {
    const record = recordOf(table, name);
    for (const { key, shape } of record.keys) {
      for (const { record: inner, wrap } of reached(shape, value => value)) {
        if (around.has(inner)) continue;
        around.set(inner, value => embed(valueWith(record, key, wrap(value))));
      }
    }
  }
  return around;
}

interface Reached {
  readonly record: string;
  readonly wrap: (value: unknown) => unknown;
}

function reached(shape: Shape, wrap: (value: unknown) => unknown): readonly Reached[] {
  switch (shape.type) {
    case 'scalar':
    case 'any':
      return [];
    case 'record':
      return [{ record: shape.record, wrap }];
    case 'list':
      return reached(shape.of, value => wrap([value]));
    case 'map':
      return reached(shape.of, value => wrap({ name: value }));
    case 'variant':
      return Object.values(shape.by).map(record => ({ record, wrap }));
    case 'choice':
      return shape.options.flatMap(option => reached(option, wrap));
  }
}
