/** Reading the parts of a document from its tree: what is not of the form that is wanted is absent. */
import type { Entry, ListNode, MapNode, ScalarNode, SyntaxNode } from '../syntax/tree.ts';
import type { ArtefactDeclaration, ArtefactWord, Read, Word } from './chain.ts';
import { artefactParts } from './values/artefact.ts';
import type { Parsed } from './values/parsed.ts';

/**
 * Items of lists and maps that one document may come to when every alias is written out. More than a text of the
 * largest size that is parsed can hold by itself, and little enough that an alias bomb goes off within a moment.
 */
const largestDocument = 300_000;

/** Lists of nodes inside one another, beyond which nothing is read; so all that walks a model may recurse. */
export const deepestModel = 100;

/** How much of a document may still be read. */
export interface Budget {
  left: number;
}

export const newBudget = (): Budget => ({ left: largestDocument });

/** The node that an alias stands for; any other node itself. */
export const contentOf = (node: SyntaxNode | undefined): ScalarNode | MapNode | ListNode | undefined =>
  node?.kind === 'alias' ? node.target : node;

/** The entries of a map by key; of a key that stands twice the first, as the second is a finding. */
export type Fields = ReadonlyMap<string, Entry>;

/** The fields of a map; none where the node is no map, or the budget is used up. */
export function fieldsOf(budget: Budget, node: SyntaxNode | undefined): Fields {
  const fields = new Map<string, Entry>();
  for (const entry of entriesOf(budget, node)) {
    if (!fields.has(entry.key.text)) fields.set(entry.key.text, entry);
  }
  return fields;
}

export function entriesOf(budget: Budget, node: SyntaxNode | undefined): readonly Entry[] {
  const map = contentOf(node);
  return map?.kind === 'map' && spend(budget, map.entries.length) ? map.entries : [];
}

/** The items of a list; none where the node is no list, or the budget is used up. */
export function itemsOf(budget: Budget, node: SyntaxNode | undefined): readonly SyntaxNode[] {
  const list = contentOf(node);
  return list?.kind === 'list' && spend(budget, list.items.length) ? list.items : [];
}

/** The items of a list, or the one thing that stands where a list may. */
export const oneOrMany = (budget: Budget, node: SyntaxNode | undefined): readonly SyntaxNode[] =>
  node === undefined || contentOf(node)?.kind === 'list' ? itemsOf(budget, node) : [node];

function spend(budget: Budget, items: number): boolean {
  budget.left -= items + 1;
  return budget.left > 0;
}

/** Things by name, in their order; of two with one name the first. */
export function firstByName<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): ReadonlyMap<string, Item> {
  const byName = new Map<string, Item>();
  for (const item of items) if (!byName.has(nameOf(item))) byName.set(nameOf(item), item);
  return byName;
}

/** A scalar as a word; `undefined` for a list or map, and where nothing is written (`~` and `null` included). An alias keeps its own place. */
export function wordOf(node: SyntaxNode | undefined): Word | undefined {
  const scalar = contentOf(node);
  if (node === undefined || scalar?.kind !== 'scalar') return undefined;
  const isNothing =
    scalar.style === 'plain' && (scalar.text === '' || scalar.text === '~' || scalar.text === 'null');
  return isNothing ? undefined : { text: scalar.text, span: node.span, node: scalar };
}

/** A key as a word. */
export const keyWord = ({ key }: Entry): Word => ({ text: key.text, span: key.span, node: key });

/** The word of a field. */
export const fieldWord = (fields: Fields, key: string): Word | undefined => wordOf(fields.get(key)?.value);

/** The words of a field that holds one or many. */
export const fieldWords = (budget: Budget, fields: Fields, key: string): readonly Word[] =>
  wordsOf(budget, fields.get(key)?.value);

const wordsOf = (budget: Budget, node: SyntaxNode | undefined): readonly Word[] =>
  oneOrMany(budget, node).flatMap(item => wordOf(item) ?? []);

/** A word with what its text says, by the reader given. */
export function readWord<T>(word: Word | undefined, read: (text: string) => Parsed<T>): Read<T> | undefined {
  if (word === undefined) return undefined;
  const parsed = read(word.text);
  return { ...word, value: parsed.ok ? parsed.value : undefined };
}

export const artefactWord = (word: Word): ArtefactWord => ({ ...word, ...artefactParts(word.text) });

/** Artefacts that are used: one or many names. */
export const usedArtefacts = (budget: Budget, fields: Fields, key: string): readonly ArtefactWord[] =>
  fieldWords(budget, fields, key).map(artefactWord);

/** Artefacts that are declared: names, or a map of name to description. A sentence at the top declares none, unless `single`. */
export function declaredArtefacts(
  budget: Budget,
  node: SyntaxNode | undefined,
  single = true,
): readonly ArtefactDeclaration[] {
  const word = wordOf(node);
  if (word !== undefined) return single ? [artefactWord(word)] : [];
  const named = (map: SyntaxNode | undefined): readonly ArtefactDeclaration[] =>
    entriesOf(budget, map).map(entry => {
      const fields = fieldsOf(budget, entry.value);
      const description = wordOf(entry.value) ?? fieldWord(fields, 'description');
      return { ...artefactWord(keyWord(entry)), ...(description && { description }) };
    });
  if (contentOf(node)?.kind === 'map') return named(node);
  return itemsOf(budget, node).flatMap(item => {
    const name = wordOf(item);
    return name === undefined ? named(item) : [artefactWord(name)];
  });
}
