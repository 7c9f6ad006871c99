/** The project's own sources as text, for tests that read the repository. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

/** What Git knows or would add, by path from the root with forward slashes. */
export const trackedFiles = (): readonly string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(file => file !== '');

export const readSource = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** One import of a file: the module as written, and the file it names where it is the project's own. */
export interface Import {
  readonly specifier: string;
  readonly file: string | undefined;
}

/** All that a file imports or re-exports, types included: a bundler's report would leave those out. */
export function importsOf(file: string): readonly Import[] {
  const found = readSource(file).matchAll(
    /(?:^(?:import|export|\}).*\bfrom|^import) '([^'\n]+)'(?: with .*)?;$|\bimport\('([^'\n]+)'\)/gm,
  );
  return [...found].map(([, fixed, loaded]) => {
    const specifier = fixed ?? loaded ?? '';
    const own = specifier.startsWith('.');
    return {
      specifier,
      file: own ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)) : undefined,
    };
  });
}
