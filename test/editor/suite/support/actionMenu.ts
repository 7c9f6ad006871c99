/** The menu of code actions, as a person opens it by its key. */
import * as vscode from 'vscode';
import { placeCursor } from './documents.ts';
import { drive } from './drive.ts';

const bulb = '.lightBulbWidget:visible, [class*="codicon-gutter-lightbulb"]:visible';

/**
 * Opens the menu at a finding with a fix, in a text whose last line is empty.
 *
 * A moment after the cursor moved or findings came, the editor asks for actions by itself, and then drops a menu that was asked for
 * just before. That asking ends with the bulb: it is awaited, from an empty line, which has none.
 * @param key What opens it: quick fixes, or refactorings.
 */
export async function openActionMenu(
  editor: vscode.TextEditor,
  position: vscode.Position,
  key: 'Control+.' | 'Control+Shift+r',
): Promise<void> {
  await placeCursor(editor, new vscode.Position(editor.document.lineCount - 1, 0));
  await drive.waitFor(bulb, 'hidden');
  await placeCursor(editor, position);
  await drive.waitFor(bulb);
  await drive.press(key);
  await drive.waitFor('.action-widget');
}
