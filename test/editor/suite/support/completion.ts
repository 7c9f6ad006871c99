/** The list of suggestions, as a person sees and uses it. */
import type * as vscode from 'vscode';
import { untilText } from './documents.ts';
import { drive } from './drive.ts';

const list = '.suggest-widget.visible';
const rows = `${list} .monaco-list-row`;

/** Asks for suggestions with the keyboard and returns the labels of the rows that are seen, best first. */
export async function openCompletion(): Promise<readonly string[]> {
  await drive.press('Control+Space');
  return visibleCompletions();
}

/** The labels of the rows that are seen of the open list; waits until it is open. */
export async function visibleCompletions(): Promise<readonly string[]> {
  await drive.waitFor(rows);
  return (await drive.texts(`${rows} .label-name`)).map(text => text.trim());
}

/**
 * Opens the list where it is not open, goes down to a label with the arrow key and accepts it with Enter; then waits
 * until the document has what it inserts. Rejects where no row has that label.
 */
export async function acceptCompletion(document: vscode.TextDocument, label: string): Promise<void> {
  if ((await drive.count(rows)) === 0) await openCompletion();
  await drive.waitFor(`${rows}.focused`);
  const seen = new Set<string>();
  for (;;) {
    const focused = await focusedLabel();
    if (focused === label) break;
    if (seen.has(focused))
      throw new Error(`No suggestion is called "${label}". There are: ${[...seen].join(', ')}`);
    seen.add(focused);
    await drive.press('ArrowDown');
    await drive.waitFor(`${rows}.focused`);
  }
  const before = document.getText();
  await drive.press('Enter');
  await untilText(document, text => text !== before);
}

/** Closes the list. */
export async function dismissCompletion(): Promise<void> {
  await drive.press('Escape');
  await drive.waitFor(list, 'hidden');
}

async function focusedLabel(): Promise<string> {
  const [label] = await drive.texts(`${rows}.focused .label-name`);
  return label?.trim() ?? '';
}
