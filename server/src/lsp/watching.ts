/** Which files and folders the server follows, and which changes of them matter to it. */
import { field, list, text } from './params.ts';
import { canonicalUri, liesIn } from './uris.ts';

/** `FileChangeType` of the protocol. */
const deleted = 3;
/** `WatchKind` of the protocol: everything, and deletions alone. */
const everyKind = 7;
const deletions = 4;

const ourFiles = /\.(?:chain\.ya?ml|skills\.yaml)$/;

/**
 * The registration options of `workspace/didChangeWatchedFiles`. Deletions are watched everywhere, since a deleted folder is reported as
 * one event, which no pattern of file names matches.
 */
export const watchers = [
  { globPattern: '**/*.chain.{yaml,yml}', kind: everyKind },
  { globPattern: '**/*.skills.yaml', kind: everyKind },
  { globPattern: '**/*', kind: deletions },
] as const;

/** A change that may alter what is known; the URI is canonical. */
export interface FileChange {
  readonly uri: string;
  readonly isDeleted: boolean;
}

/** The changes in `params` (of `didChangeWatchedFiles`) that matter; `known` are the documents read so far. */
export function relevantChanges(params: unknown, known: Iterable<string>): readonly FileChange[] {
  const documents = [...known];
  const relevant: FileChange[] = [];
  for (const change of list(field(params, 'changes'))) {
    const given = text(field(change, 'uri'));
    const uri = given === undefined ? undefined : canonicalUri(given);
    if (uri === undefined) continue;
    const isDeleted = field(change, 'type') === deleted;
    const isFolder = isDeleted && documents.some(document => liesIn(uri, document));
    if (ourFiles.test(uri) || isFolder) relevant.push({ uri, isDeleted });
  }
  return relevant;
}
