/**
 * The page of each rule as a file of its own, which the code of a finding leads to: editors open files from there and run no command.
 * What ships is one page of all rules; each is cut out of it when it is asked for.
 */
import type { Diagnostic, Disposable, FileSystemProvider } from 'vscode';
import { EventEmitter, FileSystemError, FileType, Uri, workspace } from 'vscode';
import { section } from './rulePage.ts';

const scheme = 'skill-chains-rules';

const pageOf = (code: string): Uri => Uri.from({ scheme, path: `/${code}.md` });

/** The findings, each with its code as a link to the page of its rule. */
export const withRulePages = (findings: readonly Diagnostic[]): Diagnostic[] =>
  findings.map(finding => {
    const { code } = finding;
    if (typeof code === 'string' && isCode.test(code)) finding.code = { value: code, target: pageOf(code) };
    return finding;
  });

const isCode = /^[a-z]+(?:-[a-z]+)*$/;

/** Registers the pages. Nothing is read before somebody opens one. */
export function registerRulePages(extension: Uri): Disposable {
  const read = async (uri: Uri): Promise<Uint8Array> => {
    const shipped = await workspace.fs.readFile(Uri.joinPath(extension, 'docs', 'rules.md'));
    const page = section(new TextDecoder().decode(shipped), uri.path.replace(/^\/|\.md$/g, ''));
    if (page === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(page);
  };
  return workspace.registerFileSystemProvider(scheme, pages(read), {
    isCaseSensitive: true,
    isReadonly: true,
  });
}

function pages(read: (uri: Uri) => Promise<Uint8Array>): FileSystemProvider {
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: new EventEmitter<never>().event,
    watch: () => ({ dispose: () => undefined }),
    stat: async uri => ({ type: FileType.File, ctime: 0, mtime: 0, size: (await read(uri)).length }),
    readDirectory: () => [],
    readFile: read,
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
