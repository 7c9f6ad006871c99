/** Finding files below folders, the same way on a disk and through a client. */
import type { StopSignal } from '../core/index.ts';

/** Folders that hold what is made or fetched, never what a person writes. */
const ignoredFolders: ReadonlySet<string> = new Set([
  ...['.git', '.hg', '.svn', '.jj'],
  ...['node_modules', 'bower_components', 'jspm_packages', '.yarn', '.pnpm-store'],
  ...['dist', 'out', 'coverage', '.cache', '.next', '.nuxt', '.turbo', '.gradle'],
  ...['.venv', '__pycache__', '.tox', '.vscode-test', '.terraform'],
]);

/** Whether a path below a workspace folder, with slashes, leads through a folder that no listing looks into. */
export const isIgnored = (path: string): boolean => path.split('/').some(name => ignoredFolders.has(name));

/** Bounds of one listing, so that a home folder opened by mistake ends too. */
const mostFolders = 20_000;
const mostFiles = 10_000;
/** Folders read at the same time. */
const width = 16;

/** What a folder holds, by name. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/** A file or folder: how it is reached, and where it really is, behind links. Both are the same where there are no links. */
export interface Place {
  readonly path: string;
  readonly real: string;
}

/** What a listing did not look into. `locked`: a folder that may not be read; `bounds`: whatever is behind the bounds of one listing. */
export type LeftOut = { readonly kind: 'locked'; readonly path: string } | { readonly kind: 'bounds' };

/** The places of one kind of file system. Nothing of it rejects. */
export interface FileTree {
  /** `undefined` where there is nothing, or a link that leads nowhere. */
  resolve(path: string): Promise<Place | undefined>;
  /** What is directly in a folder; nothing where it went or may not be read. */
  entries(folder: Place): Promise<readonly Entry[]>;
  child(folder: Place, name: string): Place;
  /** Asked only of what a link leads to. */
  isFolder(place: Place): Promise<boolean>;
  /** Whether a place really lies below a folder. Asked only of what a link leads to. */
  isWithin(folder: Place, place: Place): boolean;
  /** Is told of what is missing in what a listing gives. */
  leftOut?(what: LeftOut): void;
}

/**
 * The paths of the files below `roots` whose name `matches`, in no order. Real folders come before linked ones, and each real
 * place counts once, so that links neither loop nor double.
 */
export async function listFiles(
  tree: FileTree,
  roots: readonly string[],
  matches: (name: string) => boolean,
  signal: StopSignal | undefined,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const found: string[] = [];
  const take = ({ path, real }: Place): void => {
    if (seen.has(real)) return;
    seen.add(real);
    found.push(path);
  };
  let waiting = (await Promise.all(roots.map(tree.resolve))).filter(folder => folder !== undefined);
  const links: { readonly path: string; readonly name: string }[] = [];
  let isBounded = false;
  while (waiting.length > 0 || links.length > 0) {
    if (signal?.aborted === true) break;
    isBounded = seen.size > mostFolders || found.length >= mostFiles;
    if (isBounded) break;
    if (waiting.length === 0) {
      const link = links.shift();
      const target = link === undefined ? undefined : await tree.resolve(link.path);
      if (link === undefined || target === undefined || seen.has(target.real)) continue;
      if (await tree.isFolder(target)) waiting = [target];
      else if (matches(link.name)) take(target);
      continue;
    }
    const batch = waiting.splice(0, width).filter(({ real }) => !seen.has(real));
    for (const { real } of batch) seen.add(real);
    const listings = await Promise.all(
      batch.map(async folder => ({ folder, entries: await tree.entries(folder) })),
    );
    for (const { folder, entries } of listings) {
      for (const { name, kind } of entries) {
        if (ignoredFolders.has(name)) continue;
        const child = tree.child(folder, name);
        if (kind === 'folder') waiting.push(child);
        else if (kind === 'link') links.push({ path: child.path, name });
        else if (matches(name)) take(child);
      }
    }
  }
  if (isBounded || found.length > mostFiles) tree.leftOut?.({ kind: 'bounds' });
  return found.slice(0, mostFiles);
}
