/** The library of chains as files that are read and never written: what ships in one file, under addresses of its own. */
import type { Disposable, FileStat, FileSystemProvider } from 'vscode';
import { EventEmitter, FileSystemError, FileType, l10n, MarkdownString, Uri, workspace } from 'vscode';
import { libraryScheme } from '../../server/src/lsp/protocol.ts';

/** Where the packed library is; `extension` is the folder the extension is installed in. */
export const packedLibrary = (extension: Uri): Uri => Uri.joinPath(extension, 'dist', 'library.json');

export const isLibrary = (uri: Uri): boolean => uri.scheme === libraryScheme;

/** The contents of the files by path, `/a/b.chain.yaml`, and the names in each folder. */
interface LibraryTree {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, FileType>>;
}

/** Registers the file system. Nothing is read before somebody opens a file of it. */
export function registerLibrary(extension: Uri): Disposable {
  let reading: Promise<LibraryTree> | undefined;
  const tree = (): Promise<LibraryTree> => {
    reading ??= readTree(packedLibrary(extension)).catch(reason => {
      // The next one who asks may have more luck.
      reading = undefined;
      throw FileSystemError.Unavailable(String(reason));
    });
    return reading;
  };
  const isReadonly = new MarkdownString(
    l10n.t(
      'This file belongs to the library and cannot be changed. Run New from Library to make one of your own from it.',
    ),
  );
  return workspace.registerFileSystemProvider(libraryScheme, libraryFileSystem(tree), {
    isCaseSensitive: true,
    isReadonly,
  });
}

async function readTree(packed: Uri): Promise<LibraryTree> {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(packed)));
  const files = new Map<string, Uint8Array>();
  const folders = new Map<string, Map<string, FileType>>([['/', new Map()]]);
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(typeof parsed === 'object' && parsed !== null ? parsed : {})) {
    if (typeof text !== 'string') continue;
    const path = `/${name}`;
    files.set(path, encoder.encode(text));
    for (let child = path, type = FileType.File; child !== '/'; type = FileType.Directory) {
      const parent = child.slice(0, child.lastIndexOf('/')) || '/';
      const names = folders.get(parent) ?? new Map<string, FileType>();
      folders.set(parent, names.set(child.slice(child.lastIndexOf('/') + 1), type));
      child = parent;
    }
  }
  return { files, folders };
}

function libraryFileSystem(tree: () => Promise<LibraryTree>): FileSystemProvider {
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: new EventEmitter<never>().event,
    watch: () => ({ dispose: () => undefined }),
    stat: async (uri): Promise<FileStat> => {
      const { files, folders } = await tree();
      const file = files.get(uri.path);
      if (file === undefined && !folders.has(uri.path)) throw FileSystemError.FileNotFound(uri);
      const type = file === undefined ? FileType.Directory : FileType.File;
      return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
    },
    readDirectory: async uri => {
      const names = (await tree()).folders.get(uri.path);
      if (names === undefined) throw FileSystemError.FileNotFound(uri);
      return [...names];
    },
    readFile: async uri => {
      const file = (await tree()).files.get(uri.path);
      if (file === undefined) throw FileSystemError.FileNotFound(uri);
      return file;
    },
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
