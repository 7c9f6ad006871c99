/** Which workspace folder a document belongs to, and what its address says about it. */

import { table } from '../../../../schemas/generated/table.ts';
import { matchesName } from '../util/namePattern.ts';

/** The patterns that the names of the files that a project reads have, such as `*.chain.yaml`. */
export const filePatterns: readonly string[] = table.kinds.flatMap(each => each.files);

/** Whether a project reads a file of this name, decoded and without its folder. */
export const isProjectFile = (name: string): boolean =>
  filePatterns.some(pattern => matchesName(pattern, name));

/**
 * The folder that a document's names are looked up in: the longest folder that holds it. Untitled documents belong to
 * the first folder; whatever else lies outside all folders belongs together, under `''`.
 */
export function folderOf(uri: string, folders: readonly string[]): string {
  if (uri.startsWith('untitled:')) return folders[0] ?? '';
  let best = '';
  for (const folder of folders) {
    if (folder.length > best.length && isWithin(folder, uri)) best = folder;
  }
  return best;
}

/** Asked of every document after every edit, so it makes no string. */
const isWithin = (folder: string, uri: string): boolean =>
  uri.startsWith(folder) &&
  (uri.length === folder.length || folder.endsWith('/') || uri[folder.length] === '/');

/** How addresses below a folder begin; that of a root (`memfs:/`) ends in its slash. */
const below = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);

/** The names on the way from a folder down to an address, decoded; `undefined` where it does not lie below the folder. */
export function namesBelow(folder: string, uri: string): readonly string[] | undefined {
  if (folder === '' || !uri.startsWith(below(folder))) return undefined;
  return uri.slice(below(folder).length).split('/').map(decoded);
}

/** The last segment of an address, decoded; the whole address where it has no slash. */
export function fileName(uri: string): string {
  const path = uri.replace(/[?#].*$/s, '');
  return decoded(path.slice(path.lastIndexOf('/') + 1));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Whether the address is that of a document that was saved at least once, so that its name means something. */
export const isSaved = (uri: string): boolean => !uri.startsWith('untitled:');
