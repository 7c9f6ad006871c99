/** The menu of code actions, as a person opens it by its bulb. */
import * as vscode from 'vscode';
import { placeCursor } from './documents.ts';
import { drive } from './drive.ts';

const bulb = '.lightBulbWidget:visible, [class*="codicon-gutter-lightbulb"]:visible';

/**
 * Opens the menu at a finding with a fix, in a text whose last line is empty.
 *
 * Not by its key: a moment after the cursor moved or findings came the editor asks for actions by itself, and then drops a menu
 * that was asked for by the key and whose answer is late. The bulb has its answer. It is awaited twice, as the first may be due to
 * a text that has changed since: once it is gone from the empty line, which has none, nothing is asked any more.
 */
export async function openActionMenu(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  await placeCursor(editor, position);
  await drive.waitFor(bulb);
  await placeCursor(editor, new vscode.Position(editor.document.lineCount - 1, 0));
  await drive.waitFor(bulb, 'hidden');
  await placeCursor(editor, position);
  await drive.click(bulb);
  await drive.waitFor('.action-widget');
}
