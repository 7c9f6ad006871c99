/** The menus of code actions, in a text whose last line is empty. */
import * as vscode from 'vscode';
import { placeCursor } from './documents.ts';
import { drive } from './drive.ts';

const bulb = '.lightBulbWidget:visible, [class*="codicon-gutter-lightbulb"]:visible';
const menu = '.action-widget';

/**
 * Opens the fixes at a finding, by the bulb. Not by their key: a moment after the cursor moved or findings came the editor asks for
 * actions by itself, and then drops a menu that was asked for by the key and whose answer is late. The bulb has its answer.
 */
export async function openFixes(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  await untilBulb(editor, position);
  await drive.click(bulb);
  await drive.waitFor(menu);
}

/** Opens the refactorings at a place that has fixes too. There is a key alone for them, pressed once the editor has asked by itself. */
export async function openRefactorings(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  await untilBulb(editor, position);
  await drive.press('Control+Shift+r');
  await drive.waitFor(menu);
}

/**
 * Puts the cursor there and waits for the bulb. The first may be due to a text that has changed since: once it is gone from the empty
 * line, which has none, nothing is asked any more, and the second is of this text.
 */
async function untilBulb(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  await placeCursor(editor, position);
  await drive.waitFor(bulb);
  await placeCursor(editor, new vscode.Position(editor.document.lineCount - 1, 0));
  await drive.waitFor(bulb, 'hidden');
  await placeCursor(editor, position);
  await drive.waitFor(bulb);
}
