/** The ids of chains, suites and prompt plans, and with them the names of their files. */
import { isKebabCase, isPlanId } from '../../../model/values/identifier.ts';
import { noLinkingFiles } from '../../../project/linkingFiles.ts';
import { fileName, isSaved } from '../../../project/places.ts';
import type { DocumentState } from '../../../project/snapshot.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { declarationsOf } from '../declarations.ts';
import { occurrencesOf } from '../occurrences.ts';
import { type SymbolAt, symbolAt, symbolsIn } from '../symbolAt.ts';
import { contentSpan } from '../treeAt.ts';
import { originEdits } from './linkedNames.ts';
import { besideIt, pathEdits } from './moves.ts';
import { brokenFile } from './names.ts';
import {
  type Edit,
  type Edits,
  type FileMove,
  joinEdits,
  quoted,
  type Renameable,
  type Renaming,
} from './renaming.ts';

type Kind = 'chain' | 'suite' | 'plan';

/** A document that goes by an id. */
interface NamedDocument {
  readonly document: DocumentState;
  readonly kind: Kind;
  readonly id: string;
  readonly idSpan: Span;
}

/** What files of a kind are called behind the id. */
const endings: Readonly<Record<Kind, RegExp>> = {
  chain: /\.chain\.ya?ml$/u,
  suite: /\.suite\.yaml$/u,
  plan: /\.yaml$/u,
};

/** The id of a document where it is declared or used, or the part of a path that is the id; `undefined`: no such thing is there. */
export function documentNameAt(context: FeatureContext, offset: number): Renameable | undefined {
  const symbol = symbolAt(context, offset);
  if (symbol === undefined || !['chain', 'suite', 'file'].includes(symbol.kind)) return undefined;
  const [named, ...others] = documentsNamed(context, symbol);
  if (named === undefined) return undefined;
  const span = spanIn(context, symbol, named);
  if (span === undefined) return undefined;
  return {
    name: named.id,
    span,
    to: newName =>
      others.length > 0 ? declaredTwice([named, ...others]) : renamedDocument(context, named, newName),
  };
}

function documentsNamed(context: FeatureContext, symbol: SymbolAt): readonly NamedDocument[] {
  const own = namedDocument(context.document);
  const isOwn = own?.idSpan.start === symbol.span.start;
  const declared = declarationsOf(context, symbol).flatMap(({ uri }) => {
    const document = context.project.documents.get(uri);
    return document === undefined ? [] : [namedDocument(document)].filter(each => each !== undefined);
  });
  // One that lies in no folder is known to itself alone.
  return declared.length === 0 && isOwn ? [own] : declared;
}

/** `undefined`: a kind without an id, or a document whose id is missing. */
function namedDocument(document: DocumentState): NamedDocument | undefined {
  const { model } = document;
  if (model === undefined || !('id' in model) || model.id === undefined || model.id.text === '')
    return undefined;
  return { document, kind: model.kind, id: model.id.text, idSpan: contentSpan(model.id.node, document.text) };
}

/** What a person changes at a symbol: the id, or in a path the part that is the id. */
function spanIn({ document }: FeatureContext, { span }: SymbolAt, { id }: NamedDocument): Span | undefined {
  const written = document.text.slice(span.start, span.end);
  if (written === id) return span;
  const start = written.search(/[^/]*$/u);
  return written.startsWith(id, start) && written.charAt(start + id.length) === '.'
    ? { start: span.start + start, end: span.start + start + id.length }
    : undefined;
}

function isCalledAfterId({ document, kind, id }: NamedDocument): boolean {
  const name = fileName(document.uri);
  const ending = endings[kind].exec(name)?.[0];
  return ending !== undefined && isSaved(document.uri) && name === id + ending;
}

/** The documents of a kind and its workspace folder that have its id, itself among them. */
const documentsCalled = (
  { project }: FeatureContext,
  { document, kind, id }: NamedDocument,
): readonly NamedDocument[] =>
  project
    .neighboursOf(document.uri)
    .map(namedDocument)
    .filter(each => each !== undefined)
    .filter(each => each.kind === kind && each.id === id);

/** The move of a file that is called after its id; `undefined`: it has another name, or none yet. */
function moveOf(named: NamedDocument, newName: string): FileMove | undefined {
  const { document, id } = named;
  if (newName === id || !isCalledAfterId(named)) return undefined;
  const ending = fileName(document.uri).slice(id.length);
  return { from: document.uri, to: besideIt(document.uri, newName + ending) };
}

