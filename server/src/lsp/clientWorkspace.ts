/**
 * The workspace behind the client: for files that this process cannot reach by itself, which is all of them in a worker, and
 * elsewhere those of a virtual workspace. What a client answers is read like everything it sends: nothing of it is trusted.
 */
import { URI, Utils } from 'vscode-uri';
import type { Workspace } from '../core/index.ts';
import { findFiles } from '../files/findFiles.ts';
import { type Entry, type FileTree, listFiles } from '../files/listFiles.ts';
import { field, list, text } from './params.ts';
import { type ReadFileParams, type ReadFolderParams, readFileMethod, readFolderMethod } from './protocol.ts';
import { canonicalUri } from './uris.ts';

export interface ClientFilesHost {
  /** Sends a request to the client; may reject. */
  request(method: string, params: object): Promise<unknown>;
  /** Calls `run` once, `milliseconds` from now; the result takes that back. */
  after(milliseconds: number, run: () => void): () => void;
}

/** So long may a file system take for one answer, in milliseconds; a file that is not had by then counts as none. */
const patience = 30_000;

/** `folders` gives the workspace folders' canonical URIs. */
export function createClientWorkspace(host: ClientFilesHost, folders: () => readonly string[]): Workspace {
  const tree = clientTree(host);
  return {
    folders,
    list: async (isWanted, signal) => [...(await listFiles(tree, folders(), isWanted, signal))].sort(),
    find: async (paths, signal) => [...(await findFiles(tree, folders(), paths, signal))].sort(),
    read: async (uri, limit) => {
      // JSON knows no infinity.
      const params: ReadFileParams = { uri, limit: Math.min(limit, Number.MAX_SAFE_INTEGER) };
      return text(await answer(host, readFileMethod, params));
    },
  };
}

/**
 * Paths are canonical URIs. An editor's file systems do not say where a link leads, so the client offers linked files as files and
 * leaves out linked folders: followed, they would loop, or give a file twice.
 */
const clientTree = (host: ClientFilesHost): FileTree => ({
  resolve: async uri => ({ path: uri, real: uri }),
  entries: async ({ path }) => {
    const params: ReadFolderParams = { uri: path };
    return list(await answer(host, readFolderMethod, params)).flatMap(readEntry);
  },
  child: (folder, name) => {
    const uri = Utils.joinPath(URI.parse(folder.path), name).toString();
    return { path: uri, real: uri };
  },
  isFolder: async () => false,
  isWithin: () => false,
});

/** A name that holds a slash, or leads back, is no name of an entry. */
function readEntry(value: unknown): readonly Entry[] {
  const [name, kind] = [text(field(value, 'name')), field(value, 'kind')];
  if (name === undefined || name === '' || name === '.' || name === '..' || name.includes('/')) return [];
  return kind === 'file' || kind === 'folder' ? [{ name, kind }] : [];
}

/** `undefined` where the client cannot say, or takes too long. */
function answer(host: ClientFilesHost, method: string, params: object): Promise<unknown> {
  return new Promise(resolve => {
    const takeBack = host.after(patience, () => resolve(undefined));
    const settle = (value: unknown): void => {
      takeBack();
      resolve(value);
    };
    host.request(method, params).then(settle, () => settle(undefined));
  });
}

/**
 * Each file by the way that reaches it: `own` has those of the scheme `ownScheme`, `client` all others.
 * @param own `undefined`: this process reaches no file by itself.
 * @param client `undefined`: the client offers no files, so the others are not read.
 */
export function workspaceByScheme(
  folders: () => readonly string[],
  own: { readonly scheme: string; readonly create: CreateWorkspace } | undefined,
  client: () => CreateWorkspace | undefined,
): Workspace {
  const isOwn = (uri: string): boolean =>
    own !== undefined && canonicalUri(uri)?.split(':', 1)[0] === own.scheme;
  const owned = own?.create(() => folders().filter(isOwn));
  const others = (): Workspace | undefined => client()?.(() => folders().filter(uri => !isOwn(uri)));
  return {
    folders,
    list: async (isWanted, signal) => {
      const lists = await Promise.all([owned, others()].map(each => each?.list(isWanted, signal) ?? []));
      return lists.flat().sort();
    },
    find: async (paths, signal) => {
      const lists = await Promise.all([owned, others()].map(each => each?.find(paths, signal) ?? []));
      return lists.flat().sort();
    },
    read: async (uri, limit) => (isOwn(uri) ? owned : others())?.read(uri, limit),
  };
}

export type CreateWorkspace = (folders: () => readonly string[]) => Workspace;
