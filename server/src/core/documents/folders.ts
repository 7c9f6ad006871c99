/**
 * In which folder documents of a kind are kept, and why: what a setting or another tool's file says, else a folder that is there, else the
 * usual one. A folder that would lie outside of the workspace folder is refused, whoever names it.
 *
 * Sources of the formats: adr-tools keeps the folder's path in `.adr-dir`; Log4brains under `adrFolder` in `.log4brains.yml`; adrs under
 * `adr_dir` in `adrs.toml`.
 */
import type { DocumentKind } from './kinds.ts';

/** The files of other tools that name the folder of decision records, in the order in which they count. */
export const folderFiles = ['.adr-dir', '.log4brains.yml', 'adrs.toml'] as const;
export type FolderFile = (typeof folderFiles)[number];

/** Why a folder was chosen. `existing`: it is there; `usual`: nothing says anything. */
export type FolderReason = 'setting' | FolderFile | 'existing' | 'usual';

/** What is known of a workspace folder; paths count from it, without a slash at the end. */
export interface FolderFacts {
  /** The person's setting; empty: none. */
  readonly setting: string;
  /** The texts of those of `folderFiles` that are there. */
  readonly files: Readonly<Partial<Record<FolderFile, string>>>;
  /** Which of `usualFolders` are there. */
  readonly existing: readonly string[];
}

export interface FoundFolder {
  /** Below the workspace folder; `''` is that folder itself. */
  readonly path: string;
  readonly reason: FolderReason;
  /** The first folder that was named and refused, as written, and who named it. */
  readonly refused?: { readonly reason: FolderReason; readonly written: string };
}

/** Where documents of a kind usually are; of those that exist the first counts, of none the first of all. */
export const usualFolders: Readonly<Record<DocumentKind, readonly string[]>> = {
  adr: ['docs/adr', 'docs/decisions', 'doc/adr'],
  'post-mortem': ['docs/post-mortems', 'docs/postmortems', 'post-mortems', 'postmortems'],
};

export function findFolder(kind: DocumentKind, { setting, files, existing }: FolderFacts): FoundFolder {
  const named: readonly (readonly [FolderReason, string | undefined])[] = [
    ['setting', setting.trim() === '' ? undefined : setting],
    ...(kind === 'adr'
      ? folderFiles.map((file): [FolderReason, string | undefined] => [file, folderIn(file, files[file])])
      : []),
  ];
  let refused: FoundFolder['refused'];
  for (const [reason, written] of named) {
    if (written === undefined) continue;
    const path = pathBelow(written);
    if (path !== undefined) return { path, reason, ...(refused && { refused }) };
    refused ??= { reason, written };
  }
  const usual = usualFolders[kind];
  const there = usual.find(path => existing.includes(path));
  const found: FoundFolder =
    there === undefined ? { path: usual[0] ?? 'docs', reason: 'usual' } : { path: there, reason: 'existing' };
  return { ...found, ...(refused && { refused }) };
}

/** The folder that a tool's file names, as written there; `undefined` where it names none. */
function folderIn(file: FolderFile, text: string | undefined): string | undefined {
  const forms: Readonly<Record<FolderFile, RegExp>> = {
    '.adr-dir': /^\uFEFF?([^\r\n]*\S)/u,
    '.log4brains.yml': /^[ \t]+adrFolder:[ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s#][^\r\n#]*))/mu,
    'adrs.toml': /^[ \t]*adr_dir[ \t]*=[ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)')/mu,
  };
  const found = text === undefined ? null : forms[file].exec(text.slice(0, longestFile));
  const written = found?.slice(1).find(each => each !== undefined);
  return written === undefined || written.trim() === '' ? undefined : written.trim();
}

/** In UTF-16 units; these files have a few lines. */
const longestFile = 20_000;

/**
 * A path below the workspace folder with single slashes (`./a//b/` is `a/b`); `undefined` where it is absolute, of another system,
 * leads out, or holds a character that no path should.
 */
export function pathBelow(written: string): string | undefined {
  const text = written.trim();
  if (/^[/~]|^[A-Za-z]:|[\\\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) return undefined;
  const parts: string[] = [];
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
