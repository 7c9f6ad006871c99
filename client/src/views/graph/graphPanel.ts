/** One panel with the graph of one chain: follows its text while it is seen, and answers what a person does in it. */
import type { Disposable, TextEditor, WebviewPanel } from 'vscode';
import { languages, Position, Uri, window, workspace } from 'vscode';
import type { ServerClient } from '../../languageClient.ts';
import { openWebviewChannel } from '../webviewHost.ts';
import { showChainEditor, visibleEditor } from './chainEditor.ts';
import { createGraphSession, type GraphSession } from './graphSession.ts';
import type { FromPage, GraphAction, ToPage } from './messages.ts';
import type { NoticeTarget } from './notices.ts';
import { readFromPage } from './readMessages.ts';
import { graphWords } from './words.ts';

export interface GraphPanelHost {
  readonly server: ServerClient;
  warn(message: string): void;
  /** Opens the graph of another chain. */
  openGraph(uri: Uri): void;
  /** Makes an export of the chain, as the command of that name does. */
  export(uri: Uri, format: 'svg' | 'mermaid'): void;
  /** The title or the lock changed. */
  changed(panel: GraphPanel): void;
}

export interface GraphPanel extends Disposable {
  readonly panel: WebviewPanel;
  uri(): Uri;
  /** As last read; `undefined` before that. */
  title(): string | undefined;
  isLocked(): boolean;
  setLocked(locked: boolean): void;
  /** Turns to another chain. */
  show(uri: Uri): void;
  act(action: GraphAction): void;
}

/** Takes a panel over. Its page says when it is ready, as often as the editor makes it anew. */
export function createGraphPanel(
  panel: WebviewPanel,
  host: GraphPanelHost,
  begin: { readonly uri: Uri; readonly locked: boolean },
): GraphPanel {
  const { server } = host;
  let locked = begin.locked;
  /** The page is there and listens; a hidden one is taken away, and comes back with `ready`. */
  let ready = false;

  const channel = openWebviewChannel<FromPage, ToPage>(panel.webview, readFromPage, message =>
    receive(message),
  );
  const createSession = (uri: Uri): GraphSession =>
    createGraphSession(uri, server, channel.post, () => {
      tellCursor(visibleEditor(uri));
      host.changed(self);
    });
  let session = createSession(begin.uri);

  const isShown = (uri: Uri | string): boolean => uri.toString() === session.uri.toString();
  const refresh = (): void => {
    if (ready && panel.visible) session.request();
  };
  const tellCursor = (editor: TextEditor | undefined): void => {
    if (!ready) return;
    const version = session.version();
    // A newer text has its nodes elsewhere; its graph is on its way, and the cursor comes with it.
    if (editor !== undefined && version !== 0 && editor.document.version !== version) return;
    const id = editor === undefined ? null : (session.nodeAt(editor.selection.active)?.id ?? null);
    channel.post({ type: 'cursor', uri: session.uri.toString(), version, id });
  };
  const receive = (message: FromPage): void => {
    if ('uri' in message && !isShown(message.uri)) return;
    switch (message.type) {
      case 'ready':
        ready = true;
        session.forgetPage();
        channel.post({ type: 'start', uri: session.uri.toString(), words: graphWords(), locked });
        session.request();
        break;
      case 'lost':
        session.forgetPage();
        session.request();
        break;
      case 'reveal':
        reveal(message.id, message.how === 'look');
        break;
      case 'open': {
        const { opens, runs } = session.node(message.id) ?? {};
        if (opens === undefined) reveal(message.id, false);
        // A plan has no graph, so it is read.
        else if (runs === 'plan') showText(Uri.parse(opens), undefined, false);
        else host.openGraph(Uri.parse(opens));
        break;
      }
      case 'follow':
        follow(session.noticeTarget());
        break;
      case 'leave':
        show(undefined, false);
        break;
      case 'lock':
        self.setLocked(message.locked);
        break;
      case 'export':
        host.export(session.uri, message.format);
        break;
      case 'rejected':
        host.warn(`The graph's page: ${message.reason}`);
        break;
    }
  };
  const reveal = (id: string, preserveFocus: boolean): void => {
    const { range, opens } = session.node(id) ?? {};
    if (range !== undefined) show(new Position(range.start.line, range.start.character), preserveFocus);
    else if (opens !== undefined && !preserveFocus) host.openGraph(Uri.parse(opens));
  };
  const follow = (target: NoticeTarget | undefined): void => {
    switch (target?.kind) {
      case 'restart':
        void server.restart();
        break;
      case 'end':
        show(new Position(Number.MAX_SAFE_INTEGER, 0), false);
        break;
      case 'place':
        show(new Position(target.line, target.character), false);
        break;
    }
  };
  const show = (at: Position | undefined, preserveFocus: boolean): void =>
    showText(session.uri, at, preserveFocus);
  const showText = (uri: Uri, at: Position | undefined, preserveFocus: boolean): void => {
    const place = at === undefined ? {} : { at };
    void showChainEditor(uri, { graphColumn: panel.viewColumn, preserveFocus, ...place });
  };

  const subscriptions: readonly Disposable[] = [
    channel,
    panel.onDidChangeViewState(() => {
      if (!panel.visible) ready = false;
      refresh();
    }),
    server.onModelChanged(({ uri, version, elsewhere = false }) => {
      // Of a version that is known our own question made the model: its answer is here, or on its way.
      const isNew = elsewhere || version === 0 || version !== session.version();
      if (isNew && isShown(Uri.parse(uri))) refresh();
    }),
    server.onChainsChanged(refresh),
    // The model follows a pause in typing; who looks at the graph sees each letter.
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isShown(document.uri)) refresh();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (isShown(uri)) session.closed();
    }),
    // What another file changes in this one shows in its findings.
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isShown)) refresh();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isShown(textEditor.document.uri)) tellCursor(textEditor);
    }),
    // What was deleted may have been open until now.
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) refresh();
    }),
    window.onDidChangeVisibleTextEditors(() => tellCursor(visibleEditor(session.uri))),
  ];
  const self: GraphPanel = {
    panel,
    uri: () => session.uri,
    title: () => session.title(),
    isLocked: () => locked,
    setLocked: to => {
      locked = to;
      channel.post({ type: 'locked', locked });
      host.changed(self);
    },
    show: uri => {
      if (isShown(uri)) return;
      session.dispose();
      session = createSession(uri);
      host.changed(self);
      refresh();
    },
    act: action => channel.post({ type: 'act', action }),
    dispose: () => {
      session.dispose();
      for (const each of subscriptions) each.dispose();
    },
  };
  return self;
}
