/**
 * Semantic versions and ranges of them, after semver.org and the range grammar that package managers share.
 * A reader of its own: the `semver` package is as large as all readers of this folder together, and reads far more.
 */
import type { Parsed } from './parsed.ts';
import { longestValue, quote } from './quantity.ts';

export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** The parts of `rc.1`; empty for a release. */
  readonly prerelease: readonly (string | number)[];
}

/** `version` is compared with the one given. */
interface Bound {
  readonly comparator: '<' | '<=' | '=' | '>=' | '>';
  readonly version: Version;
}

/** Alternatives, of which one must hold; each is a list of bounds that must all hold (none: any release). */
export interface VersionRange {
  readonly text: string;
  readonly alternatives: readonly (readonly Bound[])[];
}

const number = '0|[1-9]\\d{0,8}';
const tail = '(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?';
const versionForm = new RegExp(`^(${number})\\.(${number})\\.(${number})${tail}$`);
const partialForm = new RegExp(
  `^v?(${number}|[xX*])(?:\\.(${number}|[xX*])(?:\\.(${number}|[xX*])${tail})?)?$`,
);

/** Reads a version: three numbers, then perhaps a pre-release and build metadata. */
export function readVersion(text: string): Parsed<Version> {
  const written = text.trim();
  const parts = written.length > longestValue ? null : versionForm.exec(written);
  const prerelease = parts === null ? undefined : readPrerelease(parts[4]);
  if (parts !== null && prerelease !== undefined) {
    return {
      ok: true,
      value: { major: Number(parts[1]), minor: Number(parts[2]), patch: Number(parts[3]), prerelease },
    };
  }
  const message = `${quote(text)} is not a version. Write three numbers with dots between them, such as 1.2.0.`;
  const loose = /^v?\s*0*(\d{1,9})(?:\.0*(\d{1,9}))?(?:\.0*(\d{1,9}))?$/i.exec(written);
  return loose === null
    ? { ok: false, message }
    : { ok: false, message, suggestion: `${loose[1]}.${loose[2] ?? 0}.${loose[3] ?? 0}` };
}

export const describeVersion = ({ major, minor, patch, prerelease }: Version): string =>
  `${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`;

/** Reads a range: `^1`, `~1.2`, `>=1 <2`, `1.x`, `1.2 - 1.4`, `*`, alternatives with `||`. */
export function readVersionRange(text: string): Parsed<VersionRange> {
  const written = text.trim();
  const malformed: Parsed<VersionRange> = {
    ok: false,
    message: `${quote(text)} is not a range of versions. Write one such as ^1, ~1.2 or ">=1.2 <3".`,
  };
  if (written === '' || written.length > longestValue) return malformed;
  const alternatives: (readonly Bound[])[] = [];
  for (const part of written.split('||')) {
    const bounds = readAlternative(part.trim());
    if (bounds === undefined) return malformed;
    alternatives.push(bounds);
  }
  return { ok: true, value: { text: written, alternatives } };
}

/** `from 1.0.0 to below 2.0.0`. */
export function describeVersionRange({ alternatives }: VersionRange): string {
  return alternatives.map(describeBounds).join(', or ');
}

/**
 * Whether a version lies in a range. A pre-release does only where the range itself speaks of a pre-release of the same
 * three numbers: nobody who writes `^1` means `2.0.0-rc.1` or `1.5.0-beta`.
 */
export function satisfies(version: Version, range: VersionRange): boolean {
  return range.alternatives.some(
    bounds =>
      bounds.every(bound => holds(version, bound)) &&
      (version.prerelease.length === 0 ||
        bounds.some(bound => bound.version.prerelease.length > 0 && sameNumbers(bound.version, version))),
  );
}

/** Negative where `left` comes before `right`, by the precedence of the specification; build metadata counts for nothing. */
export function compareVersions(left: Version, right: Version): number {
  const numbers = left.major - right.major || left.minor - right.minor || left.patch - right.patch;
  if (numbers !== 0) return numbers;
  if (left.prerelease.length === 0 || right.prerelease.length === 0)
    return right.prerelease.length - left.prerelease.length;
  for (const [at, mine] of left.prerelease.entries()) {
    const other = right.prerelease[at];
    if (other === undefined) return 1;
    if (mine === other) continue;
    if (typeof mine === 'number' && typeof other === 'number') return mine - other;
    if (typeof mine !== typeof other) return typeof mine === 'number' ? -1 : 1;
    return mine < other ? -1 : 1;
  }
  return left.prerelease.length - right.prerelease.length;
}

const sameNumbers = (left: Version, right: Version): boolean =>
  left.major === right.major && left.minor === right.minor && left.patch === right.patch;

function holds(version: Version, { comparator, version: other }: Bound): boolean {
  const order = compareVersions(version, other);
  if (comparator === '=') return order === 0;
  if (comparator === '<') return order < 0;
  if (comparator === '<=') return order <= 0;
  return comparator === '>' ? order > 0 : order >= 0;
}

