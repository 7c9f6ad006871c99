/** The folder that documents of a kind are kept in, as the files of a workspace folder and the person's settings say. */
import type { Uri } from 'vscode';
import { extensions, l10n, workspace } from 'vscode';
import {
  type DocumentKind,
  type FolderFile,
  type FoundFolder,
  findFolder,
  folderFiles,
  otherBranches,
  settingsSection,
  usualFolders,
} from '../../../../server/src/lsp/protocol.ts';
import { textSetting } from '../../settings.ts';
import { below, exists, fileNames, readText } from './files.ts';
import { type Git, gitOf } from './git.ts';

/** A workspace folder, or any other that a caller names. */
export interface Root {
  readonly uri: Uri;
  readonly name: string;
}

/** What a new document's neighbours tell. */
export interface DocumentFolder extends FoundFolder {
  readonly root: Root;
  /** The names of the files in it, here and on other branches. */
  readonly names: readonly string[];
}

const settingOf = { adr: 'decisions.folder', 'post-mortem': 'postMortems.folder' } as const;

export async function documentFolder(kind: DocumentKind, root: Root): Promise<DocumentFolder> {
  const { uri } = root;
  const files: Partial<Record<FolderFile, string>> = {};
  for (const file of kind === 'adr' ? folderFiles : []) {
    const text = await readText(below(uri, file));
    if (text !== undefined) files[file] = text;
  }
  const existing: string[] = [];
  for (const path of usualFolders[kind]) if (await exists(below(uri, path))) existing.push(path);
  const setting = textSetting(workspace.getConfiguration(settingsSection, uri), settingOf[kind]);
  const found = findFolder(kind, { setting, files, existing });
  const folder = below(uri, found.path);
  const deadline = Date.now() + otherBranches.time;
  const isLate = (): boolean => Date.now() > deadline;
  const names = await Promise.all([fileNames(folder), git().namesOnBranches(folder, isLate)]);
  return { ...found, root, names: [...new Set(names.flat())] };
}

/** Who writes: by the Git extension, else by the setting; `undefined`: neither tells. */
export async function author(folder: Uri | undefined): Promise<string | undefined> {
  const known = folder === undefined ? undefined : await git().author(folder);
  const setting = textSetting(workspace.getConfiguration(settingsSection, folder), 'author').trim();
  return known ?? (setting === '' ? undefined : setting);
}

/** As it is now: the Git extension starts by itself, in its own time. */
function git(): Git {
  const extension = extensions.getExtension<unknown>('vscode.git');
  return gitOf(extension?.isActive === true ? extension.exports : undefined);
}

/** Why a document goes where it goes, in a sentence or two. */
export function folderReason(kind: DocumentKind, { path, reason, refused }: FoundFolder): string {
  const setting = `${settingsSection}.${settingOf[kind]}`;
  const where = path === '' ? '.' : path;
  const because = {
    setting: l10n.t('The setting {0} says so.', setting),
    existing: l10n.t('The folder {0} is there already.', where),
    usual: l10n.t('The folder {0} is the usual one; the setting {1} names another.', where, setting),
    '.adr-dir': l10n.t('The file {0} says so.', '.adr-dir'),
    '.log4brains.yml': l10n.t('The file {0} says so.', '.log4brains.yml'),
    'adrs.toml': l10n.t('The file {0} says so.', 'adrs.toml'),
  }[reason];
  if (refused === undefined) return because;
  const written = refused.written.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, longestShown);
  const no =
    refused.reason === 'setting'
      ? l10n.t(
          'The setting {0} names {1}, which is not a path below the folder, so it is not used.',
          setting,
          written,
        )
      : l10n.t(
          'The file {0} names {1}, which is not a path below the folder, so it is not used.',
          refused.reason,
          written,
        );
  return `${no} ${because}`;
}

/** Of a path that is refused, in UTF-16 units: enough to know it again. */
const longestShown = 100;
