/** The text editor that belongs to a graph: found where it is, and opened where it is not. */
import type { Position, Range, TextEditor, Uri } from 'vscode';
import { Selection, TabInputText, TextEditorRevealType, ViewColumn, window, workspace } from 'vscode';

/** The visible editor of a file, the active one first. */
export function visibleEditor(uri: Uri): TextEditor | undefined {
  const isOf = (editor: TextEditor | undefined): boolean =>
    editor?.document.uri.toString() === uri.toString();
  return isOf(window.activeTextEditor) ? window.activeTextEditor : window.visibleTextEditors.find(isOf);
}

/** The column that a file is open in, seen or behind another tab. */
function columnOf(uri: Uri): ViewColumn | undefined {
  const visible = visibleEditor(uri)?.viewColumn;
  if (visible !== undefined) return visible;
  const isOf = (input: unknown): boolean =>
    input instanceof TabInputText && input.uri.toString() === uri.toString();
  return window.tabGroups.all.find(group => group.tabs.some(tab => isOf(tab.input)))?.viewColumn;
}

/** Where a file goes that is not open: beside the graph, and never over it. */
const columnBeside = (graph: ViewColumn | undefined): ViewColumn =>
  graph === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;

export interface ShowOptions {
  /** The column of the graph. */
  readonly graphColumn: ViewColumn | undefined;
  /** True: the cursor stays where the person is. */
  readonly preserveFocus: boolean;
  /** Where the text cursor goes; absent: it stays. A place behind the text's end is its end. */
  readonly at?: Position;
}

/** Shows a file in the column where it is; `undefined` where it cannot be opened. */
export async function showChainEditor(uri: Uri, options: ShowOptions): Promise<TextEditor | undefined> {
  const { graphColumn, preserveFocus, at } = options;
  try {
    const document = await workspace.openTextDocument(uri);
    const viewColumn = columnOf(uri) ?? columnBeside(graphColumn);
    const editor = await window.showTextDocument(document, { viewColumn, preserveFocus });
    if (at !== undefined) {
      const place = document.validatePosition(at);
      editor.selection = new Selection(place, place);
      editor.revealRange(rangeAt(place, editor), TextEditorRevealType.InCenterIfOutsideViewport);
    }
    return editor;
  } catch {
    return undefined;
  }
}

const rangeAt = (place: Position, { document }: TextEditor): Range => document.lineAt(place.line).range;
