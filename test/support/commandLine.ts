/** The command line in this process, in a temporary folder: what it writes, where, and how it ends. */
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packedLibrary } from '../../scripts/libraryPlugin.ts';
import type { Host } from '../../server/src/cli/host.ts';
import { runProgram } from '../../server/src/cli/program.ts';
import { libraryFiles } from './library.ts';

export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  /** What standard input says. */
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** A person looks at both outputs. */
  readonly terminal?: boolean;
  /** How wide their terminal is, in characters. */
  readonly columns?: number | undefined;
  /** Below the folder; default: the folder itself. */
  readonly from?: string;
}

export interface CommandFolder {
  /** Absolute, without links. */
  readonly path: string;
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  write(name: string, content: string | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
}

const temporary: string[] = [];
let program: Promise<string> | undefined;

/** A folder that is made for the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'skill-chains-cli-')));
  temporary.push(folder);
  return folder;
}

/** Where the program would lie, with the library beside it. */
function programFolder(): Promise<string> {
  program ??= temporaryFolder().then(async folder => {
    await writeFile(path.join(folder, 'library.json'), packedLibrary(Object.entries(libraryFiles)));
    return folder;
  });
  return program;
}

/** A temporary folder with files in it, by paths with slashes. */
export async function commandFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<CommandFolder> {
  const folder = await temporaryFolder();
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return {
    path: folder,
    write,
    read: name => readFile(path.join(folder, name), 'utf8'),
    run: async (args, options) => runIn(folder, args, options),
  };
}

/** Runs the program in a folder, which is absolute. */
export async function runIn(
  folder: string,
  args: readonly string[],
  { input = '', environment = {}, terminal = false, columns, from = '' }: RunOptions = {},
): Promise<Ended> {
  const [output, errors]: [string[], string[]] = [[], []];
  let code = 0;
  await runProgram(args, {
    ...silentHost(),
    workingFolder: path.join(folder, from),
    programFolder: await programFolder(),
    environment,
    output: { write: text => output.push(text), isTerminal: terminal, columns },
    errors: { write: text => errors.push(text), isTerminal: terminal, columns },
    readInput: async () => Buffer.from(input),
    exitWith: next => {
      code = Math.max(code, next);
    },
  });
  return { code, output: output.join(''), errors: errors.join('') };
}

/** A host whose program nobody runs. */
export const silentHost = (): Host => ({
  version: '1.2.3',
  workingFolder: tmpdir(),
  programFolder: tmpdir(),
  environment: {},
  output: { write: () => undefined, isTerminal: false },
  errors: { write: () => undefined, isTerminal: false },
  readInput: async () => new Uint8Array(),
  now: () => new Date('2024-01-31T12:15:00Z'),
  exitWith: () => undefined,
});

/** Removes every temporary folder; for `after`. */
export async function removeFolders(): Promise<void> {
  await Promise.all(temporary.splice(0).map(folder => rm(folder, { recursive: true, force: true })));
  program = undefined;
}

/** Entries that stand for ten times as much from line to line, by aliases. */
export const aliasBomb: string = Array.from({ length: 5 }, (_, at) => {
  const items = Array.from({ length: 10 }, () => (at === 0 ? 'x' : `*a${at - 1}`));
  return `x-${at}: &a${at} [${items.join(', ')}]\n`;
}).join('');

/** A chain without findings. */
export const soundChain = (id: string): string => `chain: ${id}
title: Do ${id}
summary: Does what ${id} says.
trigger: Somebody asks.

steps:
  - skill: technical-writer
    do: Write it down
`;
