/** Where the reference of the language speaks of something: for what writes its pages, and for what links to them. */
import type { RecordDescription } from '../../../../schemas/table.ts';

/** The page of a kind of file, from the root of the repository. */
export const referencePage = (kind: string): string => `docs/language/${kind}.md`;

/** The anchor that Markdown gives a heading: small letters, digits and underscores, hyphens for blanks, nothing else. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9_ -]/g, '')
    .replaceAll(' ', '-');

/** Of the heading `step: needs`. */
export const keyAnchor = ({ name }: RecordDescription, key: string): string => anchor(`${name}: ${key}`);
