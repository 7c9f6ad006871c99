/** Where names are declared. */
import type { ArtefactDeclaration, ChainModel, ChainNode, Handoff, Lane, Phase } from '../../model/chain.ts';
import { resolveReference } from '../../model/references.ts';
import { artefactParts, matchesArtefact } from '../../model/values/artefact.ts';
import { resolveFile } from '../../project/files.ts';
import type { DocumentState, KnownSkill } from '../../project/snapshot.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import type { Span } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';
import type { SymbolAt } from './symbolAt.ts';

export interface Declaration {
  readonly uri: string;
  /** All of what is declared. */
  readonly span: Span;
  /** The word that names it. */
  readonly name: Span;
}

/** Every place that declares what the symbol names, in a stable order; empty where nothing does. */
export const declarationsOf = (context: FeatureContext, symbol: SymbolAt): readonly Declaration[] =>
  placesOf(context, symbol).map(each => ({ ...each, name: withinQuotes(context, each) }));

/** A name that is written in quotes is what they hold. */
function withinQuotes({ project }: FeatureContext, { uri, name }: Declaration): Span {
  const text = project.documents.get(uri)?.text ?? '';
  const quote = text.charAt(name.start);
  const isQuoted =
    (quote === '"' || quote === "'") && name.end - name.start >= 2 && text.charAt(name.end - 1) === quote;
  return isQuoted ? { start: name.start + 1, end: name.end - 1 } : name;
}

function placesOf(context: FeatureContext, symbol: SymbolAt): readonly Declaration[] {
  switch (symbol.kind) {
    case 'skill':
      return skillPlaces(skillsNamed(context, symbol.name));
    case 'team': {
      const team = context.project.skillsFor(context.document.uri).teams.get(symbol.name);
      return team === undefined
        ? []
        : [{ uri: team.uri, span: team.declaration.span, name: team.declaration.id.span }];
    }
    case 'chain':
      return chainsNamed(context, symbol.name).map(({ uri, model }) => ({
        uri,
        span: model.syntax.span,
        name: model.id?.span ?? model.syntax.span,
      }));
    case 'node':
      return chainsOf(context, symbol).flatMap(({ uri, model }) => {
        const place = findPlace(model, symbol.name);
        return place === undefined ? [] : [{ uri, span: place.span, name: place.name }];
      });
    case 'input':
      return chainsOf(context, symbol).flatMap(({ uri, model }) => named(uri, model.inputs, symbol.name));
    case 'artefact':
      return chainsOf(context, symbol).flatMap(({ uri, model }) => {
        const made = sourcesOf(model, symbol.name).map(({ declaration }) => at(uri, declaration));
        // What all its steps make together is made where it is put out.
        return made.length > 0 || symbol.chain === undefined ? made : named(uri, model.outputs, symbol.name);
      });
    case 'item': {
      const { model, uri } = context.document;
      const item = model?.kind === 'suite' ? model.itemsById.get(symbol.name) : undefined;
      return item === undefined ? [] : [{ uri, span: item.span, name: item.id.span }];
    }
    case 'suite': {
      const { model, uri } = context.document;
      if (model?.kind !== 'suite' || model.id === undefined) return [];
      return [{ uri, span: model.syntax.span, name: model.id.span }];
    }
    case 'suite-team': {
      const { model, uri } = context.document;
      const own =
        model?.kind === 'suite' ? model.teams.find(team => team.id.text === symbol.name) : undefined;
      const here = own === undefined || symbol.declares ? [] : [{ uri, span: own.span, name: own.id.span }];
      const known = declarationsOf(context, { ...symbol, kind: 'team' });
      const all = [...here, ...known];
      return all.length > 0 || own === undefined ? all : [{ uri, span: own.span, name: own.id.span }];
    }
    case 'file': {
      const target = fileNamed(context, symbol.name);
      if (target === undefined) return [];
      const name = nameIn(target) ?? { start: 0, end: 0 };
      return [{ uri: target.uri, span: target.model?.syntax.span ?? name, name }];
    }
    case 'plan-input': {
      const { model, uri } = context.document;
      const input = model?.kind === 'plan' ? model.inputsByName.get(symbol.name) : undefined;
      return input === undefined ? [] : [{ uri, span: input.span, name: input.name.span }];
    }
    case 'measure':
      return chainsOf(context, symbol).flatMap(({ uri, model }) =>
        model.measures
          .filter(measure => measure.text === symbol.name)
          .map(measure => ({ uri, span: measure.span, name: measure.span })),
      );
  }
}

/** The document that a path means, if it is known. */
export function fileNamed({ document, project }: FeatureContext, path: string): DocumentState | undefined {
  const file = resolveFile(path, document.uri, project.folderOf(document.uri));
  return file.kind === 'inside' ? project.documents.get(file.uri) : undefined;
}

/** The word that names what a document holds. */
const nameIn = ({ model }: DocumentState): Span | undefined =>
  model !== undefined && 'id' in model ? model.id?.span : undefined;

const at = (uri: string, { span }: ArtefactDeclaration): Declaration => ({ uri, span, name: span });

const named = (uri: string, all: readonly ArtefactDeclaration[], name: string): readonly Declaration[] =>
  all.filter(each => sameArtefact(each.text, name)).map(each => at(uri, each));

