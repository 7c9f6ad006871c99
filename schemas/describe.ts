/**
 * Compiles the zod schemas to the plain table that the core walks over a syntax tree.
 *
 * It reads zod's own definitions, so the table cannot say another shape than zod checks. It throws on a schema that
 * the table cannot hold: that is a mistake in this folder, found when the table is generated and by its test.
 */
import * as z from 'zod';
import { definitionNames, keyWords, recordWords, scalarWords, variantWords } from './build.ts';
import { kinds } from './kinds.ts';
import type {
  AnyShape,
  ChoiceShape,
  KeyDescription,
  ListShape,
  MapShape,
  RecordDescription,
  RecordShape,
  ScalarShape,
  Shape,
  Table,
  VariantShape,
} from './table.ts';

/** Every record that a kind's root leads to, in the order in which they are met. */
type Records = Map<string, { readonly schema: z.core.$ZodType; description: RecordDescription | undefined }>;

/** The table of all kinds. Deterministic: the same schemas give an equal table with its keys in the same order. */
export function describeSchemas(): Table {
  const records: Records = new Map();
  const roots = kinds.map(({ kind, keys, files, root }) => ({
    kind,
    keys,
    record: describeRecord(root, records).record,
    files,
  }));
  const described: Record<string, RecordDescription> = {};
  for (const [name, { description }] of records) if (description !== undefined) described[name] = description;
  return { kinds: roots, records: described };
}

/** All schemas with a name that `root` leads to, itself included; the JSON Schema names its `$defs` so. */
export function namedSchemas(root: z.core.$ZodType): ReadonlyMap<z.core.$ZodType, string> {
  const named = new Map<z.core.$ZodType, string>();
  const visit = (schema: z.core.$ZodType): void => {
    const inner = unwrap(schema);
    if (named.has(inner)) return;
    const name = definitionNames.get(inner);
    if (name !== undefined) named.set(inner, name);
    for (const child of children(inner)) visit(child);
  };
  visit(root);
  return named;
}

function children(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape);
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodUnion && !scalarWords.has(schema)) return schema.options;
  return [];
}

/** The schema behind the wrappers that carry a key's words or put a definition off. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodLazy) return unwrap(schema.def.getter());
  if (schema instanceof z.ZodOptional) return unwrap(schema.def.innerType);
  return schema;
}

function describeShape(wrapped: z.core.$ZodType, records: Records): Shape {
  const schema = unwrap(wrapped);
  if (schema instanceof z.ZodUnion && !scalarWords.has(schema) && !variantWords.has(schema)) {
    return describeChoice(schema, records);
  }
  if (schema instanceof z.ZodUnknown) return anyShape;
  return describeSimple(schema, records);
}

function describeSimple(schema: z.core.$ZodType, records: Records): Exclude<Shape, ChoiceShape | AnyShape> {
  const scalar = scalarWords.get(schema);
  if (scalar !== undefined) return describeScalar(schema, scalar);
  const variant = variantWords.get(schema);
  if (variant !== undefined) return describeVariant(variant, records);
  if (schema instanceof z.ZodObject) return describeRecord(schema, records);
  if (schema instanceof z.ZodArray) return describeList(schema, records);
  if (schema instanceof z.ZodRecord) return describeMap(schema, records);
  throw new Error(`The table has no shape for a zod ${schema._zod.def.type}`);
}

const anyShape: AnyShape = { type: 'any' };

function describeScalar(
  schema: z.core.$ZodType,
  words: Pick<ScalarShape, 'meaning' | 'values' | 'suggestions'>,
): ScalarShape {
  if (schema instanceof z.ZodObject) throw new Error('A scalar cannot be a zod object');
  const { meaning, values, suggestions } = words;
  return {
    type: 'scalar',
    meaning,
    ...(values === undefined ? {} : { values }),
    ...(suggestions === undefined ? {} : { suggestions }),
  };
}

function describeList(schema: z.ZodArray, records: Records): ListShape {
  const of = describeShape(schema.element, records);
  const check = schema._zod.def.checks?.find(each => each instanceof z.core.$ZodCheckMinLength);
  return check === undefined ? { type: 'list', of } : { type: 'list', of, minimum: check._zod.def.minimum };
}

function describeMap(schema: z.ZodRecord, records: Records): MapShape {
  const key = scalarWords.get(schema.keyType);
  if (key === undefined) throw new Error('The keys of a map want a meaning');
  return { type: 'map', key: key.meaning, of: describeShape(schema.valueType, records) };
}

function describeVariant(
  words: { readonly title: string; readonly by: Readonly<Record<string, z.ZodObject>> },
  records: Records,
): VariantShape {
  const by: Record<string, string> = {};
  for (const [key, schema] of Object.entries(words.by)) by[key] = describeRecord(schema, records).record;
  return { type: 'variant', name: words.title, by };
}

function describeChoice(schema: z.ZodUnion, records: Records): ChoiceShape {
  return { type: 'choice', options: schema.options.map(option => describeSimple(unwrap(option), records)) };
}

function describeRecord(schema: z.ZodObject, records: Records): RecordShape {
  const words = recordWords.get(schema);
  if (words === undefined) throw new Error('A zod object without words');
  const { name, title, description, oneOf, open } = words;
  const known = records.get(name);
  if (known !== undefined && known.schema !== schema) throw new Error(`Two records are called ${name}`);
  if (known === undefined) {
    // Entered before its keys are described, so that recursion ends here and records keep the order of meeting.
    const entry: { schema: z.core.$ZodType; description: RecordDescription | undefined } = {
      schema,
      description: undefined,
    };
    records.set(name, entry);
    const keys = Object.entries(schema.shape).map(([key, value]) => describeKey(key, value, records));
    entry.description = { name, title, description, keys, ...(oneOf && { oneOf }), ...(open && { open }) };
  }
  return { type: 'record', record: name };
}

function describeKey(key: string, schema: z.core.$ZodType, records: Records): KeyDescription {
  const words = keyWords.get(schema);
  if (words === undefined) throw new Error(`The key ${key} has no words`);
  const { description, type, example } = words;
  return {
    key,
    description,
    type,
    example,
    required: !(schema instanceof z.ZodOptional),
    shape: describeShape(schema, records),
  };
}
