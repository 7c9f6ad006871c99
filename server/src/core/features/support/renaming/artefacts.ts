/** Artefacts, and the versions of their contracts, in every chain that means the same by the name. */
import { type Artefact, artefactParts, readArtefact } from '../../../model/values/artefact.ts';
import { fileName } from '../../../project/places.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { declarationsOf } from '../declarations.ts';
import { type SymbolAt, symbolAt, symbolsIn } from '../symbolAt.ts';
import { areConnected, type ChainDocument, chainDocument, chainsWith } from './contracts.ts';
import { brokenFile } from './names.ts';
import { type Edit, type Edits, quoted, type Renameable } from './renaming.ts';

/** An artefact, or input of another chain, in a chain that makes or takes it. */
interface NamedArtefact {
  readonly context: FeatureContext;
  readonly artefact: Artefact;
  /** The cursor is at the version, so that leaving it out means to have none. */
  readonly withVersion: boolean;
  readonly home: ChainDocument;
}

/** The name of an artefact at an offset; with its version where the cursor is at that. */
export function artefactAt(context: FeatureContext, offset: number): Renameable | undefined {
  const symbol = symbolAt(context, offset);
  if (symbol?.kind !== 'artefact' && symbol?.kind !== 'input') return undefined;
  const [declaration] = declarationsOf(context, symbol);
  const holder = declaration && context.project.documents.get(declaration.uri);
  const home = holder && chainDocument(holder);
  if (home === undefined || declaration === undefined) return undefined;
  const artefact = withMajor(context, symbol, home, declaration.name);
  const end = symbol.span.start + artefact.name.length;
  const withVersion = offset > end && symbol.name.includes('@');
  const named = { context, artefact, withVersion, home };
  return {
    name: withVersion ? symbol.name : artefact.name,
    span: withVersion ? symbol.span : { start: symbol.span.start, end: Math.min(end, symbol.span.end) },
    to: newName => {
      const edits = artefactEdits(named, newName);
      return typeof edits === 'string' ? edits : { edits, moves: [] };
    },
  };
}

/** A use may leave out the version, which is then the declared one. */
function withMajor(context: FeatureContext, symbol: SymbolAt, home: ChainDocument, at: Span): Artefact {
  const own = artefactParts(symbol.name);
  if (own.major !== undefined) return own;
  const declared = symbolAt({ ...context, document: home.document }, at.start);
  return declared === undefined ? own : { ...own, major: artefactParts(declared.name).major };
}

function artefactEdits(named: NamedArtefact, newName: string): Edits | string {
  const { context, withVersion, home } = named;
  const read = readArtefact(newName);
  if (!read.ok) return read.message;
  const to = read.value;
  const isVersioned = withVersion || to.major !== undefined;
  const artefact = isVersioned ? versioned(named) : named.artefact;
  if (typeof artefact === 'string') return artefact;
  const chains = chainsWith(
    context.project,
    home,
    isVersioned ? artefact : { ...artefact, major: undefined },
  );
  const broken = chains
    .map(({ document }) => brokenFile({ context: { ...context, document }, name: artefact.name }))
    .find(each => each !== undefined);
  const refused = broken ?? taken(context, chains, artefact, { ...to, isVersioned });
  if (refused !== undefined) return refused;
  const edits = new Map<string, Edit[]>();
  for (const { uri, symbol, text } of placesOf(context, chains, artefact.name)) {
    const newText = rewritten(artefactParts(symbol.name), artefact, to, isVersioned);
    if (text !== symbol.name)
      return `In ${fileName(uri)} it is written in another way. Write it there as ${quoted(symbol.name)} first.`;
    if (newText !== symbol.name) edits.set(uri, [...(edits.get(uri) ?? []), { span: symbol.span, newText }]);
  }
  return edits;
}

/** With the version that the chains which mean it write, where the place that was asked about leaves it out. */
function versioned({ context, artefact, home }: NamedArtefact): Artefact | string {
  if (artefact.major !== undefined) return artefact;
  const places = placesOf(context, chainsWith(context.project, home, artefact), artefact.name);
  const majors = [...new Set(places.flatMap(({ symbol }) => artefactParts(symbol.name).major ?? []))];
  if (majors.length < 2) return { ...artefact, major: majors[0] };
  const all = majors
    .toSorted((left, right) => left - right)
    .map(major => quoted(`${artefact.name}@${major}`));
  return `There are ${all.join(' and ')}. Give the version anew where the one that is meant is written.`;
}

/** What a place says then. Only places of the version that is renamed get another. */
function rewritten(written: Artefact, from: Artefact, to: Artefact, isVersioned: boolean): string {
  const major = isVersioned && written.major === from.major ? to.major : written.major;
  return major === undefined ? to.name : `${to.name}@${major}`;
}

interface ArtefactPlace {
  readonly uri: string;
  readonly symbol: SymbolAt;
  /** As it stands in the source. */
  readonly text: string;
}

/** Every place of a name in some chains, and in others where they speak of these. */
function placesOf(
  { project }: FeatureContext,
  chains: readonly ChainDocument[],
  name: string,
): readonly ArtefactPlace[] {
  const own = new Set(chains.map(({ document }) => document.uri));
  const ids = new Set(chains.flatMap(({ model }) => model.id?.text ?? []));
  const [first] = chains;
  const neighbours = first === undefined ? [] : project.neighboursOf(first.document.uri);
  return neighbours.flatMap(document =>
    symbolsIn({ document, project })
      .filter(({ kind, chain, ...symbol }) => {
        if (kind !== 'artefact' && kind !== 'input') return false;
        const isMeant = chain === undefined ? own.has(document.uri) : ids.has(chain);
        return isMeant && artefactParts(symbol.name).name === name;
      })
      .map(symbol => ({
        ...{ uri: document.uri, symbol },
        text: document.text.slice(symbol.span.start, symbol.span.end),
      })),
  );
}

/** Why a name or version cannot be given: something is called so, or would be bound by it. */
function taken(
  context: FeatureContext,
  chains: readonly ChainDocument[],
  from: Artefact,
  to: Artefact & { readonly isVersioned: boolean },
): string | undefined {
  if (to.name === from.name) {
    if (!to.isVersioned || to.major === from.major || to.major === undefined) return undefined;
    const there = placesOf(context, chains, to.name).find(
      ({ symbol }) => artefactParts(symbol.name).major === to.major,
    );
    return (
      there &&
      `${fileName(there.uri)} has ${quoted(`${to.name}@${to.major}`)} already. Choose another version, or change it there first.`
    );
  }
  const [own] = placesOf(context, chains, to.name);
  if (own !== undefined)
    return `There is something called ${quoted(to.name)} already, in ${fileName(own.uri)}. Choose another name.`;
  const models = chains.map(({ model }) => model);
  const [first] = chains;
  const connected = (first === undefined ? [] : context.project.neighboursOf(first.document.uri))
    .map(chainDocument)
    .filter(each => each !== undefined)
    .filter(each => !models.includes(each.model) && models.some(model => areConnected(model, each.model)));
  const bound = connected.find(each => placesOf(context, [each], to.name).length > 0);
  return (
    bound &&
    `The chain ${quoted(bound.model.id?.text ?? '')} has an artefact of that name, and what goes from one chain to the other does so by its name. Choose another name.`
  );
}
