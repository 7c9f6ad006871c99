/**
 * Conditions as a drawing shows them: in as few lines as they need, and where there is too little room, with shorter names of what
 * is measured. What it is compared with is the point of a condition, and is kept.
 */
import { clean, type Font, fits, isolated, textWidth, unbroken, wrap } from './text.ts';

/** A comparison in a condition, as in `error-rate < 1 %`: what is measured, then sign and value as one word. */
const comparison =
  /(?<=^|[\s(])(\S+) +([<>]=?|[≤≥=≠]|[=!]=) +([^\s()]+(?: %| [\p{L}]+(?= (?:and|or) |\)|$))?)/gu;

/** Shorter names tell nothing any more. */
const shortestName = 6;

/**
 * The lines of a condition, each at most as wide as `widths` says of it. `bound`: what stands behind it in one piece and is never
 * shortened; `''` for none.
 */
export function conditionLines(
  condition: string,
  bound: string,
  widths: readonly number[],
  font: Font,
): readonly string[] {
  const text = clean(condition);
  const [first = 0] = widths;
  if (fits(withEnd(text, bound), first, font))
    return withEnd(text, bound) === '' ? [] : [withEnd(isolated(text), bound)];
  const end = bound.replaceAll(' ', unbroken);
  const lines = fittingLines(text, end, widths, font);
  return lines.map((each, at) => {
    if (bound === '' || at < lines.length - 1) return isolated(each);
    const own = each.slice(0, each.length - bound.length).trimEnd();
    return own === '' ? bound : `${isolated(own)} ${bound}`;
  });
}

function fittingLines(text: string, end: string, widths: readonly number[], font: Font): readonly string[] {
  // Lines end between comparisons; where these are too long, within one.
  const apart = withEnd(bonded(text, unbroken), end);
  const lines = wrap(apart, widths, font);
  if (lines.join(' ') === apart.replaceAll(unbroken, ' ')) return lines;
  const whole = withEnd(bonded(text), end);
  for (const full of [false, true]) {
    if (isWhole(whole, widths, font, full)) return wrap(whole, widths, font, full);
  }
  for (const full of [false, true]) {
    const short = withShortNames(text, each => isWhole(withEnd(each, end), widths, font, full));
    if (short !== undefined) return wrap(withEnd(short, end), widths, font, full);
  }
  // No name to shorten, or too many: the beginning is what can be said, and the end stays.
  const last = widths.at(-1) ?? 0;
  const room = end === '' ? last : Math.max(0, last - textWidth(` ${end}`, font));
  const cut = wrap(bonded(text), [...widths.slice(0, -1), room], font);
  return end === '' ? cut : [...cut.slice(0, -1), withEnd(cut.at(-1) ?? '', end.replaceAll(unbroken, ' '))];
}

const withEnd = (text: string, end: string): string =>
  end === '' || text === '' ? `${text}${end}` : `${text} ${end}`;

/** With each comparison's sign and value in one piece, and `blank` between these and what is measured. */
const bonded = (text: string, blank = ' '): string =>
  text.replace(
    comparison,
    (_, name: string, sign: string, value: string) => `${name}${blank}${piece(sign, value)}`,
  );

const piece = (sign: string, value: string): string => `${sign} ${value}`.replaceAll(' ', unbroken);

function isWhole(text: string, widths: readonly number[], font: Font, full: boolean): boolean {
  // More than so many lines of the narrowest letters is too much, whatever it is.
  if (text.length > 2000) return false;
  const lines = wrap(text, widths, font, full);
  return lines.join('').replaceAll(' ', '') === text.replaceAll(/[ \u00a0]/g, '');
}

/** With the names of what is compared as long as `isFit` allows; `undefined`: there are none, or they would say nothing. */
function withShortNames(text: string, isFit: (text: string) => boolean): string | undefined {
  const longest = Math.max(0, ...[...text.matchAll(comparison)].map(([, name = '']) => name.length));
  const shortened = (length: number): string =>
    text.replace(
      comparison,
      (_, name: string, sign: string, value: string) => `${shortName(name, length)} ${piece(sign, value)}`,
    );
  let [low, high] = [shortestName, Math.min(longest, 200)];
  if (high <= low || !isFit(shortened(low))) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isFit(shortened(middle))) low = middle;
    else high = middle;
  }
  return shortened(low);
}

/** A name without its middle: beginnings and ends tell names apart. */
function shortName(name: string, length: number): string {
  if (name.length <= length) return name;
  const characters = [...name];
  const head = Math.ceil((length - 1) * 0.6);
  const tail = length - 1 - head;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
