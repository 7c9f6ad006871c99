/**
 * The JSON Schemas (draft 2020-12) of the kinds, from the same zod schemas, for editors and tools that know only YAML.
 *
 * zod says the shapes; the override adds what it cannot know: free `x-` keys, groups of keys, the descriptions, and
 * variants told by a key, so that an error names the variant that was meant.
 */
import { parse } from 'yaml';
import * as z from 'zod';
import { freeKeyPattern, type KeyGroup, keyWords, recordWords, scalarWords, variantWords } from './build.ts';
import { namedSchemas } from './describe.ts';
import type { KindDescription } from './kinds.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of one kind. Deterministic. */
export function jsonSchemaOf(kind: KindDescription): Json {
  const definitions = z.registry<{ id: string }>();
  for (const [schema, name] of namedSchemas(kind.root)) {
    if (schema !== kind.root) definitions.add(schema, { id: name });
  }
  const { $schema, $defs, ...root } = z.toJSONSchema(kind.root, {
    target: 'draft-2020-12',
    metadata: definitions,
    override: ({ zodSchema, jsonSchema }) => refine(zodSchema, jsonSchema),
  });
  return {
    ...($schema === undefined ? {} : { $schema }),
    title: kind.title,
    ...root,
    ...($defs === undefined ? {} : { $defs }),
  };
}

/** Adds to the JSON of one zod schema, in place, what only the words know. */
function refine(schema: z.core.$ZodType, json: Json): void {
  delete json.id;
  const key = keyWords.get(schema);
  if (key !== undefined) {
    json.description = key.description;
    json.examples = examplesOf(schema, key.example);
  }
  const record = recordWords.get(schema);
  if (record !== undefined) {
    json.description ??= record.description;
    if (record.open === true) delete json.additionalProperties;
    else {
      json.additionalProperties = false;
      json.patternProperties = { [freeKeyPattern]: {} };
    }
    const groups = (record.oneOf ?? []).flatMap(groupsOf);
    if (groups.length > 0) json.allOf = groups;
  }
  const variant = variantWords.get(schema);
  if (variant !== undefined) replace(json, variantOf(variant.by));
  if (scalarWords.get(schema)?.meaning === 'count') delete json.maximum;
  if (schema instanceof z.ZodRecord) delete json.propertyNames;
}

/** The key's example as a value, and what else is offered there; editors propose them. */
function examplesOf(schema: z.core.$ZodType, example: string): unknown[] {
  const inner =
    schema instanceof z.ZodOptional
      ? schema.def.innerType
      : schema instanceof z.ZodLazy
        ? schema.def.getter()
        : schema;
  const first: unknown = parse(example);
  const offered: readonly unknown[] = scalarWords.get(inner)?.suggestions ?? [];
  return [first, ...offered.filter(value => value !== first)];
}

/** At least one of the keys; where only one may stand, each forbids those after it, so that the error is at a key. */
function groupsOf({ keys, atLeastOne }: KeyGroup): Json[] {
  const some: Json = { anyOf: keys.map(key => ({ required: [key] })) };
  if (atLeastOne === true) return [some];
  const exclusive = keys.slice(0, -1).map((key, index): Json => {
    const others = keys.slice(index + 1).map(other => [other, false] as const);
    return where(key, { properties: Object.fromEntries(others) });
  });
  return [some, ...exclusive];
}

/** One discriminating key must be there, and each leads to its own record. */
function variantOf(by: Readonly<Record<string, z.ZodObject>>): Json {
  const properties: Record<string, Json> = {};
  const branches: Json[] = [];
  for (const [key, schema] of Object.entries(by)) {
    const description = keyWords.get(schema.shape[key])?.description;
    properties[key] = description === undefined ? {} : { description };
    branches.push(where(key, { $ref: `#/$defs/${recordWords.get(schema)?.name}` }));
  }
  return {
    type: 'object',
    properties,
    anyOf: Object.keys(by).map(key => ({ required: [key] })),
    allOf: branches,
  };
}

/** `if` the key is there, `then` that; not an object literal, since a `then` in one makes a promise of it for linters. */
function where(key: string, that: Json): Json {
  return Object.fromEntries([
    ['if', { required: [key] }],
    ['then', that],
  ]);
}

function replace(json: Json, content: Json): void {
  for (const key of Object.keys(json)) delete json[key];
  Object.assign(json, content);
}
