/** Three hands that check one document: zod, the JSON Schema by ajv, and the core with the generated table. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { table } from '../../../schemas/generated/table.ts';
import { jsonSchemaOf } from '../../../schemas/jsonSchema.ts';
import { type KindDescription, kinds } from '../../../schemas/kinds.ts';
import { checkShape } from '../../../server/src/core/model/checkShape.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { treeOf } from './treeOf.ts';

export type Kind = KindDescription['kind'];

export interface Verdicts {
  readonly zod: boolean;
  readonly json: boolean;
  readonly core: boolean;
}

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
});
const validators = new Map(kinds.map(kind => [kind.kind, ajv.compile(jsonSchemaOf(kind))]));

export function kindOf(name: Kind): KindDescription {
  const kind = kinds.find(each => each.kind === name);
  if (kind === undefined) throw new Error(`There is no kind ${name}`);
  return kind;
}

export const zodAccepts = (kind: Kind, value: unknown): boolean => kindOf(kind).root.safeParse(value).success;

/** What ajv finds; empty where the document is valid. */
export function jsonErrors(kind: Kind, value: unknown): readonly ErrorObject[] {
  const validate = validators.get(kind);
  if (validate === undefined) throw new Error(`There is no JSON Schema of ${kind}`);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** `text` is what the core reads; without it, a tree made of the value. */
export function verdicts(kind: Kind, value: unknown, text?: string): Verdicts {
  const root = text === undefined ? treeOf(value) : parseSyntax(text).root;
  return {
    zod: zodAccepts(kind, value),
    json: jsonErrors(kind, value).length === 0,
    core: checkShape(root, table, kind).problems.length === 0,
  };
}
