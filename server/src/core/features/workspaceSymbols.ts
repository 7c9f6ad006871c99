import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { CatalogueModel, SkillDeclaration } from '../model/catalogue.ts';
import type { ArtefactDeclaration, ChainModel, Word } from '../model/chain.ts';
import type { SuiteModel } from '../model/suite.ts';
import type { AgentSkillFile } from '../project/agentSkillFiles.ts';
import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';
import { nameFit, nameQuery, type SoughtName, soughtName } from '../util/nameFit.ts';
import type { Span } from '../util/span.ts';
import { itemName } from './support/outline.ts';
import { nodeKinds, shownName } from './support/outlined.ts';

/** Symbols of one answer. A person reads the first few, and types on where theirs is not among them. */
export const mostSymbols = 200;

/** Something that has a name in a document. */
interface Named {
  /** Every way to call it, the usual one first. */
  readonly names: readonly SoughtName[];
  readonly kind: SymbolKind;
  readonly span: Span;
  /** What it stands in; `undefined`: it is all of its document, or stands for itself. */
  readonly container: string | undefined;
  /** Of equal names the lower one comes first: chains before their nodes, these before what they make. */
  readonly rank: number;
}

/**
 * Gives the search for names in all documents of the workspace: chains, suites, prompt plans, skills, teams, items, phases, nodes and
 * artefacts where they are made. The best answers come first, at most `mostSymbols` of them; each under the one of its names that the
 * query fits best. The names of a document are read once, and forgotten with it.
 */
export function createWorkspaceSymbols(): (
  project: ProjectSnapshot,
  query: string,
) => readonly WorkspaceSymbol[] {
  const known = new WeakMap<DocumentState | AgentSkillFile, readonly Named[]>();
  const namesIn = (file: DocumentState | AgentSkillFile): readonly Named[] => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const made = 'declaration' in file ? skillNames(file.declaration) : documentNames(file);
    known.set(file, made);
    return made;
  };
  return ({ documents, agentSkills }, text) => {
    const query = nameQuery(text);
    // Editors filter what they get by its characters: `batch-r` would lose `Batch recall`, and keeps `batch-recall`.
    const typed = text.toLowerCase();
    const isLiteral = (name: string): boolean => name.toLowerCase().includes(typed);
    const found = [...documents.values(), ...agentSkills.values()].flatMap(file =>
      namesIn(file).flatMap(named => {
        const [best, ...others] = named.names
          .map(name => ({ name, fit: nameFit(query, name), literal: isLiteral(name.text) }))
          .toSorted((left, right) => right.fit - left.fit || Number(right.literal) - Number(left.literal));
        if (best === undefined || best.fit === 0) return [];
        return [{ ...best, named, file, other: others[0]?.name.text }];
      }),
    );
    found.sort(
      (left, right) =>
        right.fit - left.fit ||
        left.named.rank - right.named.rank ||
        left.name.text.length - right.name.text.length ||
        compare(left.name.text, right.name.text) ||
        compare(left.file.uri, right.file.uri) ||
        left.named.span.start - right.named.span.start,
    );
    return found.slice(0, mostSymbols).map(({ name, named, file, other }): WorkspaceSymbol => {
      const containerName = named.container ?? other;
      return {
        name: shownName(name.text),
        kind: named.kind,
        location: { uri: file.uri, range: file.lines.range(named.span) },
        ...(containerName !== undefined && { containerName: shownName(containerName) }),
      };
    });
  };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function documentNames({ model }: DocumentState): readonly Named[] {
  switch (model?.kind) {
    case 'chain':
      return chainNames(model);
    case 'catalogue':
      return catalogueNames(model);
    case 'suite':
      return suiteNames(model);
    case 'plan':
      return named(SymbolKind.Module, 0, model.id?.span, [model.id?.text]);
    // Names nothing of its own.
    case 'configuration':
    case undefined:
      return [];
  }
}

/** Nothing where it has no name, or no place. */
function named(
  kind: SymbolKind,
  rank: number,
  span: Span | undefined,
  names: readonly (string | undefined)[],
  container?: string,
): readonly Named[] {
  const given = [...new Set(names.flatMap(name => (name === undefined || name.trim() === '' ? [] : [name])))];
  if (span === undefined || given.length === 0) return [];
  return [{ names: given.map(soughtName), kind, span, container, rank }];
}

function chainNames(model: ChainModel): readonly Named[] {
  const { id, title, phases, variations } = model;
  const within = title?.text ?? id?.text;
  // What an alias repeats stands once, where it is written.
  const nodes = model.nodes.filter(({ repeatedAt }) => repeatedAt === undefined);
  const all = [...nodes, ...variations.flatMap(each => each.nodes)];
  const made = [
    ...model.inputs,
    ...nodes.flatMap(node => node.produces),
    ...phases.flatMap(phase => phase.deliverables),
  ];
  return [
    ...named(SymbolKind.Module, 0, (id ?? title)?.span, [title?.text, id?.text]),
    ...phases.flatMap(phase =>
      named(SymbolKind.Namespace, 2, phase.name.span, [phase.name.text, phase.id], within),
    ),
    ...all.flatMap(node => named(nodeKinds[node.kind], 3, node.name.span, [node.label, node.id], within)),
    ...made.flatMap(artefact => artefactName(artefact, within)),
  ];
}

const artefactName = ({ text, span }: ArtefactDeclaration, within: string | undefined): readonly Named[] =>
  named(SymbolKind.Variable, 4, span, [text], within);

const catalogueNames = ({ skills, teams }: CatalogueModel): readonly Named[] => [
  ...skills.flatMap(skillNames),
  ...teams.flatMap(({ id, title }) =>
    named(SymbolKind.Struct, 1, id.span, [title?.text, id.text], undefined),
  ),
];

const skillNames = ({ id, title, aliases }: SkillDeclaration): readonly Named[] =>
  named(SymbolKind.Class, 1, id.span, [title?.text, id.text, ...aliases.map(alias => alias.text)]);

function suiteNames({ id, title, items, phases, teams }: SuiteModel): readonly Named[] {
  const within = title?.text ?? id?.text;
  const ofSuite = (kind: SymbolKind, rank: number, { span }: Word, text: string): readonly Named[] =>
    named(kind, rank, span, [text], within);
  return [
    ...named(SymbolKind.Module, 0, (id ?? title)?.span, [title?.text, id?.text]),
    ...items.flatMap(item => ofSuite(SymbolKind.Function, 2, item.id, itemName(item))),
    ...phases.flatMap(phase => ofSuite(SymbolKind.Namespace, 2, phase.name, phase.name.text)),
    ...teams.flatMap(team => ofSuite(SymbolKind.Struct, 2, team.id, team.id.text)),
  ];
}
