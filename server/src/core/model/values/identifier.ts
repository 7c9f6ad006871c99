/** Ids: kebab-case names, and the slugs that stand for them where none is written. */
import type { Parsed } from './parsed.ts';
import { quote } from './quantity.ts';

/** Words that a jump uses for something else, so that no node may have them as its id. */
export const reservedIds: readonly string[] = ['start', 'end', 'stop', 'next'];

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A slug of a longer text is that of its beginning: so much of it tells nodes apart. */
const longestSlugSource = 200;

/** Small letters that do not fall apart into a base letter and an accent. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** The name of a prompt plan's file without its ending: `plan.security-baseline@v1`. */
export const isPlanId = (text: string): boolean => /^plan\.[a-z0-9]+(?:-[a-z0-9]+)*@v\d+$/.test(text);

export const isKebabCase = (text: string): boolean => kebabCase.test(text);

/**
 * The kebab-case name of a text: small Latin letters and digits, words joined by hyphens, accents and apostrophes
 * dropped (`What’s next?` → `whats-next`). `''` where nothing of that is left.
 */
export function slug(text: string): string {
  const small = text.slice(0, longestSlugSource).toLowerCase();
  if (isKebabCase(small)) return small;
  return withoutAccents(small)
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Most texts have none, and need not be taken apart. */
const withoutAccents = (small: string): string =>
  /[^ -~]/.test(small)
    ? small
        .replace(/[ßæœøđðþłı]/g, letter => letters[letter] ?? letter)
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
    : small;

/** `PostMortem` → `Post-Mortem`: what other languages write instead of hyphens. */
export const withHumpsApart = (text: string): string => text.replace(/(\p{Ll}|\d)(?=\p{Lu}\p{Ll})/gu, '$1-');

/** Reads an id: kebab-case and none of the reserved words. */
export function readIdentifier(text: string): Parsed<string> {
  if (reservedIds.includes(text)) {
    return {
      ok: false,
      message: `${quote(text)} has a meaning of its own in jumps. Choose another id.`,
      suggestion: `${text}-here`,
    };
  }
  if (isKebabCase(text)) return { ok: true, value: text };
  const message =
    text.trim() === ''
      ? 'An id is missing here. Write small letters, digits and hyphens, such as tell-people.'
      : `${quote(text)} is not a valid id. Ids are written in small letters and digits with hyphens between words, such as tell-people.`;
  const suggestion = slug(withHumpsApart(text));
  return suggestion === '' || reservedIds.includes(suggestion)
    ? { ok: false, message }
    : { ok: false, message, suggestion };
}

export const describeIdentifier = (id: string): string => id;
