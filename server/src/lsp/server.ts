/**
 * The language server: a connection on one side, the language service on the other, and nothing of the language in between.
 * It knows neither Node nor a browser; what differs between them is its environment.
 */
import type { Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  createLanguageService,
  fileName,
  isLibraryUri,
  isProjectFile,
  type LanguageService,
  type LayoutEngine,
  type Library,
  leadsToAgentSkills,
  type ProjectChange,
  type Workspace,
} from '../core/index.ts';
import { isIgnored } from '../files/listFiles.ts';
import { registerForChanges, requestSettings, withProgress } from './clientRequests.ts';
import { type ClientTraits, readClientTraits } from './clientTraits.ts';
import {
  type ClientFilesHost,
  type CreateWorkspace,
  createClientWorkspace,
  workspaceByScheme,
} from './clientWorkspace.ts';
import { type ClosedFiles, createClosedFiles } from './closedFiles.ts';
import { createDiagnosticsScheduler, type DiagnosticsScheduler } from './diagnosticsScheduler.ts';
import { attempt, createGuard, type Guard } from './guard.ts';
import { capabilities, handlers } from './handlers.ts';
import { createModels, type Models } from './models.ts';
import { createOpenDocuments, type OpenDocuments } from './openDocuments.ts';
import { field, list, text } from './params.ts';
import { chainsChangedMethod, reloadMethod, settingsSection } from './protocol.ts';
import { readSettings, type Settings } from './settings.ts';
import { canonicalFolderUri, liesIn } from './uris.ts';
import { type FileChange, relevantChanges, urisOf } from './watching.ts';

export interface ServerEnvironment {
  /** Of this server, for the client to show. */
  readonly version: string;
  /**
   * The files that this process reaches by itself, told by the scheme of their URIs; `undefined` in a worker, which reaches none.
   * All others are read through the client, if it offers that.
   */
  readonly ownFiles: { readonly scheme: string; readonly create: CreateWorkspace } | undefined;
  /**
   * The library that lies beside the program. `undefined`: it knows no such place, so the one that the client names is read.
   */
  readonly library: Library | undefined;
  /**
   * Gives what arranges suites for exports, which starts when it is first asked; absent: nothing does. `script` reads the engine that the
   * client names.
   */
  readonly createEngine?: (script: () => Promise<string | undefined>) => LayoutEngine;
  /** Calls `run` once, `milliseconds` from now; the result takes that back. */
  after(milliseconds: number, run: () => void): () => void;
  /** Settles once messages that wait to be read have been read. */
  yieldToInput(): Promise<void>;
}

/** Changes on disk come in bursts (a checkout, a build); this many milliseconds of quiet end one. */
const burst = 50;

/** What changes while a server runs. */
interface State {
  phase: 'starting' | 'running' | 'ending';
  /** What the client said of itself; none of it holds before `initialize`. */
  traits: ClientTraits;
  /** Canonical. */
  folders: readonly string[];
}

/** What the parts of one running server share. */
interface Session {
  readonly connection: Connection;
  readonly environment: ServerEnvironment;
  readonly workspace: Workspace;
  readonly createWorkspace: CreateWorkspace;
  readonly service: LanguageService;
  readonly documents: OpenDocuments;
  readonly models: Models;
  readonly scheduler: DiagnosticsScheduler;
  readonly closedFiles: ClosedFiles;
  readonly guard: Guard;
  /** Ends the reading of the workspace. */
  readonly stop: AbortController;
  readonly state: State;
  /** Settles once the workspace was read, or could not be. */
  readonly loaded: Gate;
}

/** A promise that is kept from outside. */
interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

function createGate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { opened, open };
}

