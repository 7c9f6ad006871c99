/** Files that commands make, through the editor's file systems alone. */
import type { TextEditor } from 'vscode';
import { FileType, Range, SnippetString, Uri, WorkspaceEdit, window, workspace } from 'vscode';

export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The text of a file; `undefined` where there is none. */
export async function readText(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** The names of the files in a folder; none where there is no such folder. */
export async function fileNames(folder: Uri): Promise<readonly string[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.filter(([, type]) => (type & FileType.Directory) === 0).map(([name]) => name);
  } catch {
    return [];
  }
}

/** A path below a folder; `''` is the folder itself. */
export const below = (folder: Uri, path: string): Uri =>
  path === '' ? folder : Uri.joinPath(folder, ...path.split('/'));

/**
 * Makes a file as one edit that can be undone, and never in the place of another.
 * @returns Whether the editor made it.
 */
export async function createFile(uri: Uri, text: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  const contents = new TextEncoder().encode(text);
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
  return workspace.applyEdit(edit);
}

/** Shows a document whose text is the snippet's, and takes the person to its first place. */
export async function fillIn(uri: Uri, snippet: string): Promise<void> {
  await insert(await window.showTextDocument(uri, { preview: false }), snippet);
}

/** Shows a document that is no file, with the snippet in it. */
export async function fillInUntitled(language: string, snippet: string): Promise<Uri> {
  const document = await workspace.openTextDocument({ language });
  await insert(await window.showTextDocument(document), snippet);
  return document.uri;
}

/**
 * Opens a document that is no file, with the text in it.
 * @throws {Error} Where the editor keeps it from having that text.
 */
export async function openUntitled(language: string, content: string): Promise<Uri> {
  const document = await workspace.openTextDocument({ language, content });
  const { uri, lineCount } = document;
  // It has the name of the last such document that was closed, and the text of that one's backup where the editor still has it.
  if (document.getText() !== content) {
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(0, 0, lineCount, 0), content);
    if (!(await workspace.applyEdit(edit))) throw new Error(`${uri} cannot be written`);
  }
  return uri;
}

/** Puts the snippet in the place of the whole text, as only an editor that shows it can take a person from place to place. */
async function insert(editor: TextEditor, snippet: string): Promise<void> {
  const whole = new Range(0, 0, editor.document.lineCount, 0);
  await editor.insertSnippet(new SnippetString(snippet), whole, {
    undoStopBefore: false,
    undoStopAfter: false,
  });
}
