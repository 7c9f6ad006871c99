/** Writing what a workspace gets with a document of the library: one edit that never takes the place of a file, and can be undone. */
import type { TextDocument } from 'vscode';
import { Position, Range, Selection, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { TakeResult } from '../../../../server/src/lsp/protocol.ts';
import { below, exists } from './files.ts';

const chainEnding = '.chain.yaml';
const catalogueName = 'library';
const catalogueEnding = '.skills.yaml';

/**
 * @param path Of the first document, below the folder; what it names by path keeps that path, the others and a new catalogue go beside it.
 * @returns Whether the editor did all of it; else it did nothing.
 */
export async function writeTaken(folder: Uri, path: string, taken: TakeResult): Promise<boolean> {
  const parent = path.slice(0, path.lastIndexOf('/') + 1);
  const [first, ...others] = taken.documents;
  if (first === undefined) return false;
  const edit = new WorkspaceEdit();
  const made: Uri[] = [];
  const create = (uri: Uri, text: string): void => {
    made.push(uri);
    const contents = new TextEncoder().encode(text);
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
  };
  create(Uri.joinPath(folder, path), first.text);
  for (const each of first.beside) create(below(folder, `${parent}${each.path}`), each.text);
  for (const { id, text } of others) create(await freeUri(folder, `${parent}${id}`, chainEnding), text);
  const { catalogue } = taken;
  const own = catalogue?.uri === undefined ? undefined : await openDocument(Uri.parse(catalogue.uri));
  const isDirty = own?.isDirty === true;
  if (catalogue !== null && own !== undefined && catalogue.position !== undefined) {
    const { line, character } = catalogue.position;
    edit.insert(own.uri, new Position(line, character), catalogue.text);
  } else if (catalogue !== null) {
    // The catalogue may have gone since.
    if (catalogue.uri !== undefined) return false;
    create(await freeUri(folder, `${parent}${catalogueName}`, catalogueEnding), catalogue.text);
  }
  if (!(await workspace.applyEdit(edit))) return false;
  // What a person was still writing there stays theirs to save.
  if (!isDirty) await own?.save();
  // Opened, they are known at once; else only when the file system tells of them.
  await Promise.all(made.map(openDocument));
  return true;
}

async function openDocument(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

async function freeUri(folder: Uri, path: string, ending: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, `${path}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!(await exists(uri))) return uri;
  }
}

/** Shows what was taken, with its title selected, if it has one: that is what a person who makes it their own writes first. */
export async function showTaken(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const found = /^title:[ \t]*(["']?)(.*?)\1[ \t]*$/m.exec(document.getText());
  const title = found?.[2] ?? '';
  const end = found === null ? 0 : found.index + found[0].trimEnd().length - (found[1] ?? '').length;
  const range = new Range(document.positionAt(end - title.length), document.positionAt(end));
  const editor = await window.showTextDocument(document, { preview: false });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}
