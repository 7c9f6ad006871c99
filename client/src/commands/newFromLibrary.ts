import { commands, l10n, Uri, window, workspace } from 'vscode';
import {
  type LibraryEntry,
  libraryEntriesMethod,
  type TakeParams,
  type TakeResult,
} from '../../../server/src/lsp/protocol.ts';
import { languageId } from '../documents.ts';
import type { ServerClient } from '../languageClient.ts';
import type { Command, CommandContext } from './command.ts';
import type { Folder } from './support/chainFile.ts';
import { chainUri } from './support/chainUri.ts';
import { openUntitled } from './support/files.ts';
import { givenTexts, property } from './support/given.ts';
import { destinationOf } from './support/libraryPlace.ts';
import { type LibraryState, librarySteps, needsFolder, placeIn, take } from './support/librarySteps.ts';
import { runSteps } from './support/steps.ts';
import { showTaken, writeTaken } from './support/takenFiles.ts';

/** What a caller may give beforehand; what is given is not asked for. */
interface LibraryArguments {
  /** The id of a chain, suite or prompt plan of the library. */
  readonly id?: string;
  /** The URI of a folder. */
  readonly folder?: string;
  /** Below the folder: of the file, or of the folder that a suite goes to. */
  readonly path?: string;
}

/**
 * Makes a chain, a suite or a prompt plan of one's own from one of the library: a suite with all that it runs, each with the skills that the
 * workspace lacks, in one edit. Escape at any step leaves nothing behind; a file that exists is never touched. Without a folder the document is
 * untitled. An item of the tree of chains names what is meant; with an `id` nothing is asked.
 * Gives the document's URI, or `undefined` where nothing was made.
 */
export const newFromLibrary: Command = {
  id: 'skillChains.newFromLibrary',
  run: async (context, argument): Promise<Uri | undefined> => {
    const { server } = context;
    const given: LibraryArguments = givenTexts(argument, ['id', 'folder', 'path']);
    const entries = await server.request<readonly LibraryEntry[]>(libraryEntriesMethod);
    if (entries === undefined || entries.length === 0) return fail(notRead());
    const named = namedEntry(context, entries, argument, given.id);
    if (named === undefined && given.id !== undefined)
      return fail(l10n.t('The library has nothing with the id {0}.', given.id));
    const isAsked = given.id === undefined;
    const folder = knownFolder(given.folder, isAsked);
    const start: LibraryState = {
      ...(named && { entry: named }),
      ...(folder !== undefined && { folder }),
      ...(given.path !== undefined && { place: given.path }),
    };
    const state = isAsked ? await runSteps(librarySteps(context, entries), start) : start;
    if (state?.entry === undefined) return undefined;
    return state.folder == null
      ? openCopy(server, state.entry, state.withoutFolder)
      : copyInto(server, state.entry, state.folder, state);
  },
};

const notRead = (): string => l10n.t('The library could not be read. The log says more.');

const fail = (message: string): undefined => {
  void window.showErrorMessage(message);
};

function namedEntry(
  context: CommandContext,
  entries: readonly LibraryEntry[],
  argument: unknown,
  id: string | undefined,
): LibraryEntry | undefined {
  if (id !== undefined) return entries.find(entry => entry.id === id);
  if (argument === undefined) return undefined;
  // An item of a suite stands for what it runs. What a person looks at is no answer to what they want from the library, unless they
  // look at it there.
  const runs = property(argument, 'kind') === 'node' ? property(argument, 'node', 'opens') : undefined;
  const uri = typeof runs === 'string' ? runs : chainUri(context, argument)?.toString();
  const wanted = uri === undefined ? undefined : Uri.parse(uri).toString();
  return entries.find(entry => Uri.parse(entry.uri).toString() === wanted);
}

/** `null`: none is open. `undefined`: a person must say which. Whoever calls without asking means the first. */
function knownFolder(given: string | undefined, isAsked: boolean): Folder | null | undefined {
  if (given !== undefined) return { uri: Uri.parse(given), name: given };
  const [first = null, ...others] = workspace.workspaceFolders ?? [];
  return isAsked && others.length > 0 ? undefined : first;
}

async function openCopy(
  server: ServerClient,
  entry: LibraryEntry,
  without: LibraryState['withoutFolder'],
): Promise<Uri | undefined> {
  if (without === 'open-folder') {
    await commands.executeCommand('workbench.action.files.openFolder');
    return undefined;
  }
  if (entry.kind === 'suite' && without === undefined) return fail(needsFolder(entry));
  const [taken] = (await take(server, { documents: [entry] }))?.documents ?? [];
  if (taken === undefined) return fail(notRead());
  const uri = await openUntitled(languageId, taken.text);
  await showTaken(uri);
  return uri;
}

async function copyInto(
  server: ServerClient,
  entry: LibraryEntry,
  folder: Folder,
  { place: given, company = [] }: LibraryState,
): Promise<Uri | undefined> {
  const destination = destinationOf(entry);
  const place = await placeIn(server, entry, folder);
  if (place === undefined) return fail(notRead());
  const value = given ?? (await destination.propose(entry, place)).value;
  const problem = await destination.problem(value, entry, place);
  if (problem !== undefined) return fail(problem);
  const main = { uri: entry.uri, id: destination.id(value, entry) };
  const taken = await withCompany(server, main, folder, company);
  if (taken === undefined) return fail(notRead());
  const path = destination.path(value, entry);
  if (!(await writeTaken(folder.uri, path, taken)))
    return fail(l10n.t('{0} could not be created. Is the folder writable?', path));
  const uri = Uri.joinPath(folder.uri, path);
  await showTaken(uri);
  return uri;
}

/** A document with the chains that a person wants as well; of each of those, with what it cannot run without. `undefined`: there is no answer. */
async function withCompany(
  server: ServerClient,
  main: TakeParams['documents'][number],
  folder: Folder,
  company: readonly string[],
): Promise<TakeResult | undefined> {
  const ask = (documents: TakeParams['documents']) =>
    take(server, { documents, folder: folder.uri.toString() });
  let documents: TakeParams['documents'] = [main];
  let taken = await ask(documents);
  const declined = new Set(taken?.missing.map(({ uri }) => uri).filter(uri => !company.includes(uri)));
  let wanted = (taken?.missing ?? []).filter(({ uri }) => company.includes(uri));
  while (wanted.length > 0) {
    documents = [...documents, ...wanted.map(({ uri, id }) => ({ uri, id }))];
    taken = await ask(documents);
    wanted = (taken?.missing ?? []).filter(({ uri, as }) => as === 'sub-chain' && !declined.has(uri));
  }
  return taken ?? undefined;
}
