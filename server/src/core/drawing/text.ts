/** Words as a drawing shows them: without what would not show or would turn others around, measured, shortened, in lines. */
import { boldMetrics, regularMetrics } from './metrics.ts';

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

/** One line of what can be seen of a text; blanks around it dropped, those within it one each. */
export function clean(text: string): string {
  const read = text.length > longestRead ? `${text.slice(0, longestRead)}…` : text;
  return read.replace(/\s+/gu, ' ').replace(unseen, '').trim();
}

const plain = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for single characters, so that none is cut in two. */
function charactersOf(text: string): readonly string[] {
  return plain.test(text) ? [...text] : Array.from(graphemes.segment(text), each => each.segment);
}

/** In pixels; never less than the text takes in the usual fonts. */
export function textWidth(text: string, { size, bold }: Font): number {
  let sum = 0;
  for (const character of plain.test(text) ? text : charactersOf(text)) sum += advance(character, bold);
  return (sum * size) / 1000;
}

/** Thousandths of the size that one character takes; of one that is put together, its widest part. */
function advance(character: string, bold: boolean): number {
  const { ascii, latin, other } = bold ? boldMetrics : regularMetrics;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e && character.length === 1) return ascii[code - 0x20] ?? other;
  if (/\p{Extended_Pictographic}/u.test(character) && code > 0x203c) return 1400;
  let widest = 0;
  for (const part of character) {
    const at = part.codePointAt(0) ?? 0;
    if (/\p{M}|\u200c|\u200d/u.test(part)) continue;
    const width = at >= 0xa0 && at <= 0xff ? (latin[at - 0xa0] ?? other) : isWide(at) ? 1050 : other;
    widest = Math.max(widest, at <= 0x7e ? (ascii[at - 0x20] ?? other) : width);
  }
  return widest;
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
  if (textWidth(text, font) <= width) return text;
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

/** The text in lines that are at most as wide as `widths` says of each; the last is shortened. Breaks at blanks, else within a word. */
export function wrap(text: string, widths: readonly number[], font: Font): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  for (const [at, width] of widths.entries()) {
    if (rest === '') break;
    if (at === widths.length - 1 || textWidth(rest, font) <= width) {
      lines.push(shorten(rest, width, font));
      break;
    }
    const taken = lineOf(rest, width, font);
    lines.push(taken.trimEnd());
    rest = rest.slice(taken.length).trimStart();
  }
  return lines;
}

/** The beginning of a text that makes a full line: whole words, or of a word that is too long for a line what fits. */
function lineOf(text: string, width: number, font: Font): string {
  const fits = beginning(text, width, font);
  if (text[fits.length] === ' ') return fits;
  const blank = fits.lastIndexOf(' ');
  // A word of which a good part would fit is not worth an almost empty line.
  if (blank > 0) return fits.slice(0, blank);
  return fits === '' ? (charactersOf(text)[0] ?? text) : fits;
}
