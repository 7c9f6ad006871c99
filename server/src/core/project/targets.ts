/** What the items of suites point at: prompt plans by path, chains by path or id. */
import type { ItemTarget } from '../model/suite.ts';
import { resolveFile } from './files.ts';
import { fileName, isProjectFile } from './places.ts';
import type { DocumentState, ProjectSnapshot } from './snapshot.ts';

export type ResolvedTarget =
  | { readonly kind: 'found'; readonly document: DocumentState }
  /** It is a file of another kind. */
  | { readonly kind: 'other'; readonly document: DocumentState }
  /** No file of the workspace folder has this path, or no chain this id. */
  | { readonly kind: 'missing'; readonly by: 'path' | 'id' }
  | { readonly kind: 'outside' }
  /** Nobody can tell: nothing is written, the path is that of a file that is not read, or the document stands in no workspace folder. */
  | { readonly kind: 'unknown' };

/** Paths hold a slash or end as files do; ids of chains do neither. */
export const isPath = (text: string): boolean => /[/\\]|\.ya?ml$/iu.test(text);

/** What a target written in the document `uri` points at. */
export function resolveTarget(
  project: ProjectSnapshot,
  uri: string,
  { kind, word }: ItemTarget,
): ResolvedTarget {
  const { text } = word;
  if (text.trim() === '') return { kind: 'unknown' };
  if (kind === 'chain' && !isPath(text)) {
    const [chain] = project.chainsFor(uri).get(text) ?? [];
    const document = chain && project.documents.get(chain.uri);
    if (document !== undefined) return { kind: 'found', document };
    return mayHoldChain(project, uri, text) ? { kind: 'unknown' } : { kind: 'missing', by: 'id' };
  }
  const file = resolveFile(text, uri, project.folderOf(uri));
  if (file.kind === 'none') return { kind: 'unknown' };
  if (file.kind === 'outside') return file;
  const document = project.documents.get(file.uri);
  if (document !== undefined) return { kind: document.kind === kind ? 'found' : 'other', document };
  // Only files with the names of a kind are read, so of others nothing is known.
  return isProjectFile(fileName(file.uri)) ? { kind: 'missing', by: 'path' } : { kind: 'unknown' };
}

/** Whether a chain that is not there by its id may be one that was too large to be read: its file is called so. */
export const mayHoldChain = (project: ProjectSnapshot, uri: string, id: string): boolean =>
  project
    .neighboursOf(uri)
    .some(
      each =>
        [`${id}.chain.yaml`, `${id}.chain.yml`].includes(fileName(each.uri)) &&
        each.tree.problems.some(({ code }) => code === 'too-large'),
    );

/** The slug of a plan's file name, `plan.<slug>@v<major>.yaml`; `undefined` for other names. */
export function planSlug(uri: string): string | undefined {
  return /^plan\.(.+)@v[^@]*\.yaml$/u.exec(fileName(uri))?.[1];
}
