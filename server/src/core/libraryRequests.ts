/** The facade's answers about the library: what it offers, and what a workspace gets that takes of it. */
import type { Position } from 'vscode-languageserver-types';
import { chainTitle } from './documents/sources.ts';
import type { ProjectSnapshot } from './project/snapshot.ts';
import { type Taken, type TakeRequest, takeAlong } from './project/takeAlong.ts';

/** A chain of the library, with what tells a person whether it is the one. */
export interface LibraryChain {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly category: string | undefined;
  readonly summary: string | undefined;
  readonly trigger: string | undefined;
  /** As written. */
  readonly timeline: string | undefined;
  /** How many steps it has, those of lanes and routes included. */
  readonly steps: number;
  /** The titles of the skills that act in it, each once, in text order. */
  readonly skills: readonly string[];
}

/** Every chain that has an id, in the order of categories and titles. */
export function libraryChains(library: ProjectSnapshot): readonly LibraryChain[] {
  const chains = [...library.documents.values()].flatMap(({ uri, model }): LibraryChain[] => {
    if (model?.kind !== 'chain' || model.id === undefined) return [];
    const index = library.skillsFor(uri);
    const skills = model.nodes.flatMap(node => {
      if (node.kind !== 'step' || node.skill === undefined) return [];
      const found = index.resolve(node.skill.text);
      const declared = found.kind === 'known' ? found.skill.declaration : undefined;
      return [declared?.title?.text ?? node.skill.text];
    });
    return [
      {
        uri,
        id: model.id.text,
        title: chainTitle(model),
        category: model.category?.text,
        summary: model.summary?.text,
        trigger: model.trigger?.text,
        timeline: model.timeline?.text,
        steps: model.nodes.filter(({ kind }) => kind === 'step').length,
        skills: [...new Set(skills)],
      },
    ];
  });
  const sortKey = ({ category = '', title }: LibraryChain): string => `${category}\u0000${title}`;
  return chains.sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

/** As `Taken`, with the place of the addition for an editor. */
export interface TakenAlong extends Omit<Taken, 'catalogue'> {
  /** Where the skills go; `null`: there are none. Without `uri` and `position` the text is a whole catalogue. */
  readonly catalogue: { readonly uri?: string; readonly position?: Position; readonly text: string } | null;
}

export function takenAlong(
  workspace: ProjectSnapshot,
  library: ProjectSnapshot,
  request: TakeRequest,
): TakenAlong {
  const { catalogue, ...taken } = takeAlong(workspace, library, request);
  if (catalogue === undefined) return { ...taken, catalogue: null };
  const { uri, offset, text } = catalogue;
  const position = uri === undefined ? undefined : workspace.linesOf(uri)?.position(offset);
  return { ...taken, catalogue: { text, ...(uri !== undefined && position && { uri, position }) } };
}
