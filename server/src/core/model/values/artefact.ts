/** Names of artefacts, with an optional contract version: `post-mortem@1`. */
import { isKebabCase, slug, withHumpsApart } from './identifier.ts';
import type { Parsed } from './parsed.ts';
import { quote } from './quantity.ts';

export interface Artefact {
  readonly name: string;
  /** The major version of its contract; `undefined`: any. */
  readonly major: number | undefined;
}

/** Reads the name of an artefact: kebab-case, behind an `@` a whole number. */
export function readArtefact(text: string): Parsed<Artefact> {
  const { name, version } = splitArtefact(text.trim());
  const isMajor = version === undefined || /^\d{1,9}$/.test(version);
  if (isKebabCase(name) && isMajor) {
    return { ok: true, value: { name, major: version === undefined ? undefined : Number(version) } };
  }
  const message = !isKebabCase(name)
    ? `${quote(text)} is not the name of an artefact. Write small letters, digits and hyphens, such as forensic-report or post-mortem@1.`
    : `The version of an artefact is its major number alone, such as ${name}@1.`;
  const goodName = slug(withHumpsApart(name));
  const major = version === undefined ? '' : /^v?(\d{1,9})/i.exec(version)?.[1];
  if (goodName === '' || major === undefined) return { ok: false, message };
  return { ok: false, message, suggestion: major === '' ? goodName : `${goodName}@${major}` };
}

/** `post-mortem, version 1`. */
export const describeArtefact = ({ name, major }: Artefact): string =>
  major === undefined ? name : `${name}, version ${major}`;

/**
 * The name and version of any text, however malformed, so that two texts that are wrong in the same way still match.
 * A version that is no whole number counts as a part of the name.
 */
export function artefactParts(text: string): Artefact {
  const { name, version } = splitArtefact(text.trim());
  if (version === undefined) return { name, major: undefined };
  return /^\d{1,9}$/.test(version)
    ? { name, major: Number(version) }
    : { name: text.trim(), major: undefined };
}

/** Whether what is made may serve where `wanted` is needed: the same name, and no two different versions. */
export const matchesArtefact = (made: Artefact, wanted: Artefact): boolean =>
  made.name === wanted.name &&
  (made.major === undefined || wanted.major === undefined || made.major === wanted.major);

function splitArtefact(text: string): { readonly name: string; readonly version: string | undefined } {
  const at = text.lastIndexOf('@');
  return at < 0
    ? { name: text, version: undefined }
    : { name: text.slice(0, at).trimEnd(), version: text.slice(at + 1).trimStart() };
}
