/** The workspace on a disk, over Node's file system. */
import { type Dirent, readFile, type Stats, stat } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Workspace } from '../core/index.ts';
import { decode } from '../files/decode.ts';
import { findFiles } from '../files/findFiles.ts';
import { type Entry, type FileTree, type LeftOut, listFiles, type Place } from '../files/listFiles.ts';

/**
 * @param folders The workspace folders' canonical URIs; those that are not on a disk are left out.
 * @param leftOut Is told of what listings did not look into.
 */
export function createFileWorkspace(
  folders: () => readonly string[],
  leftOut: (what: LeftOut) => void = () => undefined,
): Workspace {
  const disk = { ...everything, entries: (place: Place) => entriesOf(place, leftOut), leftOut };
  const roots = (): readonly string[] =>
    folders()
      .map(filePath)
      .filter(path => path !== undefined);
  return {
    folders,
    list: async (isWanted, signal) => {
      const paths = await listFiles(disk, roots(), isWanted, signal);
      return paths.map(fileUri).sort();
    },
    find: async (patterns, signal) => {
      const paths = await findFiles(disk, roots(), patterns, signal);
      return paths.map(fileUri).sort();
    },
    read: async (uri, limit) => {
      const path = filePath(uri);
      return path === undefined ? undefined : readText(path, limit);
    },
  };
}

/** The path that a `file:` URI names on this machine. */
export function filePath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** The canonical URI of a path, as VS Code spells it. */
export const fileUri = (path: string): string => URI.file(path).toString();

const everything: Omit<FileTree, 'entries' | 'leftOut'> = {
  resolve: resolved,
  child: (folder, name) => ({ path: join(folder.path, name), real: join(folder.real, name) }),
  isFolder: async ({ path }) => (await factsOf(path))?.isDirectory() === true,
  isWithin: (folder, place) => {
    const way = relative(folder.real, place.real);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  },
};

async function resolved(path: string): Promise<Place | undefined> {
  try {
    return { path, real: await realpath(path) };
  } catch {
    return undefined;
  }
}

async function entriesOf({ path }: Place, leftOut: (what: LeftOut) => void): Promise<readonly Entry[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.flatMap(entry => {
      const kind = kindOf(entry);
      return kind === undefined ? [] : [{ name: entry.name, kind }];
    });
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
    if (code === 'EACCES' || code === 'EPERM') leftOut({ kind: 'locked', path });
    return [];
  }
}

/** Pipes and devices are none of these. */
function kindOf(entry: Dirent): Entry['kind'] | undefined {
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : undefined;
}

async function readText(path: string, limit: number): Promise<string | undefined> {
  const bytes = await bytesOf(path, limit);
  try {
    return bytes && decode(bytes);
  } catch {
    return undefined;
  }
}

// Files are many: what ends with a callback costs a third of what makes a promise of each step.

function bytesOf(path: string, limit: number): Promise<Uint8Array | undefined> {
  return new Promise(resolve => {
    stat(path, (failed, facts) => {
      // A pipe or device would be read forever.
      if (failed !== null || !facts.isFile() || facts.size > limit) return resolve(undefined);
      readFile(path, (unreadable, bytes) => resolve(unreadable === null ? bytes : undefined));
    });
  });
}

const factsOf = (path: string): Promise<Stats | undefined> =>
  new Promise(resolve => {
    stat(path, (failed, facts) => resolve(failed === null ? facts : undefined));
  });
