/** Words as a drawing shows them: without what would not show or would turn others around, measured, shortened, in lines. */
import { boldMetrics, type FontMetrics, regularMetrics } from './metrics.ts';

export interface Font {
  /** Pixels at a zoom of 1. */
  readonly size: number;
  readonly bold: boolean;
}

/** What is read of a text at most, in UTF-16 units: more than any box or tooltip holds. */
const longestRead = 2000;

/**
 * Controls, marks of direction, lone surrogates, and characters that are none. What turns the direction of others is taken out
 * rather than isolated: each text stands alone, and the reader's own algorithm orders it.
 */
const unseen =
  /[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\u{e0000}-\u{e007f}]/gu;

/** The text, or its first so many UTF-16 units and an ellipsis; no character is left by half. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`;

/** One line of what can be seen of a text, but for what `isolated` adds; blanks around it dropped, those within it one each. */
export function clean(text: string): string {
  return cut(text, longestRead).replace(/\s+/gu, ' ').replace(unseen, '').trim();
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A part of a longer line, seen: where it runs from right to left, it is kept apart, so that it does not draw what follows into it. */
export function isolated(text: string): string {
  const seen = clean(text);
  return rightToLeft.test(seen) ? `\u2068${seen}\u2069` : seen;
}

/** Parts in one line; empty ones are left out. */
export const joined = (parts: readonly (string | undefined)[]): string =>
  parts.flatMap(part => (part === undefined || part === '' ? [] : [isolated(part)])).join(' · ');

const plain = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where several code points may make one character: marks, joiners, flags, emoji, and letters of Hangul apart. */
const compound = /[\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}\u1100-\u11ff]|\u200c|\u200d/u;

/** What a reader takes for single characters, so that none is cut in two. */
const charactersOf = (text: string): Iterable<string> =>
  plain.test(text) || !compound.test(text) ? text : Array.from(graphemes.segment(text), each => each.segment);

/** In pixels; never less than the text takes in the usual fonts. */
export function textWidth(text: string, { size, bold }: Font): number {
  let sum = 0;
  for (const character of charactersOf(text)) sum += advance(character, bold);
  return (sum * size) / 1000;
}

/** Whether a text is at most so wide; reads no more of it than it must. */
export function fits(text: string, width: number, { size, bold }: Font): boolean {
  let room = (width * 1000) / size;
  // Nothing that is seen is narrower than a fifth of its size, but for marks, which are read to the end.
  if (plain.test(text) && text.length * 200 > room) return false;
  for (const character of charactersOf(text)) {
    room -= advance(character, bold);
    if (room < 0) return false;
  }
  return true;
}

/** Thousandths of the size that one character takes; of one that is put together, its widest part. */
function advance(character: string, bold: boolean): number {
  const metrics = bold ? boldMetrics : regularMetrics;
  const code = character.codePointAt(0) ?? 0;
  const isOne = character.length === (code > 0xffff ? 2 : 1);
  if (isOne && code <= 0xff) return widthOf(code, metrics);
  if (isOne && isWide(code) && code <= 0xffff) return wide;
  if (code > 0x203c && /\p{Extended_Pictographic}/u.test(character)) return pictograph;
  let widest = 0;
  for (const part of character) {
    if (!/[\p{M}\p{Cf}]/u.test(part)) widest = Math.max(widest, widthOf(part.codePointAt(0) ?? 0, metrics));
  }
  return widest;
}

const wide = 1050;
const pictograph = 1400;

function widthOf(code: number, { ascii, latin, other }: FontMetrics): number {
  if (code >= 0x20 && code <= 0x7e) return ascii[code - 0x20] ?? other;
  if (code >= 0xa0 && code <= 0xff) return latin[code - 0xa0] ?? other;
  return isWide(code) ? wide : other;
}

/** Hangul, kana, Chinese characters, full-width forms, and what stands outside the basic plane. */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x11ff) ||
  (code >= 0x2e80 && code <= 0xd7ff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  code > 0xffff;

/** The text where it fits into `width`, else its beginning and an ellipsis; `''` where not even that fits. */
export function shorten(text: string, width: number, font: Font): string {
  if (fits(text, width, font)) return text;
  return `${beginning(text, width - textWidth('…', font), font).trimEnd()}…`;
}

/** As many whole characters as fit. */
function beginning(text: string, width: number, font: Font): string {
  const room = (width * 1000) / font.size;
  let taken = '';
  let sum = 0;
  for (const character of charactersOf(text)) {
    sum += advance(character, font.bold);
    if (sum > room) break;
    taken += character;
  }
  return taken;
}

/**
 * The text in lines that are at most as wide as `widths` says of each; the last is shortened. Breaks at blanks, else behind a hyphen
 * between longer parts of a word, else within a word; a no-break space keeps what is around it in one line, and is a blank then.
 * `full`: a line ends with a hyphen also where it could end with a word before.
 */
export function wrap(text: string, widths: readonly number[], font: Font, full = false): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  for (const [at, width] of widths.entries()) {
    if (rest === '') break;
    if (at === widths.length - 1 || fits(rest, width, font)) {
      lines.push(shorten(rest, width, font));
      break;
    }
    const taken = lineOf(rest, width, font, full);
    lines.push(taken.trimEnd());
    rest = rest.slice(taken.length).trimStart();
  }
  return lines.map(each => each.replaceAll(unbroken, ' '));
}

/** Keeps two words in one line. */
export const unbroken = '\u00a0';

/** A hyphen that a line may end with: what is short at either side, as in `p-value` or `SEV-1`, is not torn apart. */
const hyphen = /(?<=[\p{L}\p{N}]{3})-(?=[\p{L}\p{N}]{3})/gu;

/** The beginning of a text that makes a full line: whole words, or of a word that is too long for a line what fits. */
function lineOf(text: string, width: number, font: Font, full: boolean): string {
  const taken = beginning(text, width, font);
  if (text[taken.length] === ' ') return taken;
  const blank = taken.lastIndexOf(' ');
  if (blank > 0 && !full) return taken.slice(0, blank);
  const broken = lastHyphen(text, taken.length);
  if (broken > blank) return taken.slice(0, broken + 1);
  if (blank > 0) return taken.slice(0, blank);
  return taken === '' ? firstOf(charactersOf(text)) : taken;
}

/** The last hyphen among the first `length` UTF-16 units of a text that a line may end with; -1: there is none. */
function lastHyphen(text: string, length: number): number {
  let last = -1;
  // Whether a longer part follows stands in the units behind.
  for (const { index } of text.slice(0, length + 3).matchAll(hyphen)) if (index < length) last = index;
  return last;
}

function firstOf(characters: Iterable<string>): string {
  for (const character of characters) return character;
  return '';
}
