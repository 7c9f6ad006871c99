import type { WorkspaceFolder } from 'vscode';
import { InputBoxValidationSeverity, l10n, Uri, window, workspace } from 'vscode';
import { isKebabCase, slug } from '../../../server/src/lsp/protocol.ts';
import { languageId } from '../documents.ts';
import type { Command } from './command.ts';
import { leftAsItIs, newChainSnippet } from './newChainText.ts';
import { createFile, exists, fillIn, openUntitled } from './support/files.ts';
import { givenTexts } from './support/given.ts';

/** What a caller may give beforehand; what is given is not asked for. */
interface NewChainArguments {
  readonly title?: string;
  /** The URI of a folder. */
  readonly folder?: string;
  /** Below the folder. */
  readonly path?: string;
}

const ending = '.chain.yaml';

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
    if (folder === undefined) return openUntitled(languageId, newChainSnippet(slug(title), title));
    const path =
      given.path ??
      (given.title === undefined ? await askPath(folder, title) : await freePath(folder.uri, title));
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

/** `undefined`: no folder is open. */
async function askFolder(): Promise<Pick<WorkspaceFolder, 'uri' | 'name'> | 'cancelled' | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0];
  const placeHolder = l10n.t('Which folder is the chain for?');
  return (await window.showWorkspaceFolderPick({ placeHolder, ignoreFocusOut: true })) ?? 'cancelled';
}

async function askPath(
  folder: Pick<WorkspaceFolder, 'uri' | 'name'>,
  title: string,
): Promise<string | undefined> {
  const value = await freePath(folder.uri, title);
  const name = value.lastIndexOf('/') + 1;
  return window.showInputBox({
    title: l10n.t('New Chain'),
    prompt: l10n.t(
      'Creates {0} in {1}. Change the path if you like; the file name is the id.',
      value,
      folder.name,
    ),
    value,
    valueSelection: [name, value.length - ending.length],
    ignoreFocusOut: true,
    validateInput: async path => {
      const problem = await pathProblem(folder.uri, path);
      if (problem !== undefined) return problem;
      const message = l10n.t('Creates {0} in {1}, a chain with the id {2}.', path, folder.name, idOf(path));
      return { message, severity: InputBoxValidationSeverity.Info };
    },
  });
}

const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.chain\.ya?ml$/, '');

/** Why no chain can be made at `path`; `undefined` where it can. */
async function pathProblem(folder: Uri, path: string): Promise<string | undefined> {
  if (!/\.chain\.ya?ml$/.test(path)) return l10n.t('Let the name end in {0}.', ending);
  if (!isKebabCase(idOf(path))) {
    return l10n.t(
      'Name the file with small letters, digits and hyphens before {0}, such as data-breach-response.',
      ending,
    );
  }
  if (path.split(/[/\\]/).some(part => part === '..' || part === '.' || part === '')) {
    return l10n.t('Write a path below the folder, with single slashes.');
  }
  return (await exists(Uri.joinPath(folder, path)))
    ? l10n.t('This file exists already. Choose another name.')
    : undefined;
}

/** The path that the title suggests, in the folder `chains` where there is one; with a number where the file exists. */
async function freePath(folder: Uri, title: string): Promise<string> {
  const parent = (await exists(Uri.joinPath(folder, 'chains'))) ? 'chains/' : '';
  const id = slug(title);
  for (let number = 1; ; number++) {
    const path = `${parent}${number === 1 ? id : `${id}-${number}`}${ending}`;
    if (!(await exists(Uri.joinPath(folder, path)))) return path;
  }
}

async function create(folder: Uri, path: string, title: string): Promise<Uri | undefined> {
  const problem = await pathProblem(folder, path);
  const uri = Uri.joinPath(folder, path);
  const snippet = newChainSnippet(idOf(path), title);
  if (problem !== undefined || !(await createFile(uri, leftAsItIs(snippet)))) {
    void window.showErrorMessage(
      problem ?? l10n.t('{0} could not be created. Is the folder writable?', path),
    );
    return undefined;
  }
  await fillIn(uri, snippet);
  return uri;
}
