/**
 * Writes every file that is derived from another one: `npm run generate`. A test compares what is committed with
 * what this makes. To add a file, add an entry to `generators`; a page of documentation with a generated part belongs
 * into `documentation.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeSchemas } from '../schemas/describe.ts';
import { jsonSchemaOf } from '../schemas/jsonSchema.ts';
import { kinds } from '../schemas/kinds.ts';
import { stringBundle } from './sourceStrings.ts';

interface Generator {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  /** The whole file. It must depend on the repository's sources alone: no clock, no environment. */
  readonly contents: () => string;
}

const generators: readonly Generator[] = [
  { path: 'schemas/generated/table.ts', contents: tableModule },
  { path: 'l10n/bundle.l10n.json', contents: stringBundle },
  ...kinds.map(kind => ({
    path: `schemas/generated/${kind.kind}.schema.json`,
    contents: () => `${JSON.stringify(jsonSchemaOf(kind), undefined, 2)}\n`,
  })),
];

/** Every generated file, path to contents, without writing any. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map(generators.map(({ path, contents }) => [path, contents()]));
}

function tableModule(): string {
  return `/** Made by scripts/generate.ts from the zod schemas in this folder's parent. Do not edit: run \`npm run generate\`. */
import type { Table } from '../table.ts';

export const table: Table = ${JSON.stringify(describeSchemas(), undefined, 2)};
`;
}

if (import.meta.main) {
  write(generatedFiles());
  // The documentation comes from the rules, which read the table that was just written: so it is loaded only now.
  const { documentationFiles } = await import('./documentation.ts');
  write(documentationFiles());
}

function write(files: ReadonlyMap<string, string>): void {
  const root = join(import.meta.dirname, '..');
  for (const [path, contents] of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
    console.log(path);
  }
}
