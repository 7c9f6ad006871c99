import { l10n, Uri, window } from 'vscode';
import { chainIdOf, leftAsItIs, newChainSnippet, slug } from '../../../server/src/lsp/protocol.ts';
import { languageId } from '../documents.ts';
import type { Command } from './command.ts';
import { askFolder, askPath, freePath, pathProblem } from './support/chainFile.ts';
import { createFile, fillIn, fillInUntitled } from './support/files.ts';
import { givenTexts } from './support/given.ts';

/** What a caller may give beforehand; what is given is not asked for. */
interface NewChainArguments {
  readonly title?: string;
  /** The URI of a folder. */
  readonly folder?: string;
  /** Below the folder. */
  readonly path?: string;
}

/**
 * Makes a chain in a file of its own, and opens it with the cursor in its first place to fill in. Escape at any step leaves nothing
 * behind; a file that exists is never touched. Without a folder the chain is an untitled document.
 * Gives the chain's URI, or `undefined` where nothing was made.
 */
export const newChain: Command = {
  id: 'skillChains.newChain',
  run: async (_, argument): Promise<Uri | undefined> => {
    const given: NewChainArguments = givenTexts(argument, ['title', 'folder', 'path']);
    const title = given.title ?? (await askTitle());
    if (title === undefined) return undefined;
    const folder =
      given.folder === undefined ? await askFolder() : { uri: Uri.parse(given.folder), name: given.folder };
    if (folder === 'cancelled') return undefined;
    if (folder === undefined) return fillInUntitled(languageId, newChainSnippet(slug(title), title));
    const path =
      given.path ??
      (given.title === undefined
        ? await askPath(folder, title, l10n.t('New Chain'))
        : await freePath(folder.uri, title));
    return path === undefined ? undefined : create(folder.uri, path, title);
  },
};

async function askTitle(): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: l10n.t('New Chain'),
    prompt: l10n.t('What is the chain called? Its id is made of these words.'),
    placeHolder: l10n.t('Data breach response'),
    ignoreFocusOut: true,
    validateInput: text => {
      if (text.trim() === '') return null;
      return slug(text) === ''
        ? l10n.t('Use at least one Latin letter or digit, so that an id can be made of it.')
        : null;
    },
  });
  return title === undefined || title.trim() === '' ? undefined : title.trim();
}

async function create(folder: Uri, path: string, title: string): Promise<Uri | undefined> {
  const problem = await pathProblem(folder, path);
  const uri = Uri.joinPath(folder, path);
  const snippet = newChainSnippet(chainIdOf(path), title);
  if (problem !== undefined || !(await createFile(uri, leftAsItIs(snippet)))) {
    void window.showErrorMessage(
      problem ?? l10n.t('{0} could not be created. Is the folder writable?', path),
    );
    return undefined;
  }
  await fillIn(uri, snippet);
  return uri;
}
