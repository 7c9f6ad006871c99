/** Numbers as people write them, and the pieces that several readers share. */

/** One number: digits with or without groups of three (`10,000`) and a decimal point. No sign. */
export const numberPattern = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+';

/** What may stand between the ends of a range: hyphen, en and em dash, two or three dots, the word `to`. */
export const rangePattern = '\\s*(?:-|–|—|−|\\.\\.\\.?|…|\\bto\\b)\\s*';

/** The longest scalar that a reader looks at, in UTF-16 units; a longer one is no value that a person wrote. */
export const longestValue = 200;

/** The number that `numberPattern` matched; `undefined` where it is too large to count with. */
export function toNumber(digits: string): number | undefined {
  const value = Number(digits.replaceAll(',', ''));
  return Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** Where full stops group digits, as in much of Europe, two of them are no fraction: `1.250.000` as `1,250,000`. */
export const withCommas = (text: string): string =>
  text.replace(/\d{1,3}(?:\.\d{3}){2,}(?!\d)/g, digits => digits.replaceAll('.', ','));

/** Money has no thousandths: in `€250.000` the full stop groups digits, as in much of Europe, and the number would be read as 250. */
const groupedMoney =
  /[$€£¥]\s?\d{1,3}\.\d{3}(?!\w|\.\d)|(?<![\w.])\d{1,3}\.\d{3}(?=\s?(?:[€£¥$]|(?:EUR|USD|GBP|CHF|JPY)\b))/g;

/** The text with its `€250.000` as `€250,000`, and as `€250`; `undefined` where no money is written so. */
export function readingsOfGroupedMoney(
  text: string,
): readonly [grouped: string, fraction: string] | undefined {
  const grouped = text.replace(groupedMoney, money => money.replace('.', ','));
  const fraction = text.replace(groupedMoney, money => money.replace(/\.?0+$/, ''));
  return grouped === text ? undefined : [grouped, fraction];
}

/** A number without the noise of binary fractions: at most four places. */
export const formatNumber = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** A scalar's text for a message: on one line, in quotes, shortened. */
export function quote(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  const short = line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line;
  return `"${short}"`;
}

const wordNumbers: ReadonlyMap<string, string> = new Map([
  ['half an', '0.5'],
  ['half a', '0.5'],
  ['a', '1'],
  ['an', '1'],
  ['one', '1'],
  ['two', '2'],
  ['three', '3'],
  ['four', '4'],
  ['five', '5'],
  ['six', '6'],
  ['seven', '7'],
  ['eight', '8'],
  ['nine', '9'],
  ['ten', '10'],
  ['twelve', '12'],
]);
const wordNumberPattern = new RegExp(`\\b(${[...wordNumbers.keys()].join('|')})(?=\\s)`, 'gi');

/** The text with number words as digits (`two weeks` → `2 weeks`). */
export const withDigits = (text: string): string =>
  text.replace(wordNumberPattern, word => wordNumbers.get(word.toLowerCase()) ?? word);
