/** Where what a command makes goes: to standard output, or into a file that is named. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { isProjectFile } from '../../core/index.ts';
import { type Host, Misuse } from '../host.ts';
import { writeOutput } from './files.ts';
import { shortPath } from './paths.ts';
import { shown } from './words.ts';

export const outputOption = (): Option =>
  new Option(
    '-o, --output <file>',
    'write it there instead of to standard output; a file that is there is replaced',
  );

/** Whether `--output` names a file: a dash is standard output, as it is where there is none. */
export const isToFile = (output: string | undefined): output is string =>
  output !== undefined && output !== '-';

/**
 * Writes what was made of documents. It can be made again and what a person wrote cannot, so no document is replaced: a `Misuse` then.
 * @param sources What it was made of, absolute.
 */
export async function writeMade(
  host: Host,
  output: string | undefined,
  text: string,
  sources: readonly (string | undefined)[] = [],
): Promise<void> {
  if (!isToFile(output)) return host.output.write(text);
  const at = path.resolve(host.workingFolder, output);
  const name = shown(shortPath(host, at));
  if (isProjectFile(path.basename(at)) || /\.ya?ml$/iu.test(at) || (await isOneOf(at, sources)))
    throw new Misuse(`${name} may be a document that somebody wrote; name another file.`);
  const refusal = await writeOutput(at, text);
  if (refusal !== undefined) throw new Misuse(`${name} ${refusal}.`);
}

/** Whether a file really is one of some others, behind whatever links. */
async function isOneOf(at: string, others: readonly (string | undefined)[]): Promise<boolean> {
  const real = await realpath(at).catch(() => undefined);
  if (real === undefined) return false;
  for (const other of others)
    if (other !== undefined && real === (await realpath(other).catch(() => other))) return true;
  return false;
}
