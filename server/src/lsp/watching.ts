/** Which files and folders the server follows, and which changes of them matter to it. */
import {
  agentSkillGlobs,
  fileName,
  filePatterns,
  isMarkdown,
  isProjectFile,
  type Workspace,
} from '../core/index.ts';
import { field, list, text } from './params.ts';
import { canonicalUri, liesIn } from './uris.ts';

/** `FileChangeType` of the protocol. */
const created = 1;
const changed = 2;
const deleted = 3;
/** `WatchKind` of the protocol: everything, and coming and going alone. */
const everyKind = 7;
const comingAndGoing = 1 | 4;

/**
 * The registration options of `workspace/didChangeWatchedFiles`. What comes and goes is watched everywhere: a folder that is made,
 * moved or deleted with all that is in it is often reported as one event, which no pattern of file names matches.
 */
export const watchers = [
  ...[...filePatterns, ...agentSkillGlobs].map(glob => ({ globPattern: `**/${glob}`, kind: everyKind })),
  { globPattern: '**/*.{md,markdown}', kind: everyKind },
  { globPattern: '**/*', kind: comingAndGoing },
];

/** A change that may alter what is known; the URI is canonical. */
export interface FileChange {
  readonly uri: string;
  /** `folder`: it was made, and may be one; its files are looked for. */
  readonly kind: 'file' | 'folder' | 'deleted';
}

/**
 * The changes in `params` (of `didChangeWatchedFiles`) that matter; `known` are the documents read so far. `leadsToSkills` tells of a file
 * in which an agent keeps a skill, and of a folder on the way there.
 */
export function relevantChanges(
  params: unknown,
  known: Iterable<string>,
  leadsToSkills: (uri: string) => boolean,
): readonly FileChange[] {
  const documents = [...known];
  const relevant: FileChange[] = [];
  for (const change of list(field(params, 'changes'))) {
    const given = text(field(change, 'uri'));
    const uri = given === undefined ? undefined : canonicalUri(given);
    if (uri === undefined) continue;
    const type = field(change, 'type');
    const leads = leadsToSkills(uri);
    const isOurs = leads || isProjectFile(fileName(uri));
    if (type === deleted) {
      const isKnown = documents.some(document => liesIn(uri, document));
      if (isOurs || isKnown) relevant.push({ uri, kind: 'deleted' });
    } else if (type === created && mayBeFolder(uri)) relevant.push({ uri, kind: 'folder' });
    else if (isOurs) relevant.push({ uri, kind: 'file' });
  }
  return relevant;
}

/** The Markdown files in `params` of which something else may be known now, and what may be a folder with some. */
export const changedMarkdown = (params: unknown): readonly string[] =>
  list(field(params, 'changes')).flatMap(change => {
    const uri = canonicalUri(text(field(change, 'uri')) ?? '');
    if (uri === undefined) return [];
    const isFolder = mayBeFolder(uri) && field(change, 'type') !== changed;
    return isMarkdown(fileName(uri)) || isFolder ? [uri] : [];
  });

/** Most files have an extension and most folders have none, or a number such as `v1.2`; any other is read with the next thing in it. */
const mayBeFolder = (uri: string): boolean => !/[^/]\.(?!\d+$)[^/.]+$/.test(uri);

/**
 * The URIs to read again: of made folders the files in them, and the folder itself where it leads to skills. `workspaceOf` gives the
 * workspace of a folder.
 */
export async function urisOf(
  changes: readonly FileChange[],
  workspaceOf: (folders: () => readonly string[]) => Workspace,
  leadsToSkills: (uri: string) => boolean,
): Promise<readonly string[]> {
  const named = changes.filter(({ uri, kind }) => kind !== 'folder' || leadsToSkills(uri));
  const uris = new Set(named.map(({ uri }) => uri));
  const folders = changes.flatMap(({ uri, kind }) => (kind === 'folder' ? [uri] : []));
  if (folders.length > 0)
    for (const uri of await workspaceOf(() => folders).list(isProjectFile)) uris.add(uri);
  return [...uris];
}
