/** Where a name stands: every word that means the same thing, in one document or in all of its workspace folder. */
import { artefactParts } from '../../model/values/artefact.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { Span } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';
import { declarationsOf, placeSaidBy } from './declarations.ts';
import { type SymbolAt, symbolAt, symbolsIn, wordAt } from './symbolAt.ts';

export interface Occurrence {
  readonly uri: string;
  /** The name alone: of a condition or a template only the part that is it. */
  readonly span: Span;
  readonly declares: boolean;
  /** What the word says, without quotes, escapes and the marks of a block; `undefined` for a declaration that is no name. */
  readonly says?: string;
}

/** The name at an offset, or what is called by the words there: a phase, lane, checkpoint or decision without an id. */
export function namedAt(context: FeatureContext, offset: number): SymbolAt | undefined {
  const symbol = symbolAt(context, offset);
  if (symbol !== undefined) return symbol;
  const { model } = context.document;
  const word = wordAt(context, offset);
  if (model?.kind !== 'chain' || word === undefined) return undefined;
  const said = placeSaidBy(model, word.scalar);
  if (said === undefined || said.place.name.start !== word.scalar.span.start) return undefined;
  return { kind: 'node', name: said.id, span: word.span, declares: true };
}

/**
 * Every place of what a symbol names, its declarations among them: those of the document in text order, then those of the documents around it,
 * in the order of their addresses. Two words are the same name where one place declares them both; of what nothing declares, where they read the same.
 *
 * @param isIn Which documents of the workspace folder are looked through.
 */
export function occurrencesOf(
  context: FeatureContext,
  symbol: SymbolAt,
  isIn: (document: DocumentState) => boolean,
): readonly Occurrence[] {
  const { document, project } = context;
  const declarations = declarationsOf(context, symbol).map(({ uri, name }) => ({ uri, span: name }));
  const wanted = new Set(identitiesOf(context, symbol));
  const others = project.neighboursOf(document.uri).filter(each => each.uri !== document.uri);
  const found = [document, ...others]
    .filter(isIn)
    .flatMap(each => namesIn({ document: each, project }, symbol, wanted));
  const isThere = new Set(found.map(placeOf));
  const isDeclared = new Set(declarations.map(placeOf));
  // What is declared by words that are no name, such as the label of a phase, or in a file of an agent.
  const apart = declarations.filter(place => {
    const holder = project.documents.get(place.uri);
    return !isThere.has(placeOf(place)) && (holder === undefined || isIn(holder));
  });
  const all = [...found, ...apart.map(place => ({ ...place, declares: true }))];
  const order = new Map([document, ...others].map(({ uri }, at) => [uri, at]));
  const rank = (uri: string): number => order.get(uri) ?? order.size;
  return all
    .map(place => ({ ...place, declares: place.declares || isDeclared.has(placeOf(place)) }))
    .toSorted((left, right) => rank(left.uri) - rank(right.uri) || left.span.start - right.span.start);
}

const placeOf = ({ uri, span }: { readonly uri: string; readonly span: Span }): string =>
  `${span.start} ${uri}`;

/** The names of one document that are one of the wanted. */
function namesIn(
  context: FeatureContext,
  symbol: SymbolAt,
  wanted: ReadonlySet<string>,
): readonly Occurrence[] {
  const known = new Map<string, boolean>();
  const isSame = (each: SymbolAt): boolean => {
    const key = `${each.kind} ${each.chain ?? ''} ${each.name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const same = identitiesOf(context, each).some(identity => wanted.has(identity));
    known.set(key, same);
    return same;
  };
  return symbolsIn(context)
    .filter(each => mayBeSame(each, symbol) && isSame(each))
    .map(each => ({
      uri: context.document.uri,
      span: each.span,
      says: each.name,
      // An output is a use of what a node makes; another spelling of a skill is declared like the first.
      declares: each.declares && each.kind === 'skill',
    }));
}

/** What tells a symbol from all others: the places that declare it, or else how it reads. */
function identitiesOf(context: FeatureContext, symbol: SymbolAt): readonly string[] {
  const declared = declarationsOf(context, symbol).map(({ uri, name }) => placeOf({ uri, span: name }));
  if (declared.length > 0) return declared;
  const { kind, chain = '', name } = symbol;
  const isOfDocument = isLocal.has(kind) && chain === '';
  return [`${families[kind]} ${chain} ${name} ${isOfDocument ? context.document.uri : ''}`];
}

/** Kinds of names that one thing may be called by. */
const families: Readonly<Record<SymbolAt['kind'], string>> = {
  skill: 'skill',
  team: 'team',
  'suite-team': 'team',
  chain: 'chain',
  file: 'chain',
  node: 'node',
  artefact: 'artefact',
  input: 'artefact',
  measure: 'measure',
  suite: 'suite',
  item: 'item',
  'plan-input': 'plan-input',
};

/** Names that count within their document, unless they say of which chain they are. */
const isLocal: ReadonlySet<SymbolAt['kind']> = new Set<SymbolAt['kind']>([
  'node',
  'artefact',
  'input',
  'measure',
  'suite',
  'item',
  'plan-input',
]);

/** Whether two names can be the same thing, as far as they tell by themselves. */
function mayBeSame(left: SymbolAt, right: SymbolAt): boolean {
  const family = families[left.kind];
  if (family !== families[right.kind]) return false;
  // A skill has several spellings, and a chain an id and a path.
  if (family === 'skill' || family === 'chain') return true;
  return family === 'artefact'
    ? artefactParts(left.name).name === artefactParts(right.name).name
    : left.name === right.name;
}
