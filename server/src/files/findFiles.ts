/** Finding files at known places below folders, the same way on a disk and through a client. */
import type { PathPattern, StopSignal } from '../core/index.ts';
import type { Entry, FileTree, Place } from './listFiles.ts';

/** Files that one search gives at most. */
const mostFiles = 5_000;
/** Entries of one folder that are looked at, by name. */
const mostEntries = 20_000;
/** Folders read at the same time. */
const width = 16;

/** What was found, and whether a link leads there. */
interface Found extends Place {
  readonly linked: boolean;
}

/**
 * The paths of the files that lie below `roots` as `paths` say, in no order, whatever the names of the folders are. A real place counts
 * once, and under its own name rather than a link's; what a link leads to outside of its root is left out.
 */
export async function findFiles(
  tree: FileTree,
  roots: readonly string[],
  paths: readonly PathPattern[],
  signal: StopSignal | undefined,
): Promise<readonly string[]> {
  const listings = new Map<string, Promise<readonly Entry[]>>();
  const entries = (folder: Place): Promise<readonly Entry[]> => {
    const known = listings.get(folder.path);
    if (known !== undefined) return known;
    const read = tree.entries(folder);
    listings.set(folder.path, read);
    return read;
  };
  const found: Found[] = [];
  for (const path of roots) {
    const root = await tree.resolve(path);
    if (root === undefined) continue;
    for (const pattern of paths) {
      let places: readonly Found[] = [{ ...root, linked: false }];
      for (const [at, step] of pattern.entries()) {
        const wanted = at === pattern.length - 1 ? 'file' : 'folder';
        places = await inTurns(places, signal, async folder =>
          children(tree, root, folder, await entries(folder), step, wanted),
        );
      }
      found.push(...places);
    }
  }
  if (signal?.aborted === true) return [];
  const byPlace = new Map<string, string>();
  for (const { real, path, linked } of found) if (!linked) byPlace.set(real, path);
  for (const { real, path } of found) if (!byPlace.has(real)) byPlace.set(real, path);
  return [...byPlace.values()].slice(0, mostFiles);
}

/** All that `read` gives for each of some folders, a few at the same time, until there is enough. */
async function inTurns(
  folders: readonly Found[],
  signal: StopSignal | undefined,
  read: (folder: Found) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < folders.length && found.length < mostFiles && signal?.aborted !== true; at += width) {
    found.push(...(await Promise.all(folders.slice(at, at + width).map(read))).flat());
  }
  return found.slice(0, mostFiles);
}

/** The files or folders of a folder with a wanted name. */
async function children(
  tree: FileTree,
  root: Place,
  folder: Found,
  entries: readonly Entry[],
  step: string | RegExp,
  wanted: 'file' | 'folder',
): Promise<readonly Found[]> {
  const matching = entries
    .slice(0, mostEntries)
    .filter(({ name, kind }) => (kind === wanted || kind === 'link') && matches(step, name));
  const places: Found[] = [];
  for (const { name, kind } of matching) {
    const child = tree.child(folder, name);
    if (kind === wanted) places.push({ ...child, linked: folder.linked });
    else {
      const target = await tree.resolve(child.path);
      if (target === undefined || !tree.isWithin(root, target)) continue;
      if ((await tree.isFolder(target)) === (wanted === 'folder')) places.push({ ...target, linked: true });
    }
  }
  return places;
}

const matches = (step: string | RegExp, name: string): boolean =>
  typeof step === 'string' ? step === name : step.test(name);
