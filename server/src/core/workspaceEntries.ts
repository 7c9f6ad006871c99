/** What a workspace has, for a list of it. */
import type { ProjectSnapshot } from './project/snapshot.ts';

export interface ChainEntry {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly category: string | undefined;
}

export interface SuiteEntry {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
}

/** Every chain of the workspace that has an id, in the order of categories and titles. */
export function chainEntries({ documents }: ProjectSnapshot): readonly ChainEntry[] {
  const entries = [...documents.values()].flatMap(({ uri, model }): ChainEntry[] => {
    if (model?.kind !== 'chain' || model.id === undefined) return [];
    const { id, title, category } = model;
    return [{ uri, id: id.text, title: title?.text ?? id.text, category: category?.text }];
  });
  const sortKey = ({ category = '', title }: ChainEntry): string => `${category}\u0000${title}`;
  return entries.sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

/** Every suite of the workspace that has an id, in the order of titles. */
export function suiteEntries({ documents }: ProjectSnapshot): readonly SuiteEntry[] {
  const entries = [...documents.values()].flatMap(({ uri, model }): SuiteEntry[] =>
    model?.kind === 'suite' && model.id !== undefined
      ? [{ uri, id: model.id.text, title: model.title?.text ?? model.id.text }]
      : [],
  );
  return entries.sort((left, right) => (left.title < right.title ? -1 : 1));
}
