/** A look at documents of the library, one at a time: text, and graph where there is one, which are gone afterwards unless they were open before. */
import {
  type Disposable,
  type Range,
  Selection,
  TabInputText,
  TextEditorRevealType,
  type Uri,
  window,
} from 'vscode';
import type { GraphView } from '../../views/graph/graphView.ts';

export interface LibraryPreview {
  /** Shows a document in the place of the one that was shown before, at a passage where one is meant; the focus stays where it is. */
  show(uri: Uri, hasGraph: boolean, passage: Range | undefined): Promise<void>;
  /** Settles once nothing of it is left. */
  close(): Promise<void>;
}

export function createLibraryPreview(graphs: GraphView): LibraryPreview {
  let shown: { readonly uri: Uri; readonly wasOpen: boolean; readonly graph?: Disposable } | undefined;
  let isClosed = false;
  // Editors open and close in their own time: one change after the other, so that none is left behind.
  let last: Promise<void> = Promise.resolve();

  const clear = async (): Promise<void> => {
    if (shown === undefined) return;
    const { uri, wasOpen, graph } = shown;
    shown = undefined;
    graph?.dispose();
    if (!wasOpen) await window.tabGroups.close(tabsOf(uri), true);
  };
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    last = last.then(change, change);
    return last;
  };
  return {
    show: (uri, hasGraph, passage) =>
      inTurn(async () => {
        if (isClosed) return;
        const isShown = shown?.uri.toString() === uri.toString();
        if (!isShown) await clear();
        const wasOpen = tabsOf(uri).length > 0;
        // No preview tab: it would take the place of the one that a person has open.
        const editor = await window.showTextDocument(uri, { preview: false, preserveFocus: true });
        if (passage !== undefined) {
          editor.selection = new Selection(passage.start, passage.end);
          // Below the box, which covers the middle of the window's top.
          editor.revealRange(passage, TextEditorRevealType.InCenter);
        }
        if (!isShown) shown = { uri, wasOpen, ...(hasGraph && { graph: graphs.preview(uri) }) };
      }),
    close: () => {
      isClosed = true;
      return inTurn(clear);
    },
  };
}

const tabsOf = (uri: Uri) =>
  window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
