/**
 * The few words in which the schemas are said: scalar, list, map, record, variant, choice.
 *
 * Each makes a plain zod schema, so zod alone can check a document. What zod has no place for (the meaning of a
 * scalar, the description of a key, which key tells a variant) is kept beside it in a map from schema to words, and `describe.ts`
 * and `jsonSchema.ts` read both. No transforms: they could not be told in a JSON Schema.
 */
import * as z from 'zod';
import type { Meaning } from './table.ts';

export type Schema = z.ZodType;

/** What a key says, apart from its shape. */
export interface KeyWords {
  readonly description: string;
  readonly type: string;
  /** A valid value as it is written in YAML; a block value starts on its own line, not indented. */
  readonly example: string;
}

export interface ScalarWords {
  readonly meaning: Meaning;
  readonly values?: readonly string[];
  readonly suggestions?: readonly string[];
}

/** Keys of which exactly one must stand, or, with `atLeastOne`, one or more. */
export interface KeyGroup {
  readonly keys: readonly string[];
  readonly atLeastOne?: boolean;
}

export interface RecordWords {
  /** kebab-case and unique in the table; the name of its `$defs` entry. */
  readonly name: string;
  /** In words with an article: `a step`. */
  readonly title: string;
  readonly description: string;
  readonly oneOf?: readonly KeyGroup[];
  /** Other keys may stand in it: the format has more readers than this language. */
  readonly open?: boolean;
}

export interface VariantWords {
  /** kebab-case and unique in the table; the name of its `$defs` entry. */
  readonly name: string;
  /** In words with an article: `a node`. */
  readonly title: string;
  /** Discriminating key to the record it tells. */
  readonly by: Readonly<Record<string, z.ZodObject>>;
}

export const scalarWords = new WeakMap<z.core.$ZodType, ScalarWords>();
export const recordWords = new WeakMap<z.core.$ZodType, RecordWords>();
export const variantWords = new WeakMap<z.core.$ZodType, VariantWords>();
export const keyWords = new WeakMap<z.core.$ZodType, KeyWords>();
/** The names under which schemas stand in the `$defs` of a JSON Schema. */
export const definitionNames = new WeakMap<z.core.$ZodType, string>();

/** Free keys, which no schema knows and every edit keeps. */
export const freeKeyPattern = '^x-';
const freeKey = new RegExp(freeKeyPattern);

/** Any single value: its text is read by its meaning, so a number or a yes is as good as a string. */
export function scalar(meaning: Meaning, suggestions?: readonly string[]): Schema {
  const schema = z.union([z.string(), z.number(), z.boolean()]);
  scalarWords.set(schema, suggestions === undefined ? { meaning } : { meaning, suggestions });
  return schema;
}

/** One of a few words, and nothing else. */
export function oneOfValues(values: readonly string[], meaning: Meaning = 'text'): Schema {
  const schema = z.enum(values);
  scalarWords.set(schema, { meaning, values });
  return schema;
}

/** A whole number from 1. */
export function count(): Schema {
  const schema = z.int().min(1);
  scalarWords.set(schema, { meaning: 'count' });
  return schema;
}

/** A number with or without a fraction. */
export function anyNumber(): Schema {
  const schema = z.number();
  scalarWords.set(schema, { meaning: 'number' });
  return schema;
}

/** Any value at all, which nobody but the author's own tools reads. */
export const anything: Schema = z.unknown();

/** A number, or a range of numbers: what `1-5` or `0..100` looks like, whichever way round. */
export function numberRange(): Schema {
  const end = '-?\\d+(\\.\\d+)?';
  const schema = z.union([
    z.string().regex(new RegExp(`^\\s*${end}(\\s*(-|–|—|\\.\\.\\.?|…|\\bto\\b)\\s*${end})?\\s*$`)),
    z.number(),
  ]);
  scalarWords.set(schema, { meaning: 'number-range' });
  return schema;
}

/** `true` or `false`. */
export function yesOrNo(): Schema {
  const schema = z.boolean();
  scalarWords.set(schema, { meaning: 'boolean', values: ['true', 'false'] });
  return schema;
}

/** A sequence of equal items; `minimum` is the smallest number of them. */
export function list(of: Schema, minimum?: number): Schema {
  const schema = z.array(of);
  return minimum === undefined ? schema : schema.min(minimum);
}

/** The same schema, which a JSON Schema then says once under this name. */
export function named(name: string, schema: Schema): Schema {
  definitionNames.set(schema, name);
  return schema;
}

/** A mapping whose keys are names that the author chooses. */
export function map(key: Meaning, of: Schema): Schema {
  const name = z.string();
  scalarWords.set(name, { meaning: key });
  return z.record(name, of);
}

/** Shapes told apart by the YAML kind alone: at most one scalar, one list and one mapping. */
export function choice(...options: readonly [Schema, Schema, ...Schema[]]): Schema {
  return z.union(options);
}

/** One value, or a list of them. */
export function oneOrMany(of: Schema): Schema {
  return choice(of, list(of, 1));
}

/** A key that must stand. The wrapper gives each key a schema of its own, even where the shape is shared. */
export function required(of: Schema, words: KeyWords): Schema {
  const schema = z.lazy((): Schema => of);
  keyWords.set(schema, words);
  return schema;
}

/** A key that may be left out. */
export function optional(of: Schema, words: KeyWords): Schema {
  const schema = z.optional(of);
  keyWords.set(schema, words);
  return schema;
}

/** A shape that is said further down or in another file; it makes recursion possible. */
export function later(of: () => Schema): Schema {
  return z.lazy(of);
}

/** A mapping with known keys, in the order in which a person writes them; keys that begin with `x-` are free. */
export function record(words: RecordWords, keys: Readonly<Record<string, Schema>>): z.ZodObject {
  const schema = z.looseObject(keys).superRefine((value, context) => {
    const unknown = Object.keys(value).filter(key => !Object.hasOwn(keys, key) && !freeKey.test(key));
    if (unknown.length > 0 && words.open !== true)
      context.addIssue({ code: 'unrecognized_keys', keys: unknown, input: value });
    for (const group of words.oneOf ?? []) {
      const message = groupProblem(group, value);
      if (message !== undefined) context.addIssue({ code: 'custom', message, input: value });
    }
  });
  recordWords.set(schema, words);
  definitionNames.set(schema, words.name);
  return schema;
}

function groupProblem(group: KeyGroup, value: Readonly<Record<string, unknown>>): string | undefined {
  const present = group.keys.filter(key => value[key] !== undefined);
  if (present.length === 0) return `One of ${group.keys.join(', ')} is missing`;
  if (present.length > 1 && group.atLeastOne !== true)
    return `Only one of ${present.join(', ')} may stand here`;
  return undefined;
}

/** A mapping whose kind is told by the one discriminating key it holds. */
export function variant(words: VariantWords): Schema {
  const schema = z.union([...new Set(Object.values(words.by))]);
  variantWords.set(schema, words);
  definitionNames.set(schema, words.name);
  return schema;
}
