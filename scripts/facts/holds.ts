/** Whether a piece of text holds what a fact asks for. */
import type { Holds } from './fact.ts';
import { sameBeginnings, synonyms } from './synonyms.ts';

const units: Readonly<Record<string, string>> = {
  '%': '(?:%|per ?cent)',
  ms: '(?:ms|milliseconds?)',
  fps: '(?:fps|frames (?:a|per) second)',
  minute: '(?:min(?:ute)?s?)',
  hour: '(?:h(?:(?:ou)?rs?)?)',
  day: '(?:d(?:ays?)?)',
  week: '(?:w(?:eeks?)?)',
  month: '(?:mo(?:nths?)?)',
  quarter: '(?:q(?:uarters?)?)',
  year: '(?:y(?:ears?)?)',
};
const spelled = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Plain words: small letters, one kind of dash, no runs of blanks. */
export const plainText = (text: string): string =>
  text.toLowerCase().replace(/[–—]/g, '-').replace(/[’]/g, "'").replace(/\s+/g, ' ');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A figure of a fact as a pattern for plain text. */
export function figurePattern(figure: string): string {
  const [number = '', unit = ''] = plainText(figure).split(' ');
  const bare = number.replace(/\+$/, '');
  const digits = escaped(bare).replace('-', String.raw`\s*(?:-|to|and|\.\.)\s*`);
  const inWords = spelled[Number(bare)];
  const amount = inWords === undefined ? digits : `(?:${digits}|${inWords})`;
  const after = unit === '' ? '' : String.raw`\+?[\s-]*${units[unit] ?? escaped(unit)}`;
  return String.raw`(?<![\w.,$])${amount}(?![\d]|[.,]\d)${after}(?![a-z])`.replace(
    '(?![a-z])',
    unit === '%' ? '' : '(?![a-z])',
  );
}

export const hasFigure = (text: string, figure: string): boolean =>
  new RegExp(figurePattern(figure)).test(plainText(text));

const spaced = (text: string): string => plainText(text).replace(/-/g, ' ');

export function hasName(text: string, name: string): boolean {
  const within = spaced(text);
  return [name, ...(synonyms[plainText(name)] ?? [])].some(each =>
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(spaced(each))}s?(?![\\p{L}\\p{N}])`, 'u').test(within),
  );
}

export function hasWord(text: string, beginnings: readonly string[]): boolean {
  const words = plainText(text).split(/[^\p{L}\p{N}]+/u);
  const all = beginnings.flatMap(beginning => [beginning, ...(sameBeginnings[beginning] ?? [])]);
  return all.some(beginning => words.some(word => word.startsWith(beginning)));
}

/** What of a fact a text leaves out, each as a person reads it; none: it holds all. */
export function lacking(text: string, { figures = [], names = [], words = [] }: Holds): readonly string[] {
  return [
    ...figures.filter(figure => !hasFigure(text, figure)),
    ...names.filter(name => !hasName(text, name)),
    ...words.filter(group => !hasWord(text, group)).map(group => `a word on ${group.join('…|')}…`),
  ];
}
