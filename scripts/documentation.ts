/** The pages of documentation that hold generated parts, read from the repository and brought up to date. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../schemas/generated/table.ts';
import { rules } from '../server/src/core/rules/index.ts';
import { coverage } from '../test/language/support/coverage.ts';
import { commandSections } from './commandLineTables.ts';
import {
  commandsTable,
  localize,
  type Manifest,
  replaceGenerated,
  rulePages,
  rulesTable,
  settingsTable,
} from './documentationTables.ts';
import { fixturesPage, fixtureTables } from './languageFixtures.ts';
import { languagePages } from './languageReference.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

interface Page {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  /** The name of each generated part, with its text. */
  readonly parts: (manifest: Manifest) => Readonly<Record<string, string>>;
}

const pages: readonly Page[] = [
  {
    path: 'README.md',
    parts: manifest => ({
      settings: settingsTable(manifest),
      commands: commandsTable(manifest),
      rules: rulesTable(rules, 'docs/rules.md'),
    }),
  },
  { path: 'docs/command-line.md', parts: () => ({ commands: commandSections() }) },
  { path: 'docs/rules.md', parts: () => ({ rules: rulePages(rules) }) },
  { path: fixturesPage, parts: () => fixtureTables(coverage(), table, languagePages(table)) },
];

/** Every page, path to contents, with its generated parts as they should be. Writes none. */
export function documentationFiles(): ReadonlyMap<string, string> {
  const manifest = localize(read('package.json'), JSON.parse(read('package.nls.json')));
  return new Map([
    ...languagePages(table),
    ...pages.map(({ path, parts }): [string, string] => {
      const page = read(path);
      return [
        path,
        Object.entries(parts(manifest)).reduce(
          (text, [name, body]) => replaceGenerated(text, name, body),
          page,
        ),
      ];
    }),
  ]);
}
