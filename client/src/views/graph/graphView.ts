/** The graph previews: one panel for each chain or suite, beside its text; the one that is not locked follows the editor. */
import type { Disposable, TextEditor, WebviewPanel } from 'vscode';
import { commands, l10n, Uri, ViewColumn, window } from 'vscode';
import { isChainDocument } from '../../documents.ts';
import type { ServerClient } from '../../languageClient.ts';
import { fillWebview } from '../webviewHost.ts';
import { createGraphPanel, type GraphPanel, type GraphPanelHost } from './graphPanel.ts';
import type { GraphAction } from './messages.ts';
import { readStoredPanel } from './readMessages.ts';

export const graphViewType = 'skillChains.graph';

export interface GraphView extends Disposable {
  /** Shows the chain's own panel, or makes one to the side; the focus stays in the text. */
  open(uri: Uri): void;
  /** Shows the chain until what is given back is disposed; a panel that was there before stays. */
  preview(uri: Uri): Disposable;
  /** The chain of the panel that has the focus. */
  activeUri(): Uri | undefined;
  /** Does in the panel that has the focus what its toolbar does. */
  act(action: GraphAction): void;
  toggleLock(): void;
}

/** `extension` is where the extension is installed; `warn` takes what a person need not read at once. */
export function createGraphView(
  extension: Uri,
  server: ServerClient,
  warn: (message: string) => void,
): GraphView {
  /** The one that was last used comes last. */
  let panels: readonly GraphPanel[] = [];

  const panelOf = (uri: Uri): GraphPanel | undefined =>
    panels.find(each => each.uri().toString() === uri.toString());
  const active = (): GraphPanel | undefined => panels.find(({ panel }) => panel.active);
  const host: GraphPanelHost = {
    server,
    warn,
    openGraph: uri => open(uri),
    export: (uri, format) => {
      const command = format === 'svg' ? 'skillChains.exportGraphAsSvg' : 'skillChains.copyGraphAsMermaid';
      void commands.executeCommand(command, uri);
    },
    changed: each => {
      each.panel.title = panelTitle(each);
    },
  };
  const adopt = (panel: WebviewPanel, begin: { readonly uri: Uri; readonly locked: boolean }): void => {
    panel.iconPath = {
      light: Uri.joinPath(extension, 'images', 'chain-light.svg'),
      dark: Uri.joinPath(extension, 'images', 'chain-dark.svg'),
    };
    const made = createGraphPanel(panel, host, begin);
    panel.title = panelTitle(made);
    panels = [...panels, made];
    panel.onDidChangeViewState(() => {
      if (panel.active) panels = [...panels.filter(each => each !== made), made];
    });
    panel.onDidDispose(() => {
      panels = panels.filter(each => each !== made);
      made.dispose();
    });
    fillWebview(panel.webview, extension, page);
  };
  const page = { script: 'graph.js', style: 'graph.css', title: l10n.t('Graph of a chain or suite') };
  const open = (uri: Uri): void => {
    const existing = panelOf(uri);
    if (existing !== undefined) {
      existing.panel.reveal(existing.panel.viewColumn, true);
      return;
    }
    // From a graph to another: beside it in the same place. From a text: to its side.
    const viewColumn = active()?.panel.viewColumn ?? ViewColumn.Beside;
    const panel = window.createWebviewPanel(graphViewType, '', { viewColumn, preserveFocus: true });
    adopt(panel, { uri, locked: false });
  };
  const follow = (editor: TextEditor | undefined): void => {
    const document = editor?.document;
    if (document === undefined || !isChainDocument(document) || hasNoGraph(document.uri)) return;
    if (panelOf(document.uri) !== undefined) return;
    panels.findLast(each => !each.isLocked())?.show(document.uri);
  };

  const subscriptions: readonly Disposable[] = [
    window.onDidChangeActiveTextEditor(follow),
    window.registerWebviewPanelSerializer(graphViewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const stored = readStoredPanel(state);
        if (stored === undefined) panel.dispose();
        else adopt(panel, { uri: Uri.parse(stored.uri), locked: stored.locked });
      },
    }),
  ];
  return {
    open,
    preview: uri => {
      const wasOpen = panelOf(uri) !== undefined;
      open(uri);
      return { dispose: () => (wasOpen ? undefined : panelOf(uri)?.panel.dispose()) };
    },
    activeUri: () => active()?.uri(),
    act: action => active()?.act(action),
    toggleLock: () => {
      const panel = active();
      panel?.setLocked(!panel.isLocked());
    },
    dispose: () => {
      for (const each of [...subscriptions, ...panels]) each.dispose();
    },
  };
}

/** Catalogues and prompt plans. */
const hasNoGraph = (uri: Uri): boolean =>
  /\.skills\.ya?ml$|\/plan\.[^/]*@v[^/]*\.ya?ml$|\/\.skill-chains\.yaml$/.test(uri.path);

/** A locked panel's title stands in brackets, as those of other previews do. */
function panelTitle(panel: GraphPanel): string {
  const { path } = panel.uri();
  const name = panel.title() ?? path.slice(path.lastIndexOf('/') + 1);
  return panel.isLocked() ? l10n.t('[Graph] {0}', name) : l10n.t('Graph: {0}', name);
}
