/** Where the facts lie, and how they and the library are read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/paths.ts';
import type { Fact, FileFacts } from './fact.ts';
import { isMapping, type Mapping, mappings } from './turns.ts';

export const factsFolder = path.join(root, 'test/chains/facts');
const library = path.join(root, 'chains');

export interface IndexEntry {
  readonly id: string;
  /** From the folder of the library. */
  readonly file: string;
  readonly title: string;
  /** The source document and what it calls the piece. */
  readonly source: string;
}

export interface Index {
  readonly chains: readonly (IndexEntry & { readonly category: string })[];
  readonly suites: readonly IndexEntry[];
  readonly plans: readonly IndexEntry[];
}

/** What was settled by hand about one file. */
export interface Settlement extends Partial<Omit<FileFacts, 'id'>> {
  /** The notes of docs/library-notes.md that say why. */
  readonly notes?: readonly string[];
  /** Ids of derived facts that do not hold. */
  readonly drop?: readonly string[];
  /** Facts instead of those, or besides. */
  readonly facts?: readonly Fact[];
}

const json = (name: string): string => readFileSync(path.join(factsFolder, name), 'utf8');

export function readIndex(): Index {
  return JSON.parse(json('index.json'));
}

export function readSettled(): Readonly<Record<string, Settlement>> {
  return JSON.parse(json('settled.json'));
}

/** All committed facts, in the order of their files. */
export function readFacts(): readonly FileFacts[] {
  return readdirSync(path.join(factsFolder, 'files')).flatMap((name): readonly FileFacts[] =>
    JSON.parse(json(path.join('files', name))),
  );
}

export function allEntries({ chains, suites, plans }: Index): readonly IndexEntry[] {
  return [...chains, ...suites, ...plans];
}

/** A file of the library as plain values; `undefined` where it is not written yet. */
export function readLibraryFile(file: string): Mapping | undefined {
  const from = path.join(library, file);
  if (!existsSync(from)) return undefined;
  const value: unknown = parse(readFileSync(from, 'utf8'));
  return isMapping(value) ? value : {};
}

/** Gives the id of a skill or team by any spelling that the catalogue has; what it has not comes back as it is. */
export function skillIds(): (spelling: string) => string {
  const { skills } = readLibraryFile('skill-chains.skills.yaml') ?? {};
  const ids = new Map<string, string>();
  for (const [id, skill] of Object.entries(isMapping(skills) ? skills : {})) {
    for (const { title, aliases } of mappings([skill])) {
      for (const name of [id, title, ...(Array.isArray(aliases) ? aliases : [])]) {
        ids.set(String(name).toLowerCase(), id);
      }
    }
  }
  return spelling => ids.get(spelling.toLowerCase()) ?? spelling;
}
