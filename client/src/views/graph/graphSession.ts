/** What the editor knows of one chain for its graph: asked for again when the text changes, newest wins. */
import { type Disposable, RelativePattern, TabInputText, Uri, window, workspace } from 'vscode';
import {
  type ChainGraph,
  type GraphNode,
  type GraphParams,
  graphMethod,
} from '../../../../server/src/lsp/protocol.ts';
import type { ServerClient } from '../../languageClient.ts';
import { changeOf, drawTheSame } from './changes.ts';
import type { ShowMessage, ToPage } from './messages.ts';
import { nodeAt, type Place } from './nodeAt.ts';
import { type NoticeTarget, noticeFor } from './notices.ts';
import { createPacer, systemClock } from './pacer.ts';
import { present, withoutPlaces } from './presentation.ts';

/** The least time from one question to the next, in milliseconds. */
const pace = 100;

export interface GraphSession extends Disposable {
  readonly uri: Uri;
  /** Asks for the graph of the present text: at once, or as soon as the pace allows. */
  request(): void;
  /** The page begins anew and knows nothing: the next answer is told whole. */
  forgetPage(): void;
  /** The text was closed: what counts is the file, and versions begin anew. */
  closed(): void;
  /** The version of the text that the page was last told of; 0: the file is not open, or nothing was told. */
  version(): number;
  title(): string | undefined;
  /** The node at a place of the text in that version. */
  nodeAt(place: Place): GraphNode | undefined;
  /** A node of the present text, or of the last sound one where the present text has none of that id. */
  node(id: string): GraphNode | undefined;
  /** Where the link of the notice leads that the page was last told of. */
  noticeTarget(): NoticeTarget | undefined;
}

/** `tell` takes what the page is to know, in order; `told` says that an answer came. */
export function createGraphSession(
  uri: Uri,
  server: ServerClient,
  tell: (message: ToPage) => void,
  told: () => void,
): GraphSession {
  /** The last graph of a sound text. */
  let good: ChainGraph | undefined;
  let current: ChainGraph | 'no answer' | undefined;
  let version = 0;
  let target: NoticeTarget | undefined;
  /** What the page draws: what would draw the same is not sent as a new drawing, and of another only what differs. */
  let sent: ShowMessage | undefined;
  /** Counts the drawings that were sent. */
  let count = 0;
  let disposed = false;
  let deleted = false;

  const ask = async (): Promise<void> => {
    const params: GraphParams = { uri: uri.toString() };
    const answer = await server.request<ChainGraph | null>(graphMethod, params);
    const fileExists = !deleted && (answer != null || (await exists(uri)));
    if (disposed) return;
    // The editor keeps a text in mind for a while that nobody can see any more; with its file gone, it is gone.
    const isGone = deleted && !isInTab(uri);
    current = answer === undefined ? 'no answer' : isGone ? undefined : (answer ?? undefined);
    if (answer?.complete === true && !isGone) good = answer;
    send(fileExists);
    told();
  };
  const send = (fileExists: boolean): void => {
    const known = current === 'no answer' ? good : current;
    const presentation = current === 'no answer' ? { graph: good, stale: [] } : present(good, known);
    const said = noticeFor({ uri, current, presentation, fileExists });
    target = said?.target;
    version = known?.version ?? version;
    const { graph, stale } = presentation;
    const shown: ShowMessage = {
      type: 'show',
      uri: uri.toString(),
      version,
      number: count + 1,
      graph: graph === undefined ? null : { ...withoutPlaces(graph), version: 0 },
      stale,
      notice: said?.notice ?? null,
    };
    if (sent !== undefined && drawTheSame(sent, shown)) {
      tell({ type: 'same', uri: uri.toString(), version });
      return;
    }
    count++;
    tell(changeOf(sent, shown) ?? shown);
    sent = shown;
  };
  const pacer = createPacer(pace, systemClock, ask);
  const watcher = watch(uri, isDeleted => {
    deleted = isDeleted;
    pacer.request();
  });

  return {
    uri,
    request: pacer.request,
    forgetPage: () => {
      sent = undefined;
    },
    closed: () => {
      version = 0;
      tell({ type: 'same', uri: uri.toString(), version });
    },
    version: () => version,
    title: () => good?.subject.title,
    nodeAt: place => (current === undefined || current === 'no answer' ? undefined : nodeAt(current, place)),
    node: id => {
      // A handoff that another chain writes has no place here, and opens that chain.
      const has = ({ id: each, range, opens }: GraphNode): boolean =>
        each === id && (range !== undefined || opens !== undefined);
      const present = current === undefined || current === 'no answer' ? undefined : current.nodes.find(has);
      return present ?? good?.nodes.find(has);
    },
    noticeTarget: () => target,
    dispose: () => {
      disposed = true;
      pacer.dispose();
      watcher.dispose();
    },
  };
}

/** Tells when the file itself is deleted, and when it comes back. */
function watch(uri: Uri, tell: (isDeleted: boolean) => void): Disposable {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  // In a pattern brackets stand for themselves in brackets.
  const pattern = new RelativePattern(Uri.joinPath(uri, '..'), name.replace(/[[\]{}*?]/g, '[$&]'));
  const watcher = workspace.createFileSystemWatcher(pattern, false, true, false);
  watcher.onDidDelete(() => tell(true));
  watcher.onDidCreate(() => tell(false));
  return watcher;
}

const isInTab = (uri: Uri): boolean =>
  window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );

async function exists(uri: Uri): Promise<boolean> {
  const isOpen = workspace.textDocuments.some(
    document =>
      !document.isClosed && document.uri.scheme === 'untitled' && String(document.uri) === String(uri),
  );
  if (isOpen) return true;
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
