/** Keys that may be written at the cursor, and whole items of lists. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type {
  KeyDescription,
  Meaning,
  RecordDescription,
  Shape,
  Table,
  VariantShape,
} from '../../../../schemas/table.ts';
import { writeScalar } from '../util/yamlText.ts';
import { artefactKeys } from './completionArtefacts.ts';
import { wantedNames } from './completionDeclarations.ts';
import { exampleInputs, wantedInputs } from './completionPlan.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { ruleKeys } from './completionRules.ts';
import { freeName, keyBody, valueBody, wholeItem } from './completionSnippets.ts';
import { suiteTeamNames } from './completionSuite.ts';
import { type PlainShape, plainShapes, recordsOf } from './support/cursorShapes.ts';
import { type Body, hole } from './support/insertion.ts';

/** A map that may be written or continued here; `present`: the keys it has, `undefined` where it begins here. */
export function keySuggestions(
  request: CompletionRequest,
  shape: PlainShape,
  present: readonly string[] | undefined,
): readonly Suggestion[] {
  const keys = present ?? [];
  if (shape.type === 'map') return freeKeys(request, shape, keys);
  const records = recordsOf(request.table, shape, keys);
  const telling = shape.type === 'variant' ? tellingKeys(request.table, shape, keys) : [];
  const isTold = telling.length === 0;
  const open =
    records.length === 1 || isTold
      ? records.flatMap(record => openKeys(record, keys))
      : sharedKeys(records, keys);
  const all = [...telling, ...open.filter(({ key }) => !telling.some(each => each.key.key === key.key))];
  return all.map(({ record, key, isWanted }) => keySuggestion(request, record, key, isWanted));
}

interface OpenKey {
  readonly record: RecordDescription;
  readonly key: KeyDescription;
  /** It or one of its alternatives must stand, and none does. */
  readonly isWanted: boolean;
}

/** The discriminating keys of a variant that has none yet, of the records that know the keys that are there. */
function tellingKeys(table: Table, shape: VariantShape, present: readonly string[]): readonly OpenKey[] {
  if (present.some(key => Object.hasOwn(shape.by, key))) return [];
  const records = recordsOf(table, shape, present);
  return Object.entries(shape.by).flatMap(([name, recordName]) => {
    const record = records.find(each => each.name === recordName);
    const key = record?.keys.find(each => each.key === name);
    return record === undefined || key === undefined ? [] : [{ record, key, isWanted: true }];
  });
}

/** The keys that a record still takes: those that must stand first, each group in the order in which people write them. */
function openKeys(record: RecordDescription, present: readonly string[]): readonly OpenKey[] {
  const has = (key: string): boolean => present.includes(key);
  const groups = record.oneOf ?? [];
  const isExcluded = (key: string): boolean =>
    groups.some(group => group.atLeastOne !== true && group.keys.includes(key) && group.keys.some(has));
  const isWanted = (key: KeyDescription): boolean =>
    key.required || groups.some(group => group.keys.includes(key.key) && !group.keys.some(has));
  const open = record.keys
    .filter(({ key }) => !has(key) && !isExcluded(key))
    .map(key => ({ record, key, isWanted: isWanted(key) }));
  return [...open.filter(each => each.isWanted), ...open.filter(each => !each.isWanted)];
}

/** The keys that most of several records take, as long as the text does not tell which it is. */
function sharedKeys(records: readonly RecordDescription[], present: readonly string[]): readonly OpenKey[] {
  const open = records.flatMap(record => openKeys(record, present));
  const byName = new Map<string, readonly OpenKey[]>();
  for (const each of open) byName.set(each.key.key, [...(byName.get(each.key.key) ?? []), each]);
  return [...byName.values()].flatMap(([first, ...others]) =>
    first !== undefined && others.length + 1 > records.length / 2 ? [{ ...first, isWanted: false }] : [],
  );
}

function keySuggestion(
  { context, table, cursor }: CompletionRequest,
  record: RecordDescription,
  key: KeyDescription,
  isWanted: boolean,
): Suggestion {
  return {
    label: key.key,
    kind: CompletionItemKind.Property,
    description: isWanted ? `${key.type}, ${obligation(record, key)}` : key.type,
    insert: { type: 'entry', key: key.key, value: keyBody(table, key) },
    data: { uri: context.document.uri, about: 'key', name: key.key, record: record.name },
    retrigger: !cursor.colonFollows && hasSuggestions(key.shape),
  };
}

/** `required`, or what may stand in its place. */
function obligation(record: RecordDescription, { key }: KeyDescription): string {
  const others = record.oneOf?.find(group => group.keys.includes(key))?.keys.filter(each => each !== key);
  return others === undefined ? 'required' : `or ${others.join(', ')}`;
}

