/** Names that are words of texts and nothing else: nodes, measures, items, skills and teams, wherever they stand. */
import type { ChainModel } from '../../../model/chain.ts';
import { isMeasureName } from '../../../model/values/condition.ts';
import { isKebabCase, readIdentifier } from '../../../model/values/identifier.ts';
import { readDocument } from '../../../project/documentState.ts';
import { fileName } from '../../../project/places.ts';
import type { DocumentState, KnownSkill } from '../../../project/snapshot.ts';
import { applyEdits } from '../../../syntax/offsetMap.ts';
import { comparable } from '../../../util/comparable.ts';
import { contains, type Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { declarationsOf, findPlace } from '../declarations.ts';
import { meaningOf } from '../meaning.ts';
import { type Occurrence, occurrencesOf } from '../occurrences.ts';
import { type SymbolAt, symbolAt, symbolsIn } from '../symbolAt.ts';
import { valuesOf, wordsSpan } from '../treeAt.ts';
import { originEdits } from './linkedNames.ts';
import { type Edit, type Edits, joinEdits, quoted, type Renameable } from './renaming.ts';

/** A name, and where it is declared. */
export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
  /** The name as the document that declares it has it. */
  readonly symbol: SymbolAt;
  /** That document. */
  readonly context: FeatureContext;
}

/** Kinds of names that are words of texts and nothing else. */
const renamed: ReadonlySet<SymbolAt['kind']> = new Set<SymbolAt['kind']>([
  ...(['node', 'measure', 'item', 'skill', 'team', 'suite-team'] as const),
]);

/** A node with an `id`, a measure, an item, a skill or a team at an offset. */
export function nameAt(context: FeatureContext, offset: number): Renameable | undefined {
  const place = placeAt(context, offset);
  if (place === undefined) return undefined;
  const { name, span } = place;
  return {
    ...{ name, span },
    to: newName => {
      const edits = renameEdits(place, newName);
      return typeof edits === 'string'
        ? edits
        : { edits: joinEdits([edits, origins(place, newName)]), moves: [] };
    },
  };
}

/** The edits that give a skill another id where a catalogue declares it and wherever it is named by the one it has. */
export function skillEdits(context: FeatureContext, skill: KnownSkill, newName: string): Edits | string {
  const { text: name, span } = skill.declaration.id;
  // One that agents alone keep has no place in a document; any document of the folder asks for it.
  const document = context.project.documents.get(skill.uri) ?? context.document;
  const symbol: SymbolAt = { kind: 'skill', name, span, declares: true };
  return renameEdits({ context: { ...context, document }, symbol, name, span }, newName);
}

/** A node that goes by words: where they stand, and the edit that gives it an id. */
export interface WordedPlace {
  readonly words: Span;
  edit(id: string): Edit;
}

/** The edits that give a node without an id one, under which it is named everywhere then. */
export function nodeEdits(place: NamedPlace, newName: string, worded: WordedPlace): Edits | string {
  const edits = renameEdits(place, newName, worded);
  return typeof edits === 'string' ? edits : joinEdits([edits, origins(place, newName)]);
}

/** What Markdown says that it has from a node. */
function origins({ context, symbol, name }: NamedPlace, newName: string): Edits {
  const { model, uri } = context.document;
  if (symbol.kind !== 'node' || model?.kind !== 'chain' || model.id === undefined) return new Map();
  return originEdits(context, uri, { chain: model.id.text, node: name }, newName);
}

/** The name at an offset, if it is one that is declared as written and can be given anew; a node needs an `id` for that. */
function placeAt(context: FeatureContext, offset: number): NamedPlace | undefined {
  const symbol = symbolAt(context, offset);
  const [declaration] = symbol === undefined ? [] : declarationsOf(context, symbol);
  if (symbol === undefined || declaration === undefined) return undefined;
  const holder = context.project.documents.get(declaration.uri);
  if (holder === undefined) return undefined;
  const there = { ...context, document: holder };
  const declared = symbolAt(there, declaration.name.start);
  const kind = declared?.kind;
  if (declared === undefined || kind === undefined || !renamed.has(kind)) return undefined;
  if (kind === 'node' && !hasId(holder, declared.name)) return undefined;
  if (kind === 'skill') return skillAt(symbol, declared, there);
  const { name, span } = symbol;
  return declared.name === name ? { name, span, symbol: declared, context: there } : undefined;
}

