/**
 * Taking documents of the library along into a workspace: their texts under the ids they get there, what a suite runs, the chains that they name and the
 * workspace lacks, and the skills that it lacks, as an addition to a catalogue of its own.
 */
import type { Meaning } from '../../../../schemas/table.ts';
import type { SkillDeclaration } from '../model/catalogue.ts';
import type { Word } from '../model/chain.ts';
import { isNothing } from '../model/shapeWords.ts';
import type { Entry, MapNode, ScalarNode, SyntaxNode } from '../syntax/tree.ts';
import { writeScalar } from '../util/yamlText.ts';
import { isSaved, namesBelow } from './places.ts';
import type { DocumentState, ProjectSnapshot, SkillIndex } from './snapshot.ts';
import { resolveTarget } from './targets.ts';

export interface TakeRequest {
  /** The chains, suites and prompt plans of the library that are taken, each under an id of its own in the workspace. */
  readonly documents: readonly { readonly uri: string; readonly id: string }[];
  /** The workspace folder they go to; `undefined`: none is open. */
  readonly folder: string | undefined;
}

export interface Taken {
  readonly documents: readonly TakenDocument[];
  /** Chains of the library that those name and that are neither taken nor in the workspace; those they cannot run without come first. */
  readonly missing: readonly MissingChain[];
  /** The ids of the skills that the workspace gets. */
  readonly skills: readonly string[];
  /** Where those go; `undefined`: there are none, or no folder. */
  readonly catalogue: CatalogueAddition | undefined;
}

export interface TakenDocument {
  readonly id: string;
  readonly text: string;
  /** What the items of a suite run, each with its path from the suite's folder, so that every path in it holds. */
  readonly beside: readonly { readonly path: string; readonly text: string }[];
}

export interface MissingChain {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  /** `sub-chain`: a taken chain runs it. `handoff`: one hands over to it. */
  readonly as: 'sub-chain' | 'handoff';
}

/** A text for a place in a catalogue of the workspace; without `uri` the text is a whole catalogue. */
export interface CatalogueAddition {
  readonly uri?: string;
  /** UTF-16. */
  readonly offset: number;
  readonly text: string;
}

export function takeAlong(workspace: ProjectSnapshot, library: ProjectSnapshot, request: TakeRequest): Taken {
  const { folder } = request;
  const taken = request.documents.flatMap(({ uri, id }) => {
    const document = library.documents.get(uri);
    const word = document && idWord(document);
    return document === undefined || word === undefined
      ? []
      : [{ document, id, word, beside: besideOf(library, document) }];
  });
  // What belongs to a folder is asked of an address in it; outside all folders only what is untitled counts.
  const place = folder === undefined ? 'untitled:' : addressIn(folder);
  const documents = taken.flatMap(({ document, beside }) => [document, ...beside.map(each => each.document)]);
  const lacking = folder === undefined ? [] : lackingSkills(workspace.skillsFor(place), library, documents);
  return {
    documents: taken.map(({ document, id, word, beside }) => ({
      id,
      text: document.text.slice(0, word.span.start) + id + document.text.slice(word.span.end),
      beside: beside.map(each => ({ path: each.path, text: each.document.text })),
    })),
    missing: missingChains(workspace.chainsFor(place), library, documents),
    skills: lacking.map(({ declaration }) => declaration.id.text),
    catalogue: lacking.length === 0 ? undefined : addition(workspace, folder ?? '', lacking),
  };
}

/** An address below a folder; that of a root (`memfs:/`) ends in a slash itself. */
const addressIn = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);

/** What declares the id of a document that can be taken; `undefined`: it cannot. */
function idWord({ model }: DocumentState): Word | undefined {
  return model !== undefined && 'id' in model ? model.id : undefined;
}

/** Each document that the items of a suite run and that lies below its folder, once. */
function besideOf(
  library: ProjectSnapshot,
  { uri, model }: DocumentState,
): readonly { readonly path: string; readonly document: DocumentState }[] {
  if (model?.kind !== 'suite') return [];
  const found = new Map<string, DocumentState>();
  for (const { target } of model.items) {
    const resolved = target && resolveTarget(library, uri, target);
    if (resolved?.kind !== 'found') continue;
    const path = namesBelow(uri.slice(0, uri.lastIndexOf('/')), resolved.document.uri)?.join('/');
    if (path !== undefined) found.set(path, resolved.document);
  }
  return [...found].map(([path, document]) => ({ path, document }));
}

function* scalarsThatMean({ shape }: DocumentState, meaning: Meaning): Iterable<ScalarNode> {
  for (const [node, read] of shape.shapes) {
    if (node.kind !== 'scalar' || read.type !== 'scalar' || isNothing(node)) continue;
    if (read.meaning === meaning) yield node;
  }
}

function missingChains(
  own: ReadonlyMap<string, unknown>,
  library: ProjectSnapshot,
  taken: readonly DocumentState[],
): readonly MissingChain[] {
  const found = new Map<string, MissingChain>();
  const uris = new Set(taken.map(({ uri }) => uri));
  for (const document of taken) {
    for (const node of scalarsThatMean(document, 'chain-reference')) {
      const [known] = library.chainsFor(document.uri).get(node.text) ?? [];
      if (known === undefined || own.has(node.text) || uris.has(known.uri)) continue;
      const isRun = node.parent?.kind === 'entry' && node.parent.key.text === 'chain';
      if (found.has(node.text) && !isRun) continue;
      const title = known.model.title?.text ?? node.text;
      found.set(node.text, { uri: known.uri, id: node.text, title, as: isRun ? 'sub-chain' : 'handoff' });
    }
  }
  const order = ({ as }: MissingChain): number => (as === 'sub-chain' ? 0 : 1);
  return [...found.values()].sort((left, right) => order(left) - order(right));
}