/** `undefined` where a part is malformed: an empty one, or a number with a leading zero. */
function readPrerelease(text: string | undefined): readonly (string | number)[] | undefined {
  if (text === undefined) return [];
  const parts = text.split('.');
  if (parts.some(part => /^0\d+$/.test(part))) return undefined;
  return parts.map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

/** A version of which the last numbers may be left open. */
interface Partial {
  readonly major: number | undefined;
  readonly minor: number | undefined;
  readonly patch: number | undefined;
  readonly prerelease: readonly (string | number)[];
}

function readPartial(text: string): Partial | undefined {
  const parts = partialForm.exec(text);
  const prerelease = readPrerelease(parts?.[4]);
  if (parts === null || prerelease === undefined) return undefined;
  const numberAt = (at: number): number | undefined =>
    /^\d/.test(parts[at] ?? '') ? Number(parts[at]) : undefined;
  const [major, minor, patch] = [numberAt(1), numberAt(2), numberAt(3)];
  // Behind a number that is left open none can be told.
  if ((major === undefined && minor !== undefined) || (minor === undefined && patch !== undefined))
    return undefined;
  return { major, minor, patch, prerelease: patch === undefined ? [] : prerelease };
}

function readAlternative(text: string): readonly Bound[] | undefined {
  if (text === '') return undefined;
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text);
  if (hyphen !== null) {
    const from = readPartial(hyphen[1] ?? '');
    const to = readPartial(hyphen[2] ?? '');
    return from === undefined || to === undefined
      ? undefined
      : [...boundsOf('>=', from), ...boundsOf('<=', to)];
  }
  const bounds: Bound[] = [];
  for (const part of text.replace(/(\^|~|[<>]=?|=)\s+/g, '$1').split(/\s+/)) {
    const [, sign = '', rest = ''] = /^(\^|~|[<>]=?|=)?(.*)$/.exec(part) ?? [];
    const version = readPartial(rest);
    if (version === undefined) return undefined;
    bounds.push(...boundsOf(sign, version));
  }
  return bounds;
}

const floor = ({
  major = 0,
  minor = 0,
  patch = 0,
  prerelease,
}: { readonly [Key in keyof Partial]?: Partial[Key] }): Version => ({
  major,
  minor,
  patch,
  prerelease: prerelease ?? [],
});

/** The first version behind all that a partial one stands for: of `1.2` that is `1.3.0`; of `*` there is none. */
function above({ major, minor, patch }: Partial): Version | undefined {
  if (major === undefined) return undefined;
  if (minor === undefined) return floor({ major: major + 1 });
  return patch === undefined ? floor({ major, minor: minor + 1 }) : floor({ major, minor, patch: patch + 1 });
}

function boundsOf(sign: string, partial: Partial): readonly Bound[] {
  const from = floor({ ...partial });
  const behind = above(partial);
  const exact = partial.patch !== undefined;
  if (sign === '>=') return [{ comparator: '>=', version: from }];
  if (sign === '<') return [{ comparator: '<', version: from }];
  if (sign === '>')
    return exact
      ? [{ comparator: '>', version: from }]
      : behind === undefined
        ? [nothing]
        : [{ comparator: '>=', version: behind }];
  if (sign === '<=') return exact ? [{ comparator: '<=', version: from }] : below(behind);
  if (sign === '^') return between(from, caretEnd(partial));
  if (sign === '~') return between(from, above({ ...partial, patch: undefined, prerelease: [] }));
  return exact ? [{ comparator: '=', version: from }] : between(from, behind);
}

/** Nothing is above every version. */
const nothing: Bound = { comparator: '<', version: { major: 0, minor: 0, patch: 0, prerelease: [0] } };

const below = (end: Version | undefined): readonly Bound[] =>
  end === undefined ? [] : [{ comparator: '<', version: end }];

const between = (from: Version, end: Version | undefined): readonly Bound[] =>
  end === undefined ? [] : [{ comparator: '>=', version: from }, ...below(end)];

/** `^` keeps the first number that is not zero. */
function caretEnd({ major, minor, patch }: Partial): Version | undefined {
  if (major === undefined) return undefined;
  if (major > 0 || minor === undefined) return floor({ major: major + 1 });
  if (minor > 0 || patch === undefined) return floor({ major, minor: minor + 1 });
  return floor({ major, minor, patch: patch + 1 });
}

function describeBounds(bounds: readonly Bound[]): string {
  if (bounds.length === 0) return 'any version';
  const words = { '<': 'below', '<=': 'up to', '=': 'exactly', '>=': 'from', '>': 'above' };
  return bounds
    .map(({ comparator, version }) => `${words[comparator]} ${describeVersion(version)}`)
    .join(', ');
}
