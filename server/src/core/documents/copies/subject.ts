/** What a copy of a chain is made from: the chain, and what its names stand for. */
import type { ChainModel, ChainNode, Jump, Word } from '../../model/chain.ts';
import { type Budget, type Fields, fieldsOf, fieldWord, fieldWords, newBudget } from '../../model/read.ts';
import { resolveReference } from '../../model/references.ts';
import { inert, plainLine } from '../inert.ts';

export interface CopySubject {
  readonly model: ChainModel;
  /** The skill that a name stands for; `undefined`: nobody knows. */
  skill(written: string): { readonly title: string; readonly summary: string | undefined } | undefined;
  /** The title of the chain of that id; `undefined`: it is not there. */
  chain(id: string): string | undefined;
}

/** Who reads it: a person who wants to know the chain, or an agent that is to carry it out. */
export type Voice = 'reader' | 'agent';

/** What is made inert is Markdown text on one line; `''` where nothing is written. */
export const said = (word: { readonly text: string } | undefined): string =>
  word === undefined ? '' : inert(word.text);

/** As `said`, for words with others before them on their line: there nothing begins a block, and `1.0.0` stays as it is. */
export const behindWords = (word: { readonly text: string } | undefined): string =>
  word === undefined ? '' : inert(`- ${word.text}`).slice('\\- '.length);

export const skillName = ({ skill }: CopySubject, written: string): string =>
  inert(skill(written)?.title ?? written);

/** By its title where it is known, with its id behind. */
export function chainName({ chain }: CopySubject, written: string): string {
  const title = chain(written);
  return title === undefined ? inert(written) : `${quoted(title)} (${inert(written)})`;
}

export const quoted = (text: string): string => `“${inert(text)}”`;

/** What a node is called where another speaks of it. */
export const nodeWords = (node: ChainNode): string => quoted(plainLine(node.label) || node.id);

/** What a written reference means, in words. */
export function referenceWords({ model }: CopySubject, written: string): string {
  const found = resolveReference(model, written);
  if (found.kind === 'node') return nodeWords(found.node);
  if (found.kind === 'lane') return quoted(found.lane.name?.text ?? written);
  return quoted(found.kind === 'phase' ? found.phase.name.text : written);
}

const spokenOf = new WeakMap<ChainModel, ReadonlySet<string>>();

/** Whether another place of the chain names a node by its id: where it has no words, that place would lead nowhere. */
export function isSpokenOf({ model }: CopySubject, { id }: ChainNode): boolean {
  const known = spokenOf.get(model) ?? new Set(referencesIn(model).map(({ text }) => text));
  spokenOf.set(model, known);
  return known.has(id);
}

const referencesIn = ({ nodes, handoffs, variations }: ChainModel): readonly Word[] =>
  [
    ...nodes.flatMap(node => [
      ...node.after,
      ...(node.kind === 'checkpoint' ? [node.refused?.target] : []),
      ...(node.kind === 'decision' ? node.routes.map(({ jump }) => jump?.target) : []),
    ]),
    ...handoffs.flatMap(({ node, resumes }) => [node, resumes?.target]),
    ...variations.map(({ insertAfter }) => insertAfter),
  ].flatMap(word => word ?? []);

/** Where a jump leads, as an order: `go back to “Assess”, at most 2 times`. */
export function jumpWords(subject: CopySubject, { target, key, atMost }: Jump): string {
  const reserved = { next: 'go on', end: 'end the chain here', stop: 'stop the chain' };
  const word = Object.entries(reserved).find(([name]) => name === target.text)?.[1];
  const verb = key === 'back-to' ? 'go back to' : 'go to';
  const limit = atMost === undefined ? '' : `, at most ${timesWords(said(atMost))}`;
  return `${word ?? `${verb} ${referenceWords(subject, target.text)}`}${limit}`;
}

export const timesWords = (count: string): string => (count === '1' ? 'once' : `${count} times`);

/** Names, one after the other. */
export const listed = (names: readonly string[]): string => names.filter(name => name !== '').join(', ');

/** Any part of a chain's text. */
export type Syntax = ChainModel['variations'][number]['syntax'];

/** The keys of a map that the model does not hold, as they are written. */
export interface Written {
  word(key: string): string;
  words(key: string): readonly string[];
  readonly fields: Fields;
  readonly budget: Budget;
}

export function written(syntax: Syntax | undefined): Written {
  const budget = newBudget();
  const fields = fieldsOf(budget, syntax);
  const texts = (words: readonly Word[]): readonly string[] => words.map(said).filter(text => text !== '');
  return {
    budget,
    fields,
    word: key => said(fieldWord(fields, key)),
    words: key => texts(fieldWords(budget, fields, key)),
  };
}
