/** The workspace on a disk, over Node's file system. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { StopSignal, Workspace } from '../core/index.ts';

/** Folders that hold what is made or fetched, never what a person writes. */
const ignoredFolders: ReadonlySet<string> = new Set([
  ...['.git', '.hg', '.svn', '.jj'],
  ...['node_modules', 'bower_components', 'jspm_packages', '.yarn', '.pnpm-store'],
  ...['dist', 'out', 'coverage', '.cache', '.next', '.nuxt', '.turbo', '.gradle'],
  ...['.venv', '__pycache__', '.tox', '.vscode-test', '.terraform'],
]);

/** Bounds of one listing, so that a home folder opened by mistake ends too. */
const mostFolders = 20_000;
const mostFiles = 10_000;
/** Folders read at the same time. */
const width = 16;

/** `folders` gives the workspace folders' canonical URIs; those that are not on a disk are left out. */
export function createFileWorkspace(folders: () => readonly string[]): Workspace {
  return {
    folders,
    list: (endings, signal) => {
      const roots = folders()
        .map(filePath)
        .filter(path => path !== undefined);
      return listFiles(roots, name => endings.some(ending => name.endsWith(ending)), signal);
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

interface Folder {
  readonly path: string;
  /** Where the folder really is, behind symbolic links. */
  readonly real: string;
}

/** Real folders come before linked ones, and each real place counts once, so that links neither loop nor double. */
async function listFiles(
  roots: readonly string[],
  matches: (name: string) => boolean,
  signal: StopSignal | undefined,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const found: string[] = [];
  let waiting = (await Promise.all(roots.map(resolved))).filter(folder => folder !== undefined);
  const links: string[] = [];
  while (waiting.length > 0 || links.length > 0) {
    if (signal?.aborted === true || seen.size > mostFolders || found.length >= mostFiles) break;
    if (waiting.length === 0) {
      const link = links.shift();
      const target = link === undefined ? undefined : await resolved(link);
      if (target === undefined || seen.has(target.real)) continue;
      if (await isFolder(target.path)) waiting = [target];
      else if (matches(target.path)) take(target);
      continue;
    }
    const batch = waiting.splice(0, width).filter(({ real }) => !seen.has(real));
    for (const { real } of batch) seen.add(real);
    const listings = await Promise.all(
      batch.map(async folder => ({ folder, entries: await entriesOf(folder) })),
    );
    for (const { folder, entries } of listings) {
      for (const entry of entries) {
        const child = { path: join(folder.path, entry.name), real: join(folder.real, entry.name) };
        if (ignoredFolders.has(entry.name)) continue;
        if (entry.isDirectory()) waiting.push(child);
        else if (entry.isSymbolicLink()) links.push(child.path);
        else if (entry.isFile() && matches(entry.name)) take(child);
      }
    }
  }
  return found.slice(0, mostFiles).map(fileUri).sort();

  function take({ path, real }: Folder): void {
    if (seen.has(real)) return;
    seen.add(real);
    found.push(path);
  }
}

/** `undefined` where there is nothing, or a link that leads nowhere. */
async function resolved(path: string): Promise<Folder | undefined> {
  try {
    return { path, real: await realpath(path) };
  } catch {
    return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Nothing, where the folder went or may not be read. */
async function entriesOf({ path }: Folder): Promise<readonly Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function readText(path: string, limit: number): Promise<string | undefined> {
  try {
    const { size, isFile } = await fileFacts(path);
    // A pipe or device would be read forever.
    if (!isFile || size > limit) return undefined;
    return decode(await readFile(path));
  } catch {
    return undefined;
  }
}

async function fileFacts(path: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const facts = await stat(path);
  return { size: facts.size, isFile: facts.isFile() };
}

/**
 * UTF-8 with or without a byte order mark, which is no part of the text, as in an editor. Text in UTF-16 and binary data hold
 * zero bytes: `undefined`. Bytes that are no UTF-8 become the replacement character, as an editor shows them.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isWide || bytes.includes(0) ? undefined : new TextDecoder('utf-8').decode(bytes);
}
