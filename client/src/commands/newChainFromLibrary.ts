import { l10n, Uri, window, workspace } from 'vscode';
import {
  type ChainSummary,
  chainsMethod,
  type LibraryChain,
  libraryChainsMethod,
  type TakeParams,
  type TakeResult,
  takeMethod,
} from '../../../server/src/lsp/protocol.ts';
import { languageId } from '../documents.ts';
import type { ServerClient } from '../languageClient.ts';
import type { Command, CommandContext } from './command.ts';
import { askFolder, askPath, type Folder, freePath, idOf, pathProblem } from './support/chainFile.ts';
import { chainUri } from './support/chainUri.ts';
import { givenTexts } from './support/given.ts';
import { askCompany, askLibraryChain } from './support/libraryPick.ts';
import { showTaken, writeTaken } from './support/takenFiles.ts';

/** What a caller may give beforehand; what is given is not asked for. */
interface LibraryArguments {
  /** The id of a chain of the library. */
  readonly id?: string;
  /** The URI of a folder. */
  readonly folder?: string;
  /** Below the folder. */
  readonly path?: string;
}

/**
 * Makes a chain of one's own from one of the library, with the skills that the workspace lacks, in one edit. Escape at any step leaves
 * nothing behind; a file that exists is never touched. Without a folder the chain is an untitled document. An item of the tree of chains
 * names its chain; with an `id` nothing is asked.
 * Gives the chain's URI, or `undefined` where nothing was made.
 */
export const newChainFromLibrary: Command = {
  id: 'skillChains.newFromLibrary',
  run: async (context, argument): Promise<Uri | undefined> => {
    const given: LibraryArguments = givenTexts(argument, ['id', 'folder', 'path']);
    const chains = await context.server.request<readonly LibraryChain[]>(libraryChainsMethod);
    if (chains === undefined || chains.length === 0)
      return fail(l10n.t('The library could not be read. The log says more.'));
    const named = namedChain(context, chains, argument, given.id);
    if (named === undefined && given.id !== undefined)
      return fail(l10n.t('The library has no chain with the id {0}.', given.id));
    const chain = named ?? (await askLibraryChain(chains, context.graphs));
    if (chain === undefined) return undefined;
    const isAsked = given.id === undefined;
    const folder = given.folder === undefined ? await folderFor(isAsked) : rootAt(given.folder);
    if (folder === 'cancelled') return undefined;
    if (folder === undefined) return openCopy(context.server, chain);
    return copyInto(context.server, chain, folder, given.path, isAsked);
  },
};

const fail = (message: string): undefined => {
  void window.showErrorMessage(message);
};

function namedChain(
  context: CommandContext,
  chains: readonly LibraryChain[],
  argument: unknown,
  id: string | undefined,
): LibraryChain | undefined {
  if (id !== undefined) return chains.find(chain => chain.id === id);
  // What a person looks at is no answer to what they want from the library, unless they look at it there.
  const uri = argument === undefined ? undefined : chainUri(context, argument);
  return chains.find(chain => chain.uri === uri?.toString());
}

const rootAt = (address: string): Folder => ({ uri: Uri.parse(address), name: address });

/** Whoever calls without asking means the first folder. */
const folderFor = async (isAsked: boolean): Promise<Folder | 'cancelled' | undefined> =>
  isAsked ? askFolder() : workspace.workspaceFolders?.[0];

const take = (server: ServerClient, params: TakeParams): Promise<TakeResult | null | undefined> =>
  server.request<TakeResult | null>(takeMethod, params);

async function openCopy(server: ServerClient, { uri, id }: LibraryChain): Promise<Uri | undefined> {
  const [chain] = (await take(server, { chains: [{ uri, id }] }))?.chains ?? [];
  if (chain === undefined) return fail(l10n.t('The library could not be read. The log says more.'));
  const document = await workspace.openTextDocument({ language: languageId, content: chain.text });
  await showTaken(document.uri);
  return document.uri;
}

async function copyInto(
  server: ServerClient,
  chain: LibraryChain,
  folder: Folder,
  given: string | undefined,
  isAsked: boolean,
): Promise<Uri | undefined> {
  const heading = l10n.t('New Chain from Library');
  const ids = await idsIn(server, folder.uri);
  const path =
    given ??
    (isAsked ? await askPath(folder, chain.id, heading, ids) : await freePath(folder.uri, chain.id, ids));
  if (path === undefined) return undefined;
  const problem = await pathProblem(folder.uri, path, ids);
  if (problem !== undefined) return fail(problem);
  const main = { uri: chain.uri, id: idOf(path) };
  const taken = await withCompany(server, main, folder, isAsked);
  if (taken === undefined) return undefined;
  if (taken === null) return fail(l10n.t('The library could not be read. The log says more.'));
  const uri = Uri.joinPath(folder.uri, path);
  if (!(await writeTaken(folder.uri, path, taken)))
    return fail(l10n.t('{0} could not be created. Is the folder writable?', path));
  await showTaken(uri);
  return uri;
}

/** The ids that chains below a folder have. */
async function idsIn(server: ServerClient, folder: Uri): Promise<ReadonlySet<string>> {
  const chains = (await server.request<readonly ChainSummary[]>(chainsMethod)) ?? [];
  const owner = (uri: Uri): string | undefined => workspace.getWorkspaceFolder(uri)?.uri.toString();
  const own = owner(folder);
  return new Set(chains.filter(({ uri }) => owner(Uri.parse(uri)) === own).map(({ id }) => id));
}

/**
 * The chain with those it names and a person wants as well; of each of those, with what it cannot run without. `undefined`: the person
 * left. `null`: the library gives no answer.
 */
async function withCompany(
  server: ServerClient,
  main: TakeParams['chains'][number],
  folder: Folder,
  isAsked: boolean,
): Promise<TakeResult | null | undefined> {
  const ask = (chains: TakeParams['chains']) => take(server, { chains, folder: folder.uri.toString() });
  let chains: TakeParams['chains'] = [main];
  let taken = await ask(chains);
  if (taken == null || taken.missing.length === 0 || !isAsked) return taken ?? null;
  const chosen = await askCompany(taken.missing);
  if (chosen === undefined) return undefined;
  const declined = new Set(taken.missing.map(({ uri }) => uri).filter(uri => !chosen.includes(uri)));
  let wanted = taken.missing.filter(({ uri }) => chosen.includes(uri));
  while (wanted.length > 0) {
    chains = [...chains, ...wanted.map(({ uri, id }) => ({ uri, id }))];
    taken = await ask(chains);
    wanted = (taken?.missing ?? []).filter(({ uri, as }) => as === 'sub-chain' && !declined.has(uri));
  }
  return taken ?? null;
}