/** Serves the language over `connection`; the caller has still to call `listen`. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  const session = createSession(connection, environment);
  const { guard } = session;
  connection.onInitialize(params => initialize(session, params));
  connection.onNotification(
    'initialized',
    guard.notification('initialized', () => initialized(session)),
  );
  connection.onShutdown(() => shutdown(session));
  for (const handler of handlers) connection.onRequest(handler.method, guard.request(handler));
  listenToDocuments(session);
}

function createSession(connection: Connection, environment: ServerEnvironment): Session {
  const { after, yieldToInput } = environment;
  const log = (message: string): void => connection.console.error(message);
  const state: State = { phase: 'starting', traits: readClientTraits(undefined), folders: [] };
  const documents = createOpenDocuments();
  const createWorkspace = workspaceCreator(connection, environment, state);
  const workspace = createWorkspace(() => state.folders);
  const service = createLanguageService(
    workspace,
    environment.library ?? namedLibrary(workspace, state),
    exportEngine(environment, workspace, state, log),
  );
  const models = createModels(service, documents, (method, params) => {
    void connection.sendNotification(method, params);
  });
  const scheduler = createDiagnosticsScheduler({
    after,
    yieldToInput,
    build: uri => attempt({ log }, `Reading ${uri}`, () => update(session)),
    lint: uri => attempt({ log }, `Checking ${uri}`, () => publish(session, uri)),
    clear: uri => {
      const clientUri = documents.get(uri)?.clientUri ?? uri;
      void connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
    },
    release: uri => release(session, uri),
  });
  const closedFiles = createClosedFiles({
    after,
    yieldToInput,
    isBusy: scheduler.isBusy,
    known: () => service.snapshot().documents.keys(),
    isClosedFile: uri =>
      documents.get(uri) === undefined && service.snapshot().documents.has(uri) && mayBeChecked(state, uri),
    find: uri => {
      let found: ReturnType<LanguageService['diagnostics']> = [];
      attempt({ log }, `Checking ${uri}`, () => {
        found = service.diagnostics(uri);
      });
      return found;
    },
    publish: (uri, diagnostics) => {
      void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    },
    leftOut: limit =>
      connection.console.info(
        `The workspace has more than ${limit} files of Skill Chains; findings are shown of the first ${limit} and of those that are open.`,
      ),
  });
  const guard = createGuard({
    log,
    yieldToInput,
    phase: () => session.state.phase,
    version: uri => documents.get(uri)?.version,
    loaded: async (needs, uri) => {
      await session.loaded.opened;
      if (needs === 'library' || (uri !== undefined && isLibraryUri(uri))) await service.openLibrary();
    },
    knows: uri => documents.get(uri) !== undefined || service.knows(uri),
    answer: request => {
      update(session);
      return request.run(service, session.state.traits);
    },
  });
  const session: Session = {
    ...{
      connection,
      environment,
      workspace,
      createWorkspace,
      service,
      documents,
      models,
      scheduler,
      closedFiles,
      guard,
      state,
    },
    stop: new AbortController(),
    loaded: createGate(),
  };
  return session;
}

/** `folders` gives the workspace folders' canonical URIs as they are at the moment of asking. */
function workspaceCreator(
  connection: Connection,
  { ownFiles, after }: ServerEnvironment,
  state: State,
): CreateWorkspace {
  const host: ClientFilesHost = {
    request: (method, params) => connection.sendRequest(method, params),
    after,
  };
  const throughClient: CreateWorkspace = folders => createClientWorkspace(host, folders);
  return folders =>
    workspaceByScheme(folders, ownFiles, () => (state.traits.offersFiles ? throughClient : undefined));
}

/** No library comes near this many bytes. */
const largestLibrary = 20_000_000;

/** The one that the client names, read as all its files are. */
const namedLibrary = (workspace: Workspace, state: State): Library => ({
  read: async () => {
    const { library } = state.traits;
    return library === undefined ? undefined : workspace.read(library, largestLibrary);
  },
});

/** The layout engine is larger than what is read of documents, and no larger than this many bytes. */
const largestEngine = 5_000_000;

/** The environment's engine, which says in the log why a suite is arranged in the simple way. */
function exportEngine(
  { createEngine }: ServerEnvironment,
  workspace: Workspace,
  state: State,
  log: (message: string) => void,
): LayoutEngine | undefined {
  const layOut = createEngine?.(async () => {
    const { layoutEngine } = state.traits;
    return layoutEngine === undefined ? undefined : workspace.read(layoutEngine, largestEngine);
  });
  if (layOut === undefined) return undefined;
  return async graph => {
    try {
      return await layOut(graph);
    } catch (reason) {
      log(reason instanceof Error ? reason.message : String(reason));
      throw reason;
    }
  };
}