/** A skill of the library, with its entry in the catalogue. */
interface LackingSkill {
  readonly declaration: SkillDeclaration;
  readonly entry: Entry;
  readonly document: DocumentState;
  /** What the workspace has already: a name that would then mean two skills is left out, and a team that it does not know. */
  readonly own: SkillIndex;
}

/** Those that the chains name and the workspace knows by no name of its own, in the order of the library's catalogue. */
function lackingSkills(
  own: SkillIndex,
  library: ProjectSnapshot,
  taken: readonly DocumentState[],
): readonly LackingSkill[] {
  const wanted = new Set<SkillDeclaration>();
  for (const document of taken) {
    const index = library.skillsFor(document.uri);
    for (const { text } of scalarsThatMean(document, 'skill-reference')) {
      const found = index.resolve(text);
      if (found.kind === 'known' && !knows(own, text) && !knows(own, found.skill.declaration.id.text))
        wanted.add(found.skill.declaration);
    }
  }
  return [...library.documents.values()].flatMap(document =>
    document.model?.kind === 'catalogue'
      ? document.model.skills.flatMap(declaration => {
          const entry = wanted.has(declaration) ? entryOf(document, declaration) : undefined;
          return entry === undefined ? [] : [{ declaration, entry, document, own }];
        })
      : [],
  );
}

/** Whether a name stands for a skill of the workspace itself, or for several. */
function knows(own: SkillIndex, name: string): boolean {
  const found = own.resolve(name);
  if (found.kind === 'known') return ['catalogue', 'agents'].includes(found.skill.origin);
  return found.kind === 'ambiguous';
}

const skillEntries = ({ model }: DocumentState): MapNode | undefined => {
  if (model?.kind !== 'catalogue') return undefined;
  const value = model.syntax.entries.find(({ key }) => key.text === 'skills')?.value;
  return value?.kind === 'map' ? value : undefined;
};

const entryOf = (document: DocumentState, { span }: SkillDeclaration): Entry | undefined =>
  skillEntries(document)?.entries.find(entry => entry.span.start === span.start);

/** Behind the last skill of the first catalogue that a person can extend by lines; else a catalogue of their own. */
function addition(
  { neighboursOf }: ProjectSnapshot,
  folder: string,
  skills: readonly LackingSkill[],
): CatalogueAddition {
  for (const document of neighboursOf(addressIn(folder))) {
    const place = document.kind === 'catalogue' && isSaved(document.uri) ? placeIn(document) : undefined;
    if (place === undefined) continue;
    const { offset, indent, step } = place;
    const end = document.text.includes('\r\n') ? '\r\n' : '\n';
    const lines = skills.flatMap(skill => ['', ...skillLines(skill, indent, step)]);
    return { uri: document.uri, offset, text: lines.map(line => `${end}${line}`).join('') };
  }
  const lines = skills.flatMap(skill => ['', ...skillLines(skill, 2, 2)]).slice(1);
  return { offset: 0, text: `skills:\n${lines.join('\n')}\n` };
}

/** Where lines are added, and in how many blanks for each level. */
interface Place {
  readonly offset: number;
  readonly indent: number;
  readonly step: number;
}

/** The end of the line on which the last skill ends; `undefined` where lines cannot be added. */
function placeIn(document: DocumentState): Place | undefined {
  const { lines, tree } = document;
  const skills = skillEntries(document);
  const last = skills?.entries.at(-1);
  if (!tree.complete || skills === undefined || skills.flow || last === undefined) return undefined;
  const line = lines.line(lines.position(last.span.end).line);
  const { character } = lines.position(last.key.span.start);
  const [field] = last.value?.kind === 'map' && !last.value.flow ? last.value.entries : [];
  const inner = field === undefined ? character + 2 : lines.position(field.key.span.start).character;
  return { offset: line.end, indent: character, step: inner - character };
}

/** The entry of a skill as lines, indented by so many blanks, its keys by a step more; names that the workspace gives to another skill are left out. */
function skillLines(
  { declaration, entry, document, own }: LackingSkill,
  indent: number,
  step: number,
): readonly string[] {
  const [outer, inner] = [indent, indent + step].map(count => ' '.repeat(count));
  const fields = entry.value?.kind === 'map' ? entry.value.entries : [];
  const lines = fields.flatMap((field): readonly string[] => {
    const { text } = field.key;
    if (text === 'aliases') {
      const free = declaration.aliases.filter(alias => !knows(own, alias.text));
      const names = free.map(alias => writeScalar(alias.text, true)).join(', ');
      return names === '' ? [] : [`aliases: [${names}]`];
    }
    if (text === 'title' && declaration.title !== undefined && knows(own, declaration.title.text)) return [];
    if (text === 'team' && own.teams.size > 0 && !own.teams.has(declaration.team?.text ?? '')) return [];
    return [`${text}: ${oneLine(field.value, document)}`];
  });
  if (lines.length === 0) return [`${outer}${declaration.id.text}: {}`];
  return [`${outer}${declaration.id.text}:`, ...lines.map(line => `${inner}${line}`)];
}

/** A value on one line: as it is written where it is, else written anew. */
function oneLine(node: SyntaxNode | undefined, { text }: DocumentState): string {
  if (node === undefined) return '';
  const written = text.slice(node.span.start, node.span.end);
  if (!/[\r\n]/.test(written)) return written;
  if (node.kind === 'scalar') return writeScalar(node.text.trim(), false);
  const items = node.kind === 'list' ? node.items : [];
  return `[${items.map(item => (item.kind === 'scalar' ? writeScalar(item.text, true) : '')).join(', ')}]`;
}
