/**
 * The language server: a connection on one side, the language service on the other, and nothing of the language in between.
 * It knows neither Node nor a browser; what differs between them is its environment.
 */
import type { Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { createLanguageService, isLibraryUri, type LanguageService } from '../core/index.ts';
import {
  applySettings,
  canonicalFolders,
  changeFolders,
  listenToDocuments,
  mayBeChecked,
  publish,
  pullSettings,
  release,
  update,
} from './changes.ts';
import { registerForChanges, withProgress } from './clientRequests.ts';
import { readClientTraits } from './clientTraits.ts';
import { createClosedFiles } from './closedFiles.ts';
import { createDiagnosticsScheduler } from './diagnosticsScheduler.ts';
import { exportEngine, namedLibrary, workspaceCreator } from './environment.ts';
import { attempt, createGuard } from './guard.ts';
import { capabilities, handlers } from './handlers.ts';
import { createModels } from './models.ts';
import { createOpenDocuments } from './openDocuments.ts';
import { createOpenFindings } from './openFindings.ts';
import { field, list, text } from './params.ts';
import { chainsChangedMethod, settingsSection } from './protocol.ts';
import { createRefreshes } from './refreshes.ts';
import { createGate, type ServerEnvironment, type Session, type State } from './session.ts';
import { defaultSettings, readSettings } from './settings.ts';

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
  const state: State = {
    phase: 'starting',
    traits: readClientTraits(undefined),
    folders: [],
    settings: defaultSettings,
  };
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
  const findings = createOpenFindings(publication => {
    void connection.sendDiagnostics(publication);
  });
  const scheduler = createDiagnosticsScheduler({
    after,
    now: () => performance.now(),
    yieldToInput,
    build: uri => attempt({ log }, `Reading ${uri}`, () => update(session)),
    lint: uri => attempt({ log }, `Checking ${uri}`, () => publish(session, uri)),
    clear: uri => {
      const document = documents.get(uri);
      if (document !== undefined) findings.takeBack(document);
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
    tidyUp: () => {
      service.tidyUp();
      environment.tidyUp?.();
    },
    leftOut: limit =>
      connection.console.info(
        `The workspace has more than ${limit} files of Skill Chains; findings are shown of the first ${limit} and of those that are open.`,
      ),
  });
  const refreshes = createRefreshes({
    after,
    supports: () => state.traits.refreshes,
    openDocuments: documents.uris,
    request: method => {
      attempt({ log }, method, () => connection.sendRequest(method));
    },
  });
  const guard = createGuard({
    log,
    yieldToInput,
    phase: () => session.state.phase,
    version: uri => documents.get(uri)?.version,
    loaded: async (needs, uri) => {
      await session.loaded.opened;
      if (needs === 'library' || (uri !== undefined && isLibraryUri(uri))) await service.openLibrary();
      if (needs !== 'links') return;
      // Where nobody says what changes, everything may have.
      if (!session.state.traits.registersFileWatching) service.forgetLinks(undefined);
      await service.readLinks();
    },
    knows: uri => documents.get(uri) !== undefined || service.knows(uri),
    answer: request => {
      update(session);
      return request.run(service, session.state.traits, session.state.settings);
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
      findings,
      scheduler,
      closedFiles,
      refreshes,
      guard,
      state,
    },
    stop: new AbortController(),
    loaded: createGate(),
  };
  return session;
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
  return { capabilities: capabilities(session.state.traits), serverInfo: { name: 'Skill Chains', version } };
}

function initialFolders(params: unknown): readonly string[] {
  const named = list(field(params, 'workspaceFolders')).map(folder => text(field(folder, 'uri')));
  const root = text(field(params, 'rootUri'));
  return canonicalFolders(named.length > 0 ? named : [root]);
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

function shutdown(session: Session): void {
  session.state.phase = 'ending';
  session.stop.abort();
  session.loaded.open();
  session.scheduler.dispose();
  session.closedFiles.dispose();
  session.refreshes.dispose();
}
