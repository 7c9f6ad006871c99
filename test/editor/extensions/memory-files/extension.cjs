/**
 * Files in memory under `memfs:`. They begin as the setting `skillChainsTest.files` says: texts by path.
 *
 * @typedef {{ type: 1, bytes: Uint8Array, ctime: number, mtime: number }} File
 * @typedef {{ type: 2, ctime: number, mtime: number }} Folder
 */
const vscode = require('vscode');

const { FileChangeType, FileSystemError, FileType } = vscode;

/** @param {import('vscode').ExtensionContext} context */
exports.activate = context => {
  /** @type {Map<string, File | Folder>} */
  const entries = new Map([['/', folder()]]);
  /** @type {import('vscode').EventEmitter<import('vscode').FileChangeEvent[]>} */
  const changed = new vscode.EventEmitter();
  /** @type {(type: import('vscode').FileChangeType, uri: import('vscode').Uri) => void} */
  const tell = (type, uri) => changed.fire([{ type, uri }]);
  /** @param {import('vscode').Uri} uri */
  const find = uri => {
    const entry = entries.get(uri.path);
    if (entry === undefined) throw FileSystemError.FileNotFound(uri);
    return entry;
  };
  /** @param {string} path */
  const makeFolders = path => {
    for (let at = path.indexOf('/', 1); at >= 0; at = path.indexOf('/', at + 1)) {
      const above = path.slice(0, at);
      if (!entries.has(above)) entries.set(above, folder());
    }
  };
  /** @param {string} path */
  const below = path => [...entries.keys()].filter(each => each === path || each.startsWith(`${path}/`));
  /** @type {Record<string, string>} */
  const files = vscode.workspace.getConfiguration('skillChainsTest').get('files') ?? {};
  for (const [path, text] of Object.entries(files)) {
    makeFolders(path);
    entries.set(path, file(new TextEncoder().encode(text)));
  }

  /** @type {import('vscode').FileSystemProvider} */
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: uri => {
      const entry = find(uri);
      const size = entry.type === FileType.File ? entry.bytes.length : 0;
      return { type: entry.type, ctime: entry.ctime, mtime: entry.mtime, size };
    },
    readDirectory: uri => {
      find(uri);
      const start = uri.path === '/' ? '/' : `${uri.path}/`;
      return [...entries].flatMap(([path, { type }]) => {
        const name = path.startsWith(start) ? path.slice(start.length) : '';
        return name === '' || name.includes('/') ? [] : [[name, type]];
      });
    },
    createDirectory: uri => {
      makeFolders(`${uri.path}/`);
      tell(FileChangeType.Created, uri);
    },
    readFile: uri => {
      const entry = find(uri);
      if (entry.type !== FileType.File) throw FileSystemError.FileIsADirectory(uri);
      return entry.bytes;
    },
    writeFile: (uri, bytes, { create, overwrite }) => {
      const known = entries.get(uri.path);
      if (known === undefined && !create) throw FileSystemError.FileNotFound(uri);
      if (known !== undefined && create && !overwrite) throw FileSystemError.FileExists(uri);
      makeFolders(uri.path);
      entries.set(uri.path, file(bytes));
      tell(known === undefined ? FileChangeType.Created : FileChangeType.Changed, uri);
    },
    delete: uri => {
      find(uri);
      for (const path of below(uri.path)) entries.delete(path);
      tell(FileChangeType.Deleted, uri);
    },
    rename: (from, to, { overwrite }) => {
      find(from);
      if (entries.has(to.path) && !overwrite) throw FileSystemError.FileExists(to);
      makeFolders(to.path);
      for (const path of below(from.path)) {
        const entry = entries.get(path);
        entries.delete(path);
        if (entry !== undefined) entries.set(to.path + path.slice(from.path.length), entry);
      }
      changed.fire([
        { type: FileChangeType.Deleted, uri: from },
        { type: FileChangeType.Created, uri: to },
      ]);
    },
  };
  context.subscriptions.push(
    changed,
    vscode.workspace.registerFileSystemProvider('memfs', provider, { isCaseSensitive: true }),
  );
};

/** @returns {Folder} */
function folder() {
  const now = Date.now();
  return { type: 2, ctime: now, mtime: now };
}

/**
 * @param {Uint8Array} bytes
 * @returns {File}
 */
function file(bytes) {
  const now = Date.now();
  return { type: 1, bytes, ctime: now, mtime: now };
}
