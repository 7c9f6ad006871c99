/** Writing files, so that nothing a person wrote is lost: all or nothing, and never in the place of what was not read. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decode } from '../../files/decode.ts';
import { isWithin } from './paths.ts';
import { codeOf, reasonOf } from './systemErrors.ts';

/** Why a file was left as it is, to go on behind its name. */
export type Refusal = string;

/**
 * Replaces the text of a file, at once or not at all. A byte order mark and the file's mode stay.
 * @param before The text that the new one was made from; where the file has another by now, it is left alone.
 * @param roots Absolute; a file that really lies outside of all of them, behind a link, is left alone.
 * @returns `undefined`: done.
 */
export async function replaceText(
  at: string,
  before: string,
  after: string,
  roots: readonly string[],
): Promise<Refusal | undefined> {
  try {
    const real = await realpath(at);
    const realRoots = await Promise.all(roots.map(root => realpath(root)));
    if (!realRoots.some(root => isWithin(root, real))) return 'leads out of the project';
    const bytes = await readFile(real);
    if (decode(bytes) !== before) return 'has changed meanwhile';
    const mark = markIn(bytes);
    // What was read as a replacement character would be written as one.
    if (!Buffer.from(mark + before).equals(bytes)) return 'has bytes that are no UTF-8';
    await access(real, constants.W_OK);
    await writeWhole(real, mark + after, (await stat(real)).mode);
    return undefined;
  } catch (problem) {
    return cannotBeWritten(problem);
  }
}

/** The byte order mark of UTF-8 that a file begins with; `''` where it has none. */
export const markIn = ([first, second, third]: Uint8Array): string =>
  first === 0xef && second === 0xbb && third === 0xbf ? '\uFEFF' : '';

/**
 * Makes a file, with the folders it needs. What exists is never touched.
 * @param root Absolute. The file must really lie below it, whatever links its folders are.
 */
export async function createText(at: string, text: string, root: string): Promise<Refusal | undefined> {
  try {
    if (!isWithin(await realpath(root), await realFolder(path.dirname(at))))
      return 'leads out of the project';
    await mkdir(path.dirname(at), { recursive: true });
    const file = await open(at, 'wx');
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    return undefined;
  } catch (problem) {
    return codeOf(problem) === 'EEXIST' ? 'exists already' : cannotBeWritten(problem);
  }
}

/** Writes what a person asked to have in a file of that name, at once or not at all; into a device or a pipe as any program does. */
export async function writeOutput(at: string, text: string): Promise<Refusal | undefined> {
  try {
    const facts = await stat(at).catch(() => undefined);
    if (facts?.isDirectory() === true) return 'is a folder';
    if (facts !== undefined && !facts.isFile()) await writeFile(at, text);
    else {
      const target = facts === undefined ? at : await realpath(at);
      await writeWhole(target, text, facts?.mode ?? 0o666 & ~process.umask());
    }
    return undefined;
  } catch (problem) {
    return cannotBeWritten(problem);
  }
}

/** Writes beside the file and then renames: who reads it, sees the old text or the new one, whatever happens in between. */
async function writeWhole(at: string, text: string, mode: number): Promise<void> {
  const beside = path.join(path.dirname(at), `.${path.basename(at)}.${randomBytes(6).toString('hex')}.tmp`);
  const release = holdSignals();
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, at);
  } catch (problem) {
    await unlink(beside).catch(() => undefined);
    throw problem;
  } finally {
    await release();
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Until it is released, what would end the process waits: a file in the making would be left behind. */
function holdSignals(): () => Promise<void> {
  let held: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    held = signal;
  };
  for (const signal of signals) process.on(signal, hold);
  return async () => {
    // A signal is heard in the turn after the one it came in.
    await new Promise(resolve => setImmediate(resolve));
    for (const signal of signals) process.off(signal, hold);
    if (held !== undefined) process.kill(process.pid, held);
  };
}

/** Where the nearest folder that exists really is. */
async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : path.join(await realFolder(parent), path.basename(folder));
  }
}

const cannotBeWritten = (problem: unknown): Refusal => `cannot be written: ${reasonOf(problem)}`;
