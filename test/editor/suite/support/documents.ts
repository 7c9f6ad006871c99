/** Files of the opened folder, shown and changed in the editor. */
import * as vscode from 'vscode';
import { drive } from './drive.ts';
import { until } from './until.ts';

/** The opened folder. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open');
  return folder.uri;
}

/** The address of a file of the opened folder. */
export const fileUri = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), name);

/** Writes a file to disk (and makes its folders), then shows it as `openFile` does. */
export async function openText(name: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
  return openFile(name);
}

/** Shows a file, as it is on disk or as it was changed since, with the focus in its text. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const uri = fileUri(name);
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const { document } = editor;
  // Of a file that was open a moment ago the editor shows the text that it knows, and reads what was written since only then.
  const onDisk = document.isDirty ? undefined : await readText(uri);
  if (onDisk !== undefined)
    await untilText(document, now => document.isDirty || plain(now) === plain(onDisk));
  const stem = name.slice(name.lastIndexOf('/') + 1);
  // The window outside is a step behind its extension host: wait until it shows this file and takes keys.
  await drive.waitFor(`.tab.active[aria-label^="${stem}"]`);
  // The editor does not take the focus to what it opens where the focus went elsewhere meanwhile, as in a view that is drawn again.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await drive.waitFor('.editor-instance .monaco-editor.focused');
  return editor;
}

/** Replaces a document's whole text as one edit and puts the cursor at its end, without saving. */
export async function setText(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const whole = new vscode.Range(
    new vscode.Position(0, 0),
    document.lineAt(document.lineCount - 1).range.end,
  );
  const done = await editor.edit(edit => edit.replace(whole, text));
  if (!done) throw new Error(`The editor did not take the text of ${document.uri.path}`);
  await placeCursor(editor, document.lineAt(document.lineCount - 1).range.end);
}

/**
 * Puts the cursor (0-based line and UTF-16 column) and shows it. The window outside is a step behind, but it does what it is
 * asked in order: once it has answered the command, the cursor stands there, and the next key goes to that place.
 */
export async function placeCursor(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('revealLine', { lineNumber: position.line, at: 'center' });
}

/**
 * Types with real keys at the cursor and waits until the document has it all.
 * @param expected The whole text afterwards, for where the editor adds something of its own (an indentation); without it the
 *   typed text must newly stand in the document as it was typed.
 */
export async function typeText(editor: vscode.TextEditor, text: string, expected?: string): Promise<void> {
  const { document } = editor;
  const occurrences = (whole: string) => whole.replaceAll('\r\n', '\n').split(text).length;
  const before = occurrences(document.getText());
  await drive.type(text);
  await untilText(document, now => (expected === undefined ? occurrences(now) > before : now === expected));
}

/** Waits until a document's text is as it should be, and returns it. */
export function untilText(document: vscode.TextDocument, holds: (text: string) => boolean): Promise<string> {
  return until(
    `the text of ${document.uri.path}`,
    [listener => vscode.workspace.onDidChangeTextDocument(listener)],
    () => (holds(document.getText()) ? document.getText() : undefined),
    () => `It is:\n${document.getText()}`,
  );
}

/** Closes all editors; what is unsaved is lost. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty) await revert(document);
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Makes a document what its file is. Not by the editor's own command, which wants the document shown: that would compete with
 * an editor that is still opening. Only where the file is gone is there no other way.
 */
async function revert(document: vscode.TextDocument): Promise<void> {
  const onDisk = await readText(document.uri);
  if (onDisk === undefined) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, document.validateRange(new vscode.Range(0, 0, document.lineCount, 0)), onDisk);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** A text as a document has it: without a BOM, and whatever ends its lines. */
const plain = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
