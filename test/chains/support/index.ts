/** Which files the library has or is to have, as facts/index.json settles it. */
import index from '../facts/index.json' with { type: 'json' };

export interface LibraryEntry {
  /** What the file says its id is. */
  readonly id: string;
  /** From the folder of the library. */
  readonly file: string;
  readonly title: string;
}

export interface ChainEntry extends LibraryEntry {
  readonly category: string;
  /** The source document and what it calls the chain. */
  readonly source: string;
}

export const chainEntries: readonly ChainEntry[] = index.chains;
export const suiteEntries: readonly LibraryEntry[] = index.suites;
export const planEntries: readonly LibraryEntry[] = index.plans;

export const allEntries: readonly LibraryEntry[] = [...chainEntries, ...suiteEntries, ...planEntries];
