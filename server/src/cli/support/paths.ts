/** Places on the disk: what is there, how they lie to each other and are called, and which folder is the project. */
import { opendir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Host, Misuse } from '../host.ts';
import { codeOf, reasonOf } from './systemErrors.ts';

/**
 * The folder that is one project, absolute. Where none is named, a configuration counts for all that lies below it: so of the folders from the
 * working folder up to that of its repository, the outermost one that has one; else the working folder.
 */
export async function projectFolder(
  { workingFolder }: Pick<Host, 'workingFolder'>,
  named: string | undefined,
): Promise<string> {
  if (named !== undefined) {
    const folder = path.resolve(workingFolder, named);
    const kind = await kindOf(folder);
    if (typeof kind === 'object') throw new Misuse(closed(named, kind));
    if (kind !== 'folder') throw new Misuse(`There is no folder ${named}.`);
    return folder;
  }
  let found = workingFolder;
  for (const at of (await foldersAbove(workingFolder)).folders)
    if ((await kindOf(path.join(at, configurationFile))) === 'file') found = at;
  return found;
}

/** A folder and those above it, the nearest first, up to that of the repository; where there is none, up to the disk's. */
export async function foldersAbove(
  folder: string,
): Promise<{ readonly folders: readonly string[]; readonly isRepository: boolean }> {
  const folders: string[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    folders.push(at);
    const isRepository = (await kindOf(path.join(at, '.git'))) !== undefined;
    if (isRepository || at === path.dirname(at)) return { folders, isRepository };
  }
}

const configurationFile = '.skill-chains.yaml';

/** A path as a person in the working folder would write it. */
export function shortPath({ workingFolder }: Pick<Host, 'workingFolder'>, at: string): string {
  const relative = path.relative(workingFolder, at);
  return relative === '' ? '.' : relative;
}

/** Whether a path is that of a folder, or lies below it. Both are absolute. */
export function isWithin(folder: string, at: string): boolean {
  const way = path.relative(folder, at);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** Something that nobody can say more of, and why. */
export interface Closed {
  readonly reason: string;
}

export const closed = (given: string, { reason }: Closed): string => `${given} cannot be read: ${reason}.`;

/** What is at a path; a folder is one that can be looked into. `undefined`: nothing is there. */
export async function kindOf(at: string): Promise<'file' | 'folder' | 'other' | Closed | undefined> {
  try {
    const facts = await stat(at);
    if (!facts.isDirectory()) return facts.isFile() ? 'file' : 'other';
    await (await opendir(at)).close();
    return 'folder';
  } catch (problem) {
    return ['EACCES', 'EPERM', 'ELOOP'].includes(codeOf(problem)) ? { reason: reasonOf(problem) } : undefined;
  }
}
