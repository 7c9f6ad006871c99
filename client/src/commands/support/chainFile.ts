/** The file that a new chain goes to: in which folder, and under which name. */
import type { WorkspaceFolder } from 'vscode';
import { InputBoxValidationSeverity, l10n, Uri, window, workspace } from 'vscode';
import { chainIdOf, isKebabCase, slug } from '../../../../server/src/lsp/protocol.ts';
import { exists } from './files.ts';

const ending = '.chain.yaml';

export type Folder = Pick<WorkspaceFolder, 'uri' | 'name'>;

/** `undefined`: no folder is open. */
export async function askFolder(): Promise<Folder | 'cancelled' | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0];
  const placeHolder = l10n.t('Which folder is the chain for?');
  return (await window.showWorkspaceFolderPick({ placeHolder, ignoreFocusOut: true })) ?? 'cancelled';
}

/**
 * Asks for the path below a folder, and takes none where a chain cannot be made.
 * @param title What the name is made of.
 * @param heading The title of the box.
 */
export async function askPath(folder: Folder, title: string, heading: string): Promise<string | undefined> {
  const value = await freePath(folder.uri, title);
  const name = value.lastIndexOf('/') + 1;
  return window.showInputBox({
    title: heading,
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
      const message = l10n.t(
        'Creates {0} in {1}, a chain with the id {2}.',
        path,
        folder.name,
        chainIdOf(path),
      );
      return { message, severity: InputBoxValidationSeverity.Info };
    },
  });
}

/** Why no chain can be made at `path`; `undefined` where it can. */
export async function pathProblem(
  folder: Uri,
  path: string,
  taken: ReadonlySet<string> = new Set(),
): Promise<string | undefined> {
  if (!/\.chain\.ya?ml$/.test(path)) return l10n.t('Let the name end in {0}.', ending);
  if (!isKebabCase(chainIdOf(path))) {
    return l10n.t(
      'Name the file with small letters, digits and hyphens before {0}, such as data-breach-response.',
      ending,
    );
  }
  if (path.split(/[/\\]/).some(part => part === '..' || part === '.' || part === '')) {
    return l10n.t('Write a path below the folder, with single slashes.');
  }
  if (taken.has(chainIdOf(path)))
    return l10n.t('Another chain of this folder has the id {0}. Choose another name.', chainIdOf(path));
  return (await exists(Uri.joinPath(folder, path)))
    ? l10n.t('This file exists already. Choose another name.')
    : undefined;
}

/** The path that the title suggests, in the folder `chains` where there is one; with a number where the file or its id is taken. */
export async function freePath(
  folder: Uri,
  title: string,
  taken: ReadonlySet<string> = new Set(),
): Promise<string> {
  const parent = (await exists(Uri.joinPath(folder, 'chains'))) ? 'chains/' : '';
  const id = slug(title);
  for (let number = 1; ; number++) {
    const path = `${parent}${number === 1 ? id : `${id}-${number}`}${ending}`;
    if (!taken.has(chainIdOf(path)) && !(await exists(Uri.joinPath(folder, path)))) return path;
  }
}