/** A skill at its id; its title and its aliases are words of their own, and one that agents keep is called as its file says. */
function skillAt(symbol: SymbolAt, declared: SymbolAt, there: FeatureContext): NamedPlace | undefined {
  const { name } = declared;
  const skill = there.project.skillsFor(there.document.uri).skills.get(name);
  if (skill?.origin !== 'catalogue' || skill.files.length > 0) return undefined;
  if (!isCalledById(skill, symbol.name)) return undefined;
  return { name, span: symbol.span, symbol: declared, context: there };
}

/** Whether a name is the id of a skill, in whatever spelling, and not just the title, which may read like it. */
export function isCalledById({ declaration: { id, title } }: KnownSkill, name: string): boolean {
  return name === id.text || (name !== title?.text && comparable(name) === comparable(id.text));
}

function hasId({ model }: DocumentState, id: string): boolean {
  const place = model?.kind === 'chain' ? findPlace(model, id) : undefined;
  if (place === undefined) return false;
  const { idWord } = place.kind === 'node' ? place.node : place.kind === 'phase' ? place.phase : place.lane;
  return idWord?.text === id;
}

/** The edits that give a name anew, or why they would change more than a name: plain text for the person who asked. */
function renameEdits(renameable: NamedPlace, newName: string, worded?: WordedPlace): Edits | string {
  const { context, symbol, name } = renameable;
  const refused = brokenFile(renameable) ?? badName(renameable, newName) ?? takenName(renameable, newName);
  if (refused !== undefined) return refused;
  const edits = new Map<string, Edit[]>();
  if (worded !== undefined) edits.set(context.document.uri, [worded.edit(newName)]);
  for (const { uri, span } of placesOf(renameable)) {
    // The file of an agent, which is read by others.
    if (!context.project.documents.has(uri)) continue;
    if (uri === context.document.uri && span.start === worded?.words.start) continue;
    const text = context.project.documents.get(uri)?.text.slice(span.start, span.end) ?? '';
    const length = symbol.kind === 'skill' ? text.length : name.length;
    if (!isSpelled(renameable, text))
      return `In ${fileName(uri)} it is written in another way. Write it there as ${quoted(name)} first.`;
    const place = { start: span.start, end: span.start + length };
    edits.set(uri, [...(edits.get(uri) ?? []), { span: place, newText: newName }]);
  }
  const node = symbol.kind === 'node' ? { uri: context.document.uri, name, newName } : undefined;
  return renamedNodes(context, edits, node) ?? edits;
}

/** Whether a text is the name; what follows it in a longer one is not of it. */
function isSpelled({ symbol: { kind }, name }: NamedPlace, text: string): boolean {
  if (kind === 'skill') return comparable(text) === comparable(name);
  const rest = text.startsWith(name) ? text.slice(name.length) : undefined;
  return rest === '' || (rest !== undefined && kind === 'node');
}

/**
 * Why edits would change what nodes are called; `undefined`: they do not, or nobody names these.
 * @param node One that is to be called otherwise.
 */
export function renamedNodes(
  context: FeatureContext,
  edits: Edits,
  node?: { readonly uri: string; readonly name: string; readonly newName: string },
): string | undefined {
  for (const [uri, ofDocument] of edits) {
    const document = context.project.documents.get(uri);
    if (document?.model?.kind !== 'chain') continue;
    const own = node?.uri === uri ? node : undefined;
    const lost = lostIds(document, ofDocument, own?.name, own?.newName ?? '');
    const used = lost.find(id => own !== undefined || isNamed(context, document, id));
    if (used !== undefined)
      return `In ${fileName(uri)} the node ${quoted(used)} has no id of its own and would be called otherwise. Give it one first, or choose another name.`;
  }
  return undefined;
}

