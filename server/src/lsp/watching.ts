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

/** The canonical URIs of `params` (of `didChangeWatchedFiles`) that may change what is known; `known` are the documents read so far. */
export function relevantChanges(params: unknown, known: Iterable<string>): readonly string[] {
  const documents = [...known];
  const relevant = new Set<string>();
  for (const change of list(field(params, 'changes'))) {
    const given = text(field(change, 'uri'));
    const uri = given === undefined ? undefined : canonicalUri(given);
    if (uri === undefined) continue;
    const isFolder = field(change, 'type') === deleted && documents.some(document => liesIn(uri, document));
    if (ourFiles.test(uri) || isFolder) relevant.add(uri);
  }
  return [...relevant];
}
