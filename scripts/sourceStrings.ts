/** The words that the client says by `l10n.t`, for those who translate them: read from its sources. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './support/paths.ts';

/** A call of `l10n.t`, up to the text it begins with, which the formatter writes as one literal in quotes. */
const call = /\bl10n\.t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")?/g;

/**
 * Every text, each once, in the order of the files and of their lines.
 * @throws Error where a call does not begin with a text in quotes: nobody could translate that.
 */
export function sourceStrings(): readonly string[] {
  const found = new Set<string>();
  for (const file of globSync('client/src/**/*.ts', { cwd: root }).sort()) {
    for (const [, single, double] of readFileSync(path.join(root, file), 'utf8').matchAll(call)) {
      const written = single ?? double;
      if (written === undefined)
        throw new Error(`${file} calls l10n.t with something else than a text in quotes.`);
      found.add(unescaped(written));
    }
  }
  return [...found];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

const unescaped = (written: string): string =>
  written.replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped);

/** The file that a translation is made from, in the editor's own form: each text with itself. */
export function stringBundle(): string {
  return `${JSON.stringify(Object.fromEntries(sourceStrings().map(text => [text, text])), undefined, 2)}\n`;
}
