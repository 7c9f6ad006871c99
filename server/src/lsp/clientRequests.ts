/** What the server asks of the client once it is initialized: settings, file watching, progress. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { ClientTraits } from './clientTraits.ts';
import { list } from './params.ts';
import { settingsSection } from './protocol.ts';
import { readSettings, type Settings } from './settings.ts';
import { watchers } from './watching.ts';

/** Asks to be told of changed settings and files, as far as the client lets itself be asked. */
export async function registerForChanges(connection: Connection, traits: ClientTraits): Promise<void> {
  const registrations = [
    ...(traits.registersConfiguration
      ? [
          {
            id: 'settings',
            method: 'workspace/didChangeConfiguration',
            registerOptions: { section: settingsSection },
          },
        ]
      : []),
    ...(traits.registersFileWatching
      ? [{ id: 'files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers } }]
      : []),
  ];
  if (registrations.length > 0) await connection.sendRequest('client/registerCapability', { registrations });
}

/** The settings as the client has them now: those of the window, and by workspace folder those that may differ there. */
export async function requestSettings(
  connection: Connection,
  folders: readonly string[],
): Promise<{ readonly settings: Settings; readonly byFolder: ReadonlyMap<string, Settings> }> {
  const answer: unknown = await connection.sendRequest('workspace/configuration', {
    items: [
      { section: settingsSection },
      ...folders.map(scopeUri => ({ scopeUri, section: settingsSection })),
    ],
  });
  const [own, ...others] = list(answer);
  return {
    settings: readSettings(own),
    byFolder: new Map(folders.map((folder, at) => [folder, readSettings(others[at] ?? own)])),
  };
}

/** How long work goes on, in milliseconds, before it is worth a progress bar. */
const unnoticed = 500;

/**
 * Shows `title` while `work` runs, if that takes long enough to be noticed; never delays it. `create` asks the client for a
 * progress bar. The person may cancel the work there, which calls `cancel`.
 */
export async function withProgress<Result>(
  create: () => Promise<WorkDoneProgressServerReporter>,
  after: (milliseconds: number, run: () => void) => () => void,
  title: string,
  work: Promise<Result>,
  cancel: () => void,
): Promise<Result> {
  let finished = false;
  const show = async (): Promise<void> => {
    const progress = await create();
    if (finished) return;
    progress.begin(title, undefined, undefined, true);
    progress.token.onCancellationRequested(cancel);
    await work.catch(() => undefined);
    progress.done();
  };
  // A client that cannot show it has lost nothing but the bar.
  const takeBack = after(unnoticed, () => void show().catch(() => undefined));
  try {
    return await work;
  } finally {
    finished = true;
    takeBack();
  }
}
