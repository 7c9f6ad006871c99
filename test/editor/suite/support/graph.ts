/** The graph preview, as a person sees and uses it. */
import * as vscode from 'vscode';
import type { PageBox, Target } from '../../driver/driver.ts';
import { drive } from './drive.ts';

/** An element of the graph's page, of the panel that is seen. */
export const inGraph = (selector: string): Target => ({
  frames: ['iframe.webview.ready:visible', '#active-frame'],
  selector,
});

/** What is drawn of a node, by its id: there it is clicked. */
export const node = (id: string): Target => inGraph(`:is(.chain-node, .chain-group)[data-id="${id}"]`);

/** The node for the keyboard and a screen reader, by its id. */
export const item = (id: string): Target => inGraph(itemSelector(id));
export const itemSelector = (id: string): string => `[role="treeitem"][data-id="${id}"]`;

/** Waits until the page has painted a document's present text. */
export async function untilPainted(document: vscode.TextDocument): Promise<void> {
  await drive.waitFor(
    inGraph(`.graph[data-uri="${document.uri.toString()}"][data-version="${document.version}"]`),
  );
}

/** Opens the graph of a document to its side, and waits until it is painted. */
export async function openGraph(document: vscode.TextDocument): Promise<void> {
  await vscode.commands.executeCommand('skillChains.openGraph', document.uri);
  await untilPainted(document);
}

/** Where each node's own shape is on the page now, by id; signs and words that hang on it aside. */
export const nodeBoxes = (): Promise<Readonly<Record<string, PageBox>>> =>
  drive.boxes(
    inGraph('.chain-node > .chain-box, .chain-node > .chain-solid, .chain-group > .chain-frame'),
    'data-id',
  );

/** The zoom as the toolbar says it, such as `100 %`. */
export async function zoomText(): Promise<string> {
  return (await drive.texts(inGraph('.percentage'))).join('');
}

/** The id of the node that has the focus within the page; `null`: none has. */
export async function focusedNode(): Promise<string | null> {
  const focused = inGraph('[role="treeitem"]:focus');
  return (await drive.count(focused)) === 0 ? null : drive.attribute(focused, 'data-id');
}