/** Whether a chain, or another one that hands over to it, names a node. */
function isNamed({ project }: FeatureContext, { uri, model }: DocumentState, id: string): boolean {
  const own = model?.kind === 'chain' ? model.id?.text : undefined;
  return project
    .neighboursOf(uri)
    .some(each =>
      symbolsIn({ document: each, project }).some(
        ({ kind, chain, declares, name }) =>
          kind === 'node' &&
          !declares &&
          (name === id || isMadeFrom(name, id)) &&
          (each.uri === uri ? chain === undefined : own !== undefined && chain === own),
      ),
    );
}

/** Every place of the name; of a node also the names that are made from its own, such as `respond.synthesize`. */
function placesOf({
  context,
  symbol,
  name,
}: NamedPlace): readonly { readonly uri: string; readonly span: Span }[] {
  const places = occurrencesOf(context, symbol, () => true);
  if (symbol.kind === 'skill') return places.filter(isById(context, name));
  if (symbol.kind !== 'node') return places;
  const { document, project } = context;
  const own = document.model?.kind === 'chain' ? document.model.id?.text : undefined;
  const made = project.neighboursOf(document.uri).flatMap(each =>
    symbolsIn({ document: each, project })
      .filter(({ kind, chain, ...other }) => {
        const isHere = each.uri === document.uri ? chain === undefined : own !== undefined && chain === own;
        return kind === 'node' && isHere && isMadeFrom(other.name, name);
      })
      .map(({ span }) => ({ uri: each.uri, span })),
  );
  return [...places, ...made];
}

/** Whether a place names a skill by its id, in whatever spelling; its title and its aliases go on naming it. */
function isById({ document, project }: FeatureContext, id: string): (place: Occurrence) => boolean {
  const skill = project.skillsFor(document.uri).skills.get(id);
  const { title, aliases = [] } = skill?.declaration ?? {};
  const others = new Set([title, ...aliases].map(word => comparable(word?.text ?? '')));
  const isAlias = (uri: string, span: Span): boolean =>
    uri === skill?.uri && aliases.some(word => contains(word.span, span));
  return ({ uri, span, says: text = id }) => {
    if (isAlias(uri, span)) return false;
    return text === id || (comparable(text) === comparable(id) && !others.has(comparable(text)));
  };
}

const isMadeFrom = (id: string, parent: string): boolean =>
  id.startsWith(`${parent}.`) || id.startsWith(`${parent}/`);

/** A text with a mistake in its YAML may hide a use. */
export function brokenFile({ context, name }: Pick<NamedPlace, 'context' | 'name'>): string | undefined {
  const { document, project } = context;
  const broken = [document, ...project.neighboursOf(document.uri)].find(
    each => !each.tree.complete && (each === document || each.text.includes(name)),
  );
  if (broken === undefined) return undefined;
  const which = broken === document ? 'This file' : fileName(broken.uri);
  return `${which} has mistakes in its YAML, so not every use is known. Mend them first.`;
}

function badName({ symbol, context }: NamedPlace, newName: string): string | undefined {
  switch (symbol.kind) {
    case 'node': {
      const read = readIdentifier(newName);
      return read.ok ? undefined : read.message;
    }
    case 'suite-team':
      if (context.project.skillsFor(context.document.uri).teams.has(symbol.name)) return badKebab(newName);
      return /^[\p{L}\p{N}](?:[\p{L}\p{N} _-]{0,98}[\p{L}\p{N}])?$/u.test(newName) && newName !== 'all'
        ? undefined
        : 'The name of a team is made of letters, digits, blanks, hyphens and underscores, and is not the word all.';
    case 'item':
      return /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u.test(newName) && newName !== 'all'
        ? undefined
        : 'The id of an item is made of letters, digits, hyphens and underscores, and is not the word all.';
    case 'measure':
      return isMeasureName(newName)
        ? undefined
        : 'The name of a measure is made of letters, digits and underscores with hyphens between words, and means nothing else in a condition.';
    default:
      return badKebab(newName);
  }
}

