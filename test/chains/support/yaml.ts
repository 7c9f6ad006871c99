/** Reading the files of the library as plain values, the way any other tool would. */
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { textAt } from '../../support/library.ts';

export type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The mappings of a list; none where it is no list. */
export const mappings = (value: unknown): readonly Mapping[] =>
  Array.isArray(value) ? value.filter(isMapping) : [];

/** A scalar as a person reads it; anything else is not a text. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** The named things of a list of names or a mapping from names. */
export const namesIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isMapping(value) ? Object.keys(value) : [];

/** A file of the library as plain values; the assertion fails where it is not a mapping. */
export function readYaml(path: string): Mapping {
  const value: unknown = parse(textAt(path), { strict: true, uniqueKeys: true });
  assert.ok(isMapping(value), `${path} is a mapping`);
  return value;
}

/** What stands below keys and list positions; `undefined` where there is nothing. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof key === 'number') return Array.isArray(inner) ? inner[key] : undefined;
    return isMapping(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, value);
}