function initialize(session: Session, params: unknown) {
  if (session.state.phase !== 'starting') {
    return new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized before.', {
      retry: false,
    });
  }
  const { connection, guard } = session;
  session.state.phase = 'running';
  session.state.traits = readClientTraits(params);
  session.state.folders = initialFolders(params);
  const options = field(params, 'initializationOptions');
  applySettings(session, readSettings(field(options, settingsSection) ?? options));
  // Only now: the connection sets a handler of its own for this one when it is initialized.
  const foldersChanged = 'workspace/didChangeWorkspaceFolders';
  connection.onNotification(
    foldersChanged,
    guard.notification(foldersChanged, event => changeFolders(session, event)),
  );
  const { version } = session.environment;
  return { capabilities: capabilities(), serverInfo: { name: 'Skill Chains', version } };
}

function initialFolders(params: unknown): readonly string[] {
  const named = list(field(params, 'workspaceFolders')).map(folder => text(field(folder, 'uri')));
  const root = text(field(params, 'rootUri'));
  return canonicalFolders(named.length > 0 ? named : [root]);
}

function canonicalFolders(uris: readonly (string | undefined)[]): readonly string[] {
  const canonical = uris.map(uri => (uri === undefined ? undefined : canonicalFolderUri(uri)));
  return [...new Set(canonical.filter(uri => uri !== undefined))];
}

async function initialized(session: Session): Promise<void> {
  const { connection, environment, service, models, scheduler, stop, loaded } = session;
  const { traits } = session.state;
  const report = { log: (message: string) => connection.console.error(message) };
  attempt(report, 'Asking to be told of changes', () => registerForChanges(connection, traits));
  // The mode counts from the first publication on, so it is asked for first; a client that does not answer delays nothing else.
  if (traits.configuration) attempt(report, 'Asking for settings', () => pullSettings(session));
  try {
    const reading = service.load(stop.signal);
    const create = () => connection.window.createWorkDoneProgress();
    const cancel = () => stop.abort();
    const change = await withProgress(create, environment.after, 'Reading skill chains', reading, cancel);
    // Every file is new now; the list of chains says so at once for all.
    if (change.chains) void connection.sendNotification(chainsChangedMethod, {});
    const open = change.documents.filter(uri => session.documents.get(uri) !== undefined);
    models.announce({ documents: open, affected: [], chains: false });
  } finally {
    loaded.open();
    scheduler.start();
    session.closedFiles.start();
  }
}

async function pullSettings(session: Session): Promise<void> {
  applySettings(session, await requestSettings(session.connection));
}

function applySettings({ scheduler, closedFiles }: Session, { lint }: Settings): void {
  scheduler.setMode(lint.run);
  closedFiles.setMode(lint.run);
  closedFiles.setScope(lint.scope);
}

function shutdown(session: Session): void {
  session.state.phase = 'ending';
  session.stop.abort();
  session.loaded.open();
  session.scheduler.dispose();
  session.closedFiles.dispose();
}

function changeFolders(session: Session, params: unknown): Promise<void> {
  const uris = (part: 'added' | 'removed') =>
    canonicalFolders(list(field(params, 'event', part)).map(folder => text(field(folder, 'uri'))));
  const [added, removed] = [uris('added'), uris('removed')];
  session.state.folders = [
    ...new Set([...session.state.folders.filter(folder => !removed.includes(folder)), ...added]),
  ];
  return refresh(session, [...added, ...removed]);
}

