/** The facade's answers about documents that chains call for: a snapshot on one side, the pure makers of documents on the other. */
import type { Range } from 'vscode-languageserver-types';
import { chainInstruction } from './documents/copies/chainInstruction.ts';
import { chainMarkdown } from './documents/copies/chainMarkdown.ts';
import type { CopySubject } from './documents/copies/subject.ts';
import type { DocumentKind, TemplateName } from './documents/kinds.ts';
import { type Scaffold, scaffold } from './documents/scaffold.ts';
import { chainTitle, type DocumentSource, documentSources } from './documents/sources.ts';
import type { ProjectSnapshot } from './project/snapshot.ts';

/** A place in a chain that a document may come from. */
export interface ChainDocumentSource extends Omit<DocumentSource, 'span'> {
  /** The chain's document. */
  readonly uri: string;
  readonly chainTitle: string;
  /** Where the node stands in it. */
  readonly range?: Range;
}

export interface DocumentRequest {
  readonly template: TemplateName;
  readonly title: string;
  /** `2024-01-31`: local for a decision, UTC for a post-mortem. */
  readonly date: string;
  /** `08:15`, UTC. */
  readonly time?: string | undefined;
  /** `undefined`: the records are not numbered. */
  readonly number?: number | undefined;
  readonly author?: string | undefined;
  /** Where the document comes from; a node that the chain does not have stands for the chain as a whole. */
  readonly chain?: { readonly uri: string; readonly node?: string | undefined } | undefined;
  /** The URI that the document will have, so that it can point to its chain; `undefined`: it is not a file yet. */
  readonly target?: string | undefined;
}

/** Of one chain (`uri`), however unfinished; or of every chain of the workspace that has an id, in the order of titles. */
export function sourcesOf(
  { documents }: ProjectSnapshot,
  kind: DocumentKind,
  uri: string | undefined,
): readonly ChainDocumentSource[] {
  const asked = uri === undefined ? [...documents.values()] : [documents.get(uri)];
  const chains = asked.flatMap(document => {
    if (document?.model?.kind !== 'chain') return [];
    const { model } = document;
    if (uri === undefined && model.id === undefined) return [];
    return [{ uri: document.uri, chainTitle: chainTitle(model), document, model }];
  });
  chains.sort((left, right) => (left.chainTitle < right.chainTitle ? -1 : 1));
  return chains.flatMap(({ document, model, ...chain }) =>
    documentSources(model, kind).map(({ span, ...source }) => ({
      ...{ ...source, ...chain },
      ...(span && { range: document.lines.range(span) }),
    })),
  );
}

/** `null`: the chain that is named is none, or not known any more. */
export function scaffoldDocument(project: ProjectSnapshot, request: DocumentRequest): Scaffold | null {
  const { chain, target, ...facts } = request;
  if (chain === undefined) return scaffold({ ...facts, nameOf: written => written });
  const model = project.documents.get(chain.uri)?.model;
  if (model?.kind !== 'chain') return null;
  const link = linkBetween(target, chain.uri, project.folderOf(chain.uri));
  return scaffold({
    ...facts,
    nameOf: written => nameIn(project, chain.uri, written),
    source: { model, node: chain.node, link },
  });
}

/** What the catalogue calls a skill or team; the written word where it knows neither. */
function nameIn(project: ProjectSnapshot, uri: string, written: string): string {
  const index = project.skillsFor(uri);
  const skill = index.resolve(written);
  const title = skill.kind === 'known' ? skill.skill.declaration.title?.text : undefined;
  return title ?? index.teams.get(written)?.declaration.title?.text ?? written;
}

/** What may stand in the address of a link in Markdown; canonical URIs hold nothing else. */
const plainAddress = /^[A-Za-z0-9%._~/-]+$/u;

/** A relative address between two documents of one workspace folder; `undefined` where they are not in one. */
function linkBetween(from: string | undefined, to: string, folder: string | undefined): string | undefined {
  if (from === undefined || folder === undefined) return undefined;
  if (![from, to].every(uri => uri.startsWith(`${folder}/`))) return undefined;
  const [source, target] = [from, to].map(uri => uri.slice(folder.length + 1).split('/'));
  if (source === undefined || target === undefined) return undefined;
  let common = 0;
  while (common < source.length - 1 && source[common] === target[common]) common += 1;
  const up = source.slice(common + 1).map(() => '..');
  const link = [...up, ...target.slice(common)].join('/');
  return plainAddress.test(link) ? link : undefined;
}

/** A chain as a text of its own: for people, or for an agent that carries it out. `null`: the document is no chain. */
export function copyOf(
  project: ProjectSnapshot,
  uri: string,
  format: 'markdown' | 'instruction',
): string | null {
  const model = project.documents.get(uri)?.model;
  if (model?.kind !== 'chain') return null;
  const [skills, chains] = [project.skillsFor(uri), project.chainsFor(uri)];
  const subject: CopySubject = {
    model,
    skill: written => {
      const found = skills.resolve(written);
      if (found.kind !== 'known') return undefined;
      const { id, title, summary } = found.skill.declaration;
      return { title: title?.text ?? id.text, summary: summary?.text };
    },
    chain: id => {
      const known = chains.get(id)?.[0]?.model;
      return known && chainTitle(known);
    },
  };
  return format === 'markdown' ? chainMarkdown(subject) : chainInstruction(subject);
}