/** Where skills are declared, and where agents keep them; each file once. */
function skillPlaces(skills: readonly KnownSkill[]): readonly Declaration[] {
  const places = skills.flatMap(({ origin, uri, declaration, files }) => [
    ...(origin === 'agents' ? [] : [{ uri, declaration }]),
    ...files,
  ]);
  const isFirst = ({ declaration }: (typeof places)[number], at: number): boolean =>
    places.findIndex(each => each.declaration === declaration) === at;
  return places
    .filter(isFirst)
    .map(({ uri, declaration }) => ({ uri, span: declaration.span, name: declaration.id.span }));
}

/** The skill a name stands for; all that it may stand for where it is ambiguous. */
export function skillsNamed({ project, document }: FeatureContext, name: string): readonly KnownSkill[] {
  const found = project.skillsFor(document.uri).resolve(name);
  if (found.kind === 'known') return [found.skill];
  return found.kind === 'ambiguous' ? found.skills : [];
}

interface ChainPlace {
  readonly uri: string;
  readonly model: ChainModel;
}

export const chainsNamed = ({ project, document }: FeatureContext, id: string): readonly ChainPlace[] =>
  project.chainsFor(document.uri).get(id) ?? [];

/** The chain that a symbol belongs to: the one it names, else the document's own. */
function chainsOf(context: FeatureContext, { chain }: SymbolAt): readonly ChainPlace[] {
  if (chain !== undefined) return chainsNamed(context, chain);
  const { uri, model } = context.document;
  return model?.kind === 'chain' ? [{ uri, model }] : [];
}

/** What an id of a chain stands for. */
export type Place = { readonly span: Span; readonly name: Span } & (
  | { readonly kind: 'node'; readonly node: ChainNode }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'lane'; readonly lane: Lane }
);

/** The node, phase or lane that an id stands for, or else the node that a variation adds under it; `undefined`: none or several. */
export function findPlace(model: ChainModel, id: string): Place | undefined {
  const found = resolveReference(model, id);
  switch (found.kind) {
    case 'node':
      return { ...found, span: found.node.span, name: found.node.name.span };
    case 'phase':
      return { ...found, span: found.phase.span, name: (found.phase.idWord ?? found.phase.name).span };
    case 'lane':
      return lanePlace(found.lane);
    case 'unknown':
      return addedPlace(model, node => node.id === id);
    default:
      return undefined;
  }
}

const lanePlace = (lane: Lane): Place => ({
  kind: 'lane',
  lane,
  span: lane.span,
  name: (lane.idWord ?? lane.name)?.span ?? lane.span,
});

const nodePlace = (node: ChainNode): Place => ({ kind: 'node', node, span: node.span, name: node.name.span });

function addedPlace(model: ChainModel, isWanted: (node: ChainNode) => boolean): Place | undefined {
  const [node, ...others] = model.variations.flatMap(({ nodes }) => nodes.filter(isWanted));
  return node === undefined || others.length > 0 ? undefined : nodePlace(node);
}

/**
 * The node, phase or lane that a scalar speaks for: its `do`, label, question or name, whether or not its id comes from that.
 * Those that variations add included.
 */
export function placeSaidBy(
  model: ChainModel,
  scalar: ScalarNode,
): { readonly id: string; readonly place: Place } | undefined {
  const entry = scalar.parent;
  if (entry?.kind !== 'entry' || !speaking.includes(entry.key.text)) return undefined;
  const isSaid = ({ syntax }: ChainNode | Phase): boolean => syntax === entry.parent;
  const node = model.nodes.find(isSaid);
  if (node !== undefined) return { id: node.id, place: nodePlace(node) };
  const phase = model.phases.find(isSaid);
  if (phase !== undefined) {
    const name = (phase.idWord ?? phase.name).span;
    return { id: phase.id, place: { kind: 'phase', phase, span: phase.span, name } };
  }
  const lane = [...model.lanesById.values()].find(each => each.name?.node === scalar);
  if (lane?.id !== undefined) return { id: lane.id, place: lanePlace(lane) };
  const added = addedPlace(model, isSaid);
  return added?.kind === 'node' ? { id: added.node.id, place: added } : undefined;
}

const speaking: readonly string[] = ['do', 'checkpoint', 'decision', 'phase', 'lane'];

/** Where an artefact comes from: the chain's inputs, a chain that it waits for, or a node or phase that makes it. */
export interface ArtefactSource {
  readonly declaration: ArtefactDeclaration;
  /** `undefined`: an input of the chain. */
  readonly from: ChainNode | Phase | Handoff | undefined;
}

/** Every source of an artefact, in text order. `written` may carry a version; without one any version matches. */
export function sourcesOf(model: ChainModel, written: string): readonly ArtefactSource[] {
  const matching = (all: readonly ArtefactDeclaration[], from: ArtefactSource['from']): ArtefactSource[] =>
    all.filter(each => sameArtefact(each.text, written)).map(declaration => ({ declaration, from }));
  return [
    ...matching(model.inputs, undefined),
    ...model.handoffs.flatMap(handoff =>
      handoff.kind === 'waits-for' ? matching(handoff.needs, handoff) : [],
    ),
    ...model.nodes.flatMap(node => matching(node.produces, node)),
    ...model.phases.flatMap(phase => matching(phase.deliverables, phase)),
  ];
}

/** Whether two written names mean one artefact: the same name, and no two different versions. */
export const sameArtefact = (left: string, right: string): boolean =>
  matchesArtefact(artefactParts(left), artefactParts(right));