/** Registers for everything that happens to texts, files and settings. */
function listenToDocuments(session: Session): void {
  const { connection, guard, documents, models, scheduler, closedFiles, service } = session;
  const on = (method: string, handle: (params: unknown) => void | Promise<void>): void => {
    const guarded = guard.notification(method, params => {
      if (session.state.phase === 'running') return handle(params);
    });
    connection.onNotification(method, guarded);
  };
  on('textDocument/didOpen', params => {
    const uri = documents.open(params);
    if (uri === undefined) return;
    models.edited(uri);
    closedFiles.opened(uri);
    scheduler.opened(uri);
  });
  on('textDocument/didChange', params => {
    const uri = documents.change(params);
    if (uri === undefined) return;
    models.edited(uri);
    scheduler.edited(uri);
  });
  on('textDocument/didSave', params => {
    const document = documents.named(params);
    if (document === undefined) return;
    scheduler.saved(document.uri);
    closedFiles.saved();
  });
  on('textDocument/didClose', async params => {
    const document = documents.named(params);
    if (document === undefined) return;
    scheduler.closed(document.uri);
    models.closed(document.uri);
    documents.close(document.uri);
    announceDisk(session, await service.closeDocument(document.uri));
  });
  on('workspace/didChangeWatchedFiles', followFiles(session));
  on(reloadMethod, () => refresh(session, session.state.folders));
  on('workspace/didChangeConfiguration', async params => {
    if (session.state.traits.configuration) return pullSettings(session);
    applySettings(session, readSettings(field(params, 'settings', settingsSection)));
  });
}

/** Gathers a burst of changes on disk, and reads them once it is over. */
function followFiles(session: Session): (params: unknown) => void {
  const changed = new Map<string, FileChange>();
  let takeBack: (() => void) | undefined;
  return params => {
    const known = session.service.snapshot().documents.keys();
    for (const change of relevantChanges(params, known, uri => leadsToSkills(session, uri)))
      changed.set(change.uri, change);
    if (changed.size === 0) return;
    takeBack?.();
    takeBack = session.environment.after(burst, () => {
      const changes = [...changed.values()];
      changed.clear();
      const report = { log: (message: string) => session.connection.console.error(message) };
      attempt(report, 'Reading changed files', () => readChanges(session, changes));
    });
  };
}

const leadsToSkills = ({ state }: Session, uri: string): boolean => leadsToAgentSkills(uri, state.folders);

async function readChanges(session: Session, changes: readonly FileChange[]): Promise<void> {
  const { documents, scheduler, workspace } = session;
  const deleted = changes.filter(({ kind }) => kind === 'deleted');
  for (const open of documents.uris()) {
    if (!deleted.some(({ uri }) => liesIn(uri, open))) continue;
    // It may have come back since, as it does when a tool writes a file anew.
    const isThere = (await workspace.read(open, Number.POSITIVE_INFINITY)) !== undefined;
    if (!isThere) scheduler.deleted(open);
  }
  const uris = await urisOf(changes, session.createWorkspace, uri => leadsToSkills(session, uri));
  if (uris.length > 0) await refresh(session, uris);
}

async function refresh(session: Session, uris: readonly string[]): Promise<void> {
  announceDisk(session, await session.service.refresh(uris));
}

function announceDisk(session: Session, change: ProjectChange): void {
  if (session.state.phase !== 'running') return;
  session.models.announce(change);
  session.scheduler.affected(change.affected, 'disk');
  session.closedFiles.changed([...change.gone, ...change.closed], 'disk');
}

/** Reads the texts that are new, and tells everyone who follows them. */
function update(session: Session): void {
  for (const change of session.models.update()) {
    session.models.announce(change);
    session.scheduler.affected(change.affected, 'edit');
    session.closedFiles.changed(change.closed, 'edit');
  }
}

/** Whether an address can be that of a file of the workspace: what is fetched or made below its folders belongs to others. */
const mayBeChecked = ({ folders }: State, uri: string): boolean =>
  isProjectFile(fileName(uri)) &&
  folders.some(folder => liesIn(folder, uri) && !isIgnored(uri.slice(folder.length)));

/** A closed document is told of under its canonical address, so what the client spells otherwise is taken back. */
function release({ connection, documents, closedFiles, state }: Session, uri: string): void {
  const clientUri = documents.get(uri)?.clientUri ?? uri;
  if (clientUri !== uri) void connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
  closedFiles.released(uri, mayBeChecked(state, uri));
}

function publish(session: Session, uri: string): void {
  update(session);
  const document = session.documents.get(uri);
  if (document === undefined || session.state.phase !== 'running') return;
  const diagnostics = [...session.service.diagnostics(uri)];
  void session.connection.sendDiagnostics({
    uri: document.clientUri,
    version: document.version,
    diagnostics,
  });
}