function renamedDocument(context: FeatureContext, named: NamedDocument, newName: string): Renaming | string {
  const move = moveOf(named, newName);
  const moves = move === undefined ? [] : [move];
  const refused = brokenFile({ context: { ...context, document: named.document }, name: named.id });
  const edits =
    refused ?? refusal(context, named, newName) ?? taken(context, move) ?? idEdits(context, named, newName);
  if (typeof edits === 'string') return edits;
  return {
    edits: joinEdits([edits, pathEdits(context.project, context.linking ?? noLinkingFiles, moves)]),
    moves,
  };
}

const kinds: Readonly<Record<Kind, string>> = { chain: 'chain', suite: 'suite', plan: 'prompt plan' };

/** The id that a document gets where its file gets another address; `undefined`: it goes by the one it has, or cannot get it. */
export function idFromFile(
  context: FeatureContext,
  newUri: string,
): { readonly named: NamedDocument; readonly newName: string } | undefined {
  const named = namedDocument(context.document);
  if (named === undefined || newUri === context.document.uri || !isCalledAfterId(named)) return undefined;
  const name = fileName(newUri);
  const ending = endings[named.kind].exec(name)?.[0];
  const newName = ending === undefined ? named.id : name.slice(0, -ending.length);
  if (newName === named.id || documentsCalled(context, named).length > 1) return undefined;
  return refusal(context, named, newName) === undefined ? { named, newName } : undefined;
}

/** Why an id cannot be given; the name of the file is another question. */
function refusal(
  { project }: FeatureContext,
  { document, kind, id }: NamedDocument,
  newName: string,
): string | undefined {
  if (kind === 'plan' && !isPlanId(newName))
    return 'The id of a prompt plan is the name of its file without .yaml, such as plan.security-baseline@v1: plan, a name in small letters, and @v with its number.';
  if (kind !== 'plan' && !isKebabCase(newName))
    return `The id of a ${kinds[kind]} is made of small letters and digits with hyphens between words, such as restore-service.`;
  if (newName === id) return undefined;
  const neighbours = project.neighboursOf(document.uri);
  const same = neighbours.map(namedDocument).find(each => each?.kind === kind && each.id === newName);
  if (same !== undefined)
    return `${fileName(same.document.uri)} has the ${kinds[kind]} ${quoted(newName)} already. Choose another id.`;
  if (kind !== 'chain') return undefined;
  const awaiting = neighbours.find(each =>
    symbolsIn({ document: each, project }).some(
      symbol => symbol.kind === 'chain' && !symbol.declares && symbol.name === newName,
    ),
  );
  return (
    awaiting &&
    `${fileName(awaiting.uri)} names a chain ${quoted(newName)}, which is not there and would then mean this one. Choose another id, or mend that name first.`
  );
}

/** Why a file cannot get its new name; names that differ in case alone are one where file systems do not tell them apart. */
function taken({ project }: FeatureContext, move: FileMove | undefined): string | undefined {
  if (move === undefined) return undefined;
  const wanted = move.to.toLowerCase();
  const isTaken = [...project.documents.keys()].some(
    uri => uri !== move.from && uri.toLowerCase() === wanted,
  );
  return isTaken
    ? `The file ${fileName(move.to)} is there already. Choose another id, or rename that file first.`
    : undefined;
}

const declaredTwice = (all: readonly NamedDocument[]): string =>
  `${all.map(({ document }) => fileName(document.uri)).join(' and ')} have the same id ${quoted(all[0]?.id ?? '')}, so nobody can tell which of them is meant where it is used. Write another id into one of them first.`;

/** The id where it is declared and where other documents, and Markdown, say it; paths are another question. */
export function idEdits(context: FeatureContext, named: NamedDocument, newName: string): Edits | string {
  const { project } = context;
  const { document, id, idSpan, kind } = named;
  const there = { ...context, document };
  const symbol = symbolAt(there, idSpan.start + 1) ?? symbolAt(there, idSpan.start);
  const places =
    kind === 'chain' && symbol !== undefined
      ? occurrencesOf(there, symbol, () => true)
      : [{ uri: document.uri, span: idSpan }];
  const edits = new Map<string, Edit[]>();
  for (const { uri, span } of places) {
    const written = (project.documents.get(uri)?.text ?? '').slice(span.start, span.end);
    // A path, which names the file.
    if (/\/|\.ya?ml$/iu.test(written)) continue;
    if (written !== id)
      return `In ${fileName(uri)} the id is written in another way. Write it there as ${quoted(id)} first.`;
    edits.set(uri, [...(edits.get(uri) ?? []), { span, newText: newName }]);
  }
  return kind === 'chain'
    ? joinEdits([edits, originEdits(context, document.uri, { chain: id }, newName)])
    : edits;
}
