/** Making a file that was not there before. */
import path from 'node:path';
import type { Command } from 'commander';
import { type Host, Misuse } from '../host.ts';
import { createText } from './files.ts';
import { rootOption } from './options.ts';
import { shortPath } from './paths.ts';
import { shown } from './words.ts';

export interface NewFileOptions {
  readonly path?: string;
  readonly dryRun?: boolean;
  readonly root?: string;
}

export const newFileOptions = (command: Command): Command =>
  command
    .option('--path <path>', "where it goes, below the project's folder (default: where such files are)")
    .option('--dry-run', 'write nothing; print what would be written, and where')
    .addOption(rootOption());

export interface NewFile {
  /** Absolute. */
  readonly root: string;
  /** Below the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Makes it and prints its path, or prints what would be made. */
export async function make(host: Host, file: NewFile, { dryRun }: NewFileOptions): Promise<void> {
  const at = path.join(file.root, ...file.path.split('/'));
  const name = shown(shortPath(host, at));
  if (dryRun === true) {
    host.errors.write(`Would make ${name}:\n`);
    host.output.write(file.text);
    return;
  }
  const refusal = await createText(at, file.text, file.root);
  if (refusal !== undefined) throw new Misuse(`${name} ${refusal}.`);
  host.output.write(`${name}\n`);
}
