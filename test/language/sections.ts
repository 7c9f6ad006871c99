/**
 * What the language says, sentence by sentence, as far as a file can follow it or go against it. Each has fixtures on the page of
 * `pages/` that is named here, and its place in the reference. The keys are not listed: they come from the schemas.
 */
import { table } from '../../schemas/generated/table.ts';

/**
 * What the fixtures of a sentence show. `both`: how it is followed, and what is found where it is not. `behaviour`: nothing can go
 * against it, so its fixtures say what follows from it. `right` and `wrong`: its other half is that of the section beside it.
 */
export type Proof = 'both' | 'behaviour' | 'right' | 'wrong';

export interface Section {
  readonly id: string;
  /** The file in `pages/`. */
  readonly page: string;
  /** The page of the reference and the anchor there, from the root of the repository. */
  readonly reference: string;
  readonly proof: Proof;
}

type Listed = readonly [id: string, reference: string, proof?: Proof];

const rules = 'docs/rules.md';

const listed: Readonly<Record<string, readonly Listed[]>> = {
  'documents.md': [
    ['programme-of-33-plans', 'docs/language/programmes.md#suites', 'wrong'],
    ['urgent-item-where-it-belongs', `${rules}#needs-later-phase`, 'wrong'],
    ['score-between-the-routes', `${rules}#decision-without-otherwise`, 'wrong'],
    ['week-within-a-window', `${rules}#windows-overlap`, 'wrong'],
    ['windows-that-meet', `${rules}#windows-overlap`, 'right'],
    ['one-skill-in-two-spellings', `${rules}#similar-skill-names`],
    ['spelling-that-no-catalogue-has', `${rules}#unknown-skill`, 'wrong'],
  ],
};

export const sections: readonly Section[] = Object.entries(listed).flatMap(([page, entries]) =>
  entries.map(([id, reference, proof = 'both']) => ({ id, page, reference, proof })),
);

/** A key of a record, as `step.needs`. */
export const languageKeys: readonly string[] = Object.values(table.records).flatMap(({ name, keys }) =>
  keys.map(({ key }) => `${name}.${key}`),
);

/** The section that tries the keys of a record. */
export const keysSection = (record: string): string => `keys-of-${record}`;

/** Keys that nothing can go against, with the reason. */
export const unbreakableKeys: Readonly<Record<string, string>> = {
  'plan-input.default': 'any value is one',
};
