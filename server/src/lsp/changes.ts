/** What happens to texts, files, folders and settings while a server runs, and who is told of it. */
import { fileName, isProjectFile, leadsToAgentSkills, type ProjectChange } from '../core/index.ts';
import { isIgnored } from '../files/listFiles.ts';
import { requestSettings } from './clientRequests.ts';
import { attempt } from './guard.ts';
import { field, list, text } from './params.ts';
import { reloadMethod, settingsSection } from './protocol.ts';
import { movesIn } from './renames.ts';
import type { Session, State } from './session.ts';
import { readSettings, type Settings } from './settings.ts';
import { canonicalFolderUri, liesIn } from './uris.ts';
import { changedMarkdown, type FileChange, relevantChanges, urisOf } from './watching.ts';

const report = ({ connection }: Session) => ({
  log: (message: string) => connection.console.error(message),
});

/** Changes on disk come in bursts (a checkout, a build); this many milliseconds of quiet end one. */
const burst = 50;

export async function pullSettings(session: Session): Promise<void> {
  const { settings, byFolder } = await requestSettings(session.connection, session.state.folders);
  applySettings(session, settings, byFolder);
}

/** @param byFolder What differs in workspace folders, where the client can say so. */
export function applySettings(
  session: Session,
  settings: Settings,
  byFolder: ReadonlyMap<string, Settings> = new Map(),
): void {
  const { scheduler, closedFiles, refreshes, service, state } = session;
  const { lint, inlayHints } = settings;
  const before = JSON.stringify(state.settings.inlayHints);
  state.settings = settings;
  if (JSON.stringify(inlayHints) !== before) refreshes.settingsChanged();
  scheduler.setMode(lint.run);
  closedFiles.setMode(lint.run);
  closedFiles.setScope(lint.scope);
  const presets = new Map([...byFolder].map(([folder, own]) => [folder, own.lint.preset]));
  announceDisk(session, service.configure({ preset: lint.preset, byFolder: presets }));
}

export function canonicalFolders(uris: readonly (string | undefined)[]): readonly string[] {
  const canonical = uris.map(uri => (uri === undefined ? undefined : canonicalFolderUri(uri)));
  return [...new Set(canonical.filter(uri => uri !== undefined))];
}

export function changeFolders(session: Session, params: unknown): Promise<void> {
  const uris = (part: 'added' | 'removed') =>
    canonicalFolders(list(field(params, 'event', part)).map(folder => text(field(folder, 'uri'))));
  const [added, removed] = [uris('added'), uris('removed')];
  session.state.folders = [
    ...new Set([...session.state.folders.filter(folder => !removed.includes(folder)), ...added]),
  ];
  session.service.forgetLinks(undefined);
  if (session.state.traits.configuration)
    attempt(report(session), 'Asking for settings', () => pullSettings(session));
  return refresh(session, [...added, ...removed]);
}

/** Registers for everything that happens to texts, files and settings. */
export function listenToDocuments(session: Session): void {
  const { connection, guard, documents, models, findings, scheduler, closedFiles, service } = session;
  const on = (method: string, handle: (params: unknown) => void | Promise<void>): void => {
    const guarded = guard.notification(method, params => {
      if (session.state.phase === 'running') return handle(params);
    });
    connection.onNotification(method, guarded);
  };
  on('textDocument/didOpen', params => {
    const uri = documents.open(params);
    if (uri === undefined) return;
    findings.forget(uri);
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
  const follow = followFiles(session);
  on('workspace/didChangeWatchedFiles', follow);
  // A watcher tells of it too, sooner or later, and of a folder perhaps not what was in it.
  on('workspace/didRenameFiles', params => follow({ changes: movedFiles(session, params) }));
  on(reloadMethod, () => {
    service.forgetLinks(undefined);
    return refresh(session, session.state.folders);
  });
  on('workspace/didChangeConfiguration', async params => {
    if (session.state.traits.configuration) return pullSettings(session);
    applySettings(session, readSettings(field(params, 'settings', settingsSection)));
  });
}

/** Moves as changes on disk: of a folder those of the documents that were known in it. */
function movedFiles({ service }: Session, params: unknown): readonly object[] {
  const known = [...service.snapshot().documents.keys()];
  return movesIn(params).flatMap(({ from, to }) => [
    { uri: from, type: 3 },
    { uri: to, type: 1 },
    ...known.flatMap(uri => (liesIn(from, uri) ? [{ uri: to + uri.slice(from.length), type: 1 }] : [])),
  ]);
}

/** Gathers a burst of changes on disk, and reads them once it is over. */
function followFiles(session: Session): (params: unknown) => void {
  const changed = new Map<string, FileChange>();
  let takeBack: (() => void) | undefined;
  return params => {
    const known = session.service.snapshot().documents.keys();
    session.service.forgetLinks(changedMarkdown(params));
    for (const change of relevantChanges(params, known, uri => leadsToSkills(session, uri)))
      changed.set(change.uri, change);
    if (changed.size === 0) return;
    takeBack?.();
    takeBack = session.environment.after(burst, () => {
      const changes = [...changed.values()];
      changed.clear();
      attempt(report(session), 'Reading changed files', () => readChanges(session, changes));
    });
  };
}

const leadsToSkills = ({ state }: Session, uri: string): boolean => leadsToAgentSkills(uri, state.folders);

async function readChanges(session: Session, changes: readonly FileChange[]): Promise<void> {
  const { documents, models, scheduler, service, workspace } = session;
  const deleted = changes.filter(({ kind }) => kind === 'deleted');
  const written = changes.filter(({ kind }) => kind !== 'deleted');
  for (const open of documents.uris()) {
    if (written.some(({ uri }) => liesIn(uri, open))) {
      models.edited(open);
      scheduler.returned(open);
    }
    if (!deleted.some(({ uri }) => liesIn(uri, open))) continue;
    // It may have come back since, as it does when a tool writes a file anew.
    const isThere = (await workspace.read(open, Number.POSITIVE_INFINITY)) !== undefined;
    if (isThere) continue;
    scheduler.deleted(open);
    announceDisk(session, service.orphanDocument(open));
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
  session.refreshes.changed(change);
  session.scheduler.affected(change.affected, 'disk');
  session.closedFiles.changed([...change.gone, ...change.closed], 'disk');
}

/** Reads the texts that are new, and tells everyone who follows them. */
export function update(session: Session): void {
  for (const change of session.models.update()) {
    session.models.announce(change);
    session.refreshes.changed(change);
    session.scheduler.affected(change.affected, 'edit');
    session.closedFiles.changed(change.closed, 'edit');
  }
}

/** Whether an address can be that of a file of the workspace: what is fetched or made below its folders belongs to others. */
export const mayBeChecked = ({ folders }: State, uri: string): boolean =>
  isProjectFile(fileName(uri)) &&
  folders.some(folder => liesIn(folder, uri) && !isIgnored(uri.slice(folder.length)));

/** A closed document is told of under its canonical address, so what the client spells otherwise is taken back. */
export function release(session: Session, uri: string): void {
  const { connection, documents, findings, closedFiles, state } = session;
  findings.forget(uri);
  const clientUri = documents.get(uri)?.clientUri ?? uri;
  if (clientUri !== uri) void connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
  closedFiles.released(uri, mayBeChecked(state, uri));
}

export function publish(session: Session, uri: string): void {
  update(session);
  const document = session.documents.get(uri);
  if (document === undefined || session.state.phase !== 'running') return;
  session.findings.show(document, session.service.diagnostics(uri));
}