/** Whether a list opens by itself behind the key: everywhere but where free words are wanted. */
function hasSuggestions(shape: Shape): boolean {
  return plainShapes(shape).some(plain => {
    if (plain.type === 'list') return hasSuggestions(plain.of);
    if (plain.type !== 'scalar') return plain.type === 'record' || plain.type === 'variant';
    if (plain.values !== undefined || plain.suggestions !== undefined) return true;
    return !['text', 'node-id', 'skill-alias', 'measure-id', 'template', 'number'].includes(plain.meaning);
  });
}

/** Names for a map whose keys the author chooses: those that are wanted, and one to be replaced. */
function freeKeys(
  request: CompletionRequest,
  shape: Extract<PlainShape, { type: 'map' }>,
  present: readonly string[],
): readonly Suggestion[] {
  const { table, options, cursor, context } = request;
  if (shape.key === 'rule-code') return ruleKeys(request, present);
  const value = valueBody(table, shape.of);
  const names = wantedKeys(request, shape.key);
  const isOfArtefacts = shape.key === 'artefact-product';
  const wanted = [...new Set(names)].filter(name => !present.includes(name));
  const known = wanted.map(
    (name): Suggestion => ({
      label: name,
      kind: CompletionItemKind.Variable,
      insert: { type: 'entry', key: writeScalar(name, cursor.flow !== undefined), value },
      ...(isOfArtefacts && { data: { uri: context.document.uri, about: 'artefact', name } }),
      retrigger: !cursor.colonFollows && hasSuggestions(shape.of),
    }),
  );
  const free = freeName(shape.key);
  if (!options.snippets || cursor.colonFollows || names.includes(free)) return known;
  const body: Body = { type: 'map', entries: [{ key: { suggestion: free }, value }] };
  return [...known, { label: free, kind: CompletionItemKind.Struct, insert: { type: 'body', body } }];
}

/** The names that are wanted as keys of a map, by what its keys mean. */
function wantedKeys(request: CompletionRequest, meaning: Meaning): readonly string[] {
  switch (meaning) {
    case 'artefact-product':
    case 'text':
      return artefactKeys(request);
    case 'suite-team':
      return suiteTeamNames(request);
    case 'input-id':
      return wantedInputs(request);
    case 'input-use':
      return exampleInputs(request);
    default:
      return wantedNames(request, meaning);
  }
}

/** Whole items of a list: one for each kind of node, handoff, route or whatever the list holds. */
export function itemSuggestions(request: CompletionRequest, shape: PlainShape): readonly Suggestion[] {
  const { table, cursor } = request;
  if (cursor.colonFollows) return [];
  if (shape.type === 'variant') {
    return Object.entries(shape.by).flatMap(([key, name]) => {
      const record = table.records[name];
      if (record === undefined) return [];
      return [itemSuggestion(request, record, key, firstOfTitle(table, shape, record.title) === key)];
    });
  }
  const record = shape.type === 'record' ? table.records[shape.record] : undefined;
  const first = record?.keys.find(key => key.required) ?? record?.keys[0];
  return record === undefined || first === undefined
    ? []
    : [itemSuggestion(request, record, first.key, true)];
}

/** A dash and what follows is the author's: for lists of words, where no dash stands yet. */
export const emptyItem = ({ cursor }: CompletionRequest, shape: Shape): readonly Suggestion[] =>
  cursor.flow !== undefined || cursor.word.text !== ''
    ? []
    : [
        {
          label: 'item',
          kind: CompletionItemKind.Struct,
          description: '- …',
          insert: { type: 'body', body: hole },
          retrigger: hasSuggestions(shape),
        },
      ];

/** The discriminating key that alone is called by a title, where several records or keys share it. */
const firstOfTitle = (table: Table, shape: VariantShape, title: string): string | undefined =>
  Object.entries(shape.by).find(([, name]) => table.records[name]?.title === title)?.[0];

function itemSuggestion(
  { context, table }: CompletionRequest,
  record: RecordDescription,
  key: string,
  isFirst: boolean,
): Suggestion {
  const name = record.title.replace(/^(?:an?|the) /u, '');
  const described = record.keys.find(each => each.key === key);
  return {
    label: isFirst ? name : `${name} (${key})`,
    kind: CompletionItemKind.Struct,
    description: `${key}: …`,
    filter: [key],
    insert: { type: 'body', body: wholeItem(table, record, key) },
    data: { uri: context.document.uri, about: 'record', name: record.name },
    retrigger: described !== undefined && hasSuggestions(described.shape),
  };
}

/** Whether a shape has a keyed form that may begin here. */
export const isKeyed = (shape: PlainShape): boolean =>
  shape.type === 'record' || shape.type === 'variant' || shape.type === 'map';