const badKebab = (newName: string): string | undefined =>
  isKebabCase(newName)
    ? undefined
    : 'A name is made of small letters and digits with hyphens between words, such as incident-report.';

function takenName(renameable: NamedPlace, newName: string): string | undefined {
  const { context, symbol, name } = renameable;
  const { model } = context.document;
  if (newName === name) return undefined;
  const taken = `There is something called ${quoted(newName)} already.`;
  const { teams, resolve } = context.project.skillsFor(context.document.uri);
  if (symbol.kind === 'skill') {
    // Its own title may be the same word: it goes on naming the same skill.
    const found = resolve(newName);
    const isOwn = found.kind === 'known' && found.skill.declaration.id.text === name;
    return isOwn || found.kind === 'unknown' ? undefined : taken;
  }
  if (symbol.kind === 'team' || symbol.kind === 'suite-team') {
    const isOfSuite = model?.kind === 'suite' && model.teams.some(({ id }) => id.text === newName);
    return teams.has(newName) || isOfSuite ? taken : undefined;
  }
  if (model?.kind === 'suite') return model.itemsById.has(newName) ? taken : undefined;
  if (model?.kind !== 'chain') return undefined;
  if (symbol.kind === 'node') return findPlace(model, newName) === undefined ? undefined : taken;
  return takenMeasure(context.document, model, newName) ? taken : escapedMeasure(context.document, name);
}

/** A measure is called so, or a condition says the word. */
function takenMeasure(document: DocumentState, model: ChainModel, newName: string): boolean {
  if (model.measures.some(({ text }) => text === newName)) return true;
  return [...valuesOf(document.tree)].some(node => {
    if (node.kind !== 'scalar' || meaningOf(node, document.shape)?.meaning !== 'condition') return false;
    const words: readonly string[] = node.text.match(/[\p{L}\p{N}_-]+/gu) ?? [];
    return words.includes(newName);
  });
}

/** Where a condition writes a measure with escapes, so that its word has no place. */
function escapedMeasure(document: DocumentState, name: string): string | undefined {
  for (const node of valuesOf(document.tree)) {
    if (node.kind !== 'scalar' || meaningOf(node, document.shape)?.meaning !== 'condition') continue;
    const words: readonly string[] = node.text.match(/[\p{L}\p{N}_-]+/gu) ?? [];
    if (words.includes(name) && wordsSpan(node, document.text) === undefined)
      return `In line ${document.lines.position(node.span.start).line + 1} a condition writes it with escapes. Write it there as ${quoted(name)} first.`;
  }
  return undefined;
}

/** The ids of nodes, phases and lanes that are others after an edit, but for the renamed one and what is named after it. */
function lostIds(
  document: DocumentState,
  edits: readonly Edit[],
  name: string | undefined,
  newName: string,
): readonly string[] {
  const ordered = edits.toSorted((left, right) => left.span.start - right.span.start);
  const after = idsOf(readDocument(document.uri, document.version, applyEdits(document.text, ordered).text));
  const meant = (id: string): string =>
    name !== undefined && (id === name || isMadeFrom(id, name)) ? newName + id.slice(name.length) : id;
  return idsOf(document).filter((id, at) => after[at] !== meant(id));
}

const idsOf = ({ model }: DocumentState): readonly string[] =>
  model?.kind !== 'chain'
    ? []
    : [
        ...model.nodes.map(({ id }) => id),
        ...model.phases.map(({ id }) => id),
        ...model.lanesById.keys(),
        ...model.variations.flatMap(({ nodes }) => nodes.map(({ id }) => id)),
      ];
