/** Writing what a workspace gets with a chain of the library: one edit that never takes the place of a file, and can be undone. */
import { Position, Range, Selection, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { TakeResult } from '../../../../server/src/lsp/protocol.ts';
import { exists } from './files.ts';

const chainEnding = '.chain.yaml';
const catalogueName = 'library';
const catalogueEnding = '.skills.yaml';

/**
 * @param path Of the first chain, below the folder; the others and a new catalogue go beside it.
 * @returns Whether the editor did all of it; else it did nothing.
 */
export async function writeTaken(folder: Uri, path: string, taken: TakeResult): Promise<boolean> {
  const parent = path.slice(0, path.lastIndexOf('/') + 1);
  const [first, ...others] = taken.chains;
  if (first === undefined) return false;
  const edit = new WorkspaceEdit();
  const create = (uri: Uri, text: string): void =>
    edit.createFile(uri, {
      overwrite: false,
      ignoreIfExists: false,
      contents: new TextEncoder().encode(text),
    });
  create(Uri.joinPath(folder, path), first.text);
  for (const { id, text } of others) create(await freeUri(folder, `${parent}${id}`, chainEnding), text);
  const { catalogue } = taken;
  if (catalogue === null) return workspace.applyEdit(edit);
  if (catalogue.uri === undefined || catalogue.position === undefined) {
    create(await freeUri(folder, `${parent}${catalogueName}`, catalogueEnding), catalogue.text);
    return workspace.applyEdit(edit);
  }
  const document = await workspace.openTextDocument(Uri.parse(catalogue.uri));
  const { isDirty } = document;
  const { line, character } = catalogue.position;
  edit.insert(document.uri, new Position(line, character), catalogue.text);
  const isDone = await workspace.applyEdit(edit);
  // What a person was still writing there stays theirs to save.
  if (isDone && !isDirty) await document.save();
  return isDone;
}

async function freeUri(folder: Uri, path: string, ending: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, `${path}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!(await exists(uri))) return uri;
  }
}

/** Shows a chain that was taken, with its title selected: that is what a person who makes it their own writes first. */
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
