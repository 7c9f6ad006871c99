/** The state of one reading of everyday YAML, its way through the lines, and its scalars of one line. */
import type { Span } from '../../util/span.ts';
import type { Entry, ListNode, ScalarNode, SyntaxNode, SyntaxTree } from '../tree.ts';

/** Where a reading stands. Columns and offsets are UTF-16 units, from 0. */
export interface Reading {
  readonly text: string;
  /** The next character that is not read yet: at the beginning of a value, or the end of the text. */
  at: number;
  /** Of the line that `at` is in. */
  lineStart: number;
  /** Behind the last character of that line, before its line end. */
  lineEnd: number;
  /** Blanks before the first character of the line that `at` came to by `toNextLine`; -1 at the end of the text. */
  indent: number;
  /** The column of the key or dash that the outermost brackets belong to: what is within them is indented further. */
  flowColumn: number;
  /** Words, signs and blanks so far, as the library's lexer counts them; here and there one too many, never one too few. */
  tokens: number;
  /** All nodes, in text order. */
  readonly nodes: SyntaxNode[];
  readonly comments: SyntaxTree['comments'][number][];
}

export type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] };
export type Parent = Entry | ListNode | undefined;

/** Stands in a draft where a span is not known yet. */
export const nowhere: Span = { start: 0, end: 0 };

/** Stands in a draft of an entry where its key is not known yet. */
export const unwritten: ScalarNode = {
  kind: 'scalar',
  span: nowhere,
  parent: undefined,
  text: '',
  style: 'plain',
};

/** The characters that mean something here, as `charCodeAt` gives them. */
export const code = {
  blank: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  comma: 44,
  dash: 45,
  colon: 58,
  more: 62,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  bar: 124,
  closeBrace: 125,
} as const;

/** The end of the line that `offset` is in: before `\n`, `\r\n`, or at the end of the text. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

/** The start of the line behind the one that ends at `end`. */
export const startBehind = (text: string, end: number): number =>
  text.charCodeAt(end) === 13 ? end + 2 : end + 1;

export function blanksEnd(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === code.blank) at++;
  return at;
}

function takeComment({ text, comments }: Reading, start: number, end: number): void {
  comments.push({ span: { start, end }, text: text.slice(start + 1, end) });
}

/** Goes to the first character, in the line that begins at `start` or below, that is no blank and in no comment. */
export function toNextLine(reading: Reading, start: number): void {
  const { text } = reading;
  for (let lineStart = start; lineStart < text.length; ) {
    const at = blanksEnd(text, lineStart);
    const lineEnd = endOfLine(text, at);
    reading.tokens += at === lineStart ? 1 : 2;
    if (at < lineEnd) {
      if (text.charCodeAt(at) !== code.hash) {
        reading.at = at;
        reading.lineStart = lineStart;
        reading.lineEnd = lineEnd;
        reading.indent = at - lineStart;
        return;
      }
      takeComment(reading, at, lineEnd);
      reading.tokens++;
    }
    lineStart = startBehind(text, lineEnd);
  }
  reading.at = text.length;
  reading.indent = -1;
}

/** Goes on behind a value that ends at `end`; `false` where more than a comment follows it in its line. */
export function toNextLineBehind(reading: Reading, end: number): boolean {
  const { text, lineEnd } = reading;
  const at = blanksEnd(text, end);
  if (at > end) reading.tokens++;
  if (at < lineEnd) {
    if (text.charCodeAt(at) !== code.hash || at === end) return false;
    takeComment(reading, at, lineEnd);
    reading.tokens++;
  }
  toNextLine(reading, startBehind(text, lineEnd));
  return true;
}

/** Whether a blank or the end of the line stands at `offset`. */
export const isBlankAt = ({ text, lineEnd }: Reading, offset: number): boolean =>
  offset >= lineEnd || text.charCodeAt(offset) === code.blank;

/** Whether a dash that begins an item stands at `offset`. */
export const isDashAt = (reading: Reading, offset: number): boolean =>
  reading.text.charCodeAt(offset) === code.dash && isBlankAt(reading, offset + 1);

/** Letters, digits, `_` and what lies beyond ASCII: what may begin a plain scalar everywhere. */
export const isWordStart = (character: number): boolean =>
  (character >= 97 && character <= 122) ||
  (character >= 65 && character <= 90) ||
  (character >= 48 && character <= 57) ||
  character === 95 ||
  character > 160;

/** Signs that mean nothing to YAML at the beginning of a plain scalar: `$`, `(`, `+`, `.`, `/`, `;`, `<`, `=`, `^`, `~`. */
const otherStarts: ReadonlySet<number> = new Set([36, 40, 43, 46, 47, 59, 60, 61, 94, 126]);

/** Whether what stands at `offset` is the beginning of a plain scalar for sure. */
export function isPlainStart({ text }: Reading, offset: number): boolean {
  const character = text.charCodeAt(offset);
  if (isWordStart(character) || otherStarts.has(character)) return true;
  return character === code.dash && isWordStart(text.charCodeAt(offset + 1));
}

/**
 * Where a plain scalar of block style stops in its line: at the colon that makes it a key, at the blank before a comment, or at the end
 * of the line.
 */
export function plainStop(reading: Reading, start: number): number {
  const { text, lineEnd } = reading;
  for (let at = start; at < lineEnd; at++) {
    const character = text.charCodeAt(at);
    if (character === code.colon && isBlankAt(reading, at + 1)) return at;
    if (character === code.blank && text.charCodeAt(at + 1) === code.hash) return at;
  }
  return lineEnd;
}

/** Behind the last character before `end` that is no blank. */
export function withoutBlanks({ text }: Reading, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === code.blank) at--;
  return at;
}

export function plainScalar(reading: Reading, parent: Parent, start: number, end: number): ScalarNode {
  return scalar(reading, parent, { start, end }, reading.text.slice(start, end), 'plain');
}

export function scalar(
  reading: Reading,
  parent: Parent,
  span: Span,
  text: string,
  style: ScalarNode['style'],
): ScalarNode {
  const node: ScalarNode = { kind: 'scalar', span, parent, text, style };
  reading.nodes.push(node);
  // Those without quotes have a sign of their own before them.
  reading.tokens += 2;
  return node;
}

/** What a sign behind a backslash stands for in double quotes; others are left to the library. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['n', '\n'],
  ['t', '\t'],
]);

/** Behind the quote that closes the one at `start`; -1 where none does in the same line, or an escape is for the library. */
export function quotedEnd({ text, lineEnd }: Reading, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < lineEnd; at++) {
    const character = text.charCodeAt(at);
    if (character === code.backslash && quote === code.doubleQuote) {
      at++;
      if (!escapes.has(text.charAt(at))) return -1;
    } else if (character === quote) {
      if (quote === code.doubleQuote || text.charCodeAt(at + 1) !== quote) return at + 1;
      at++;
    }
  }
  return -1;
}

/** A scalar in quotes, from one to the other. */
export function quotedScalar(reading: Reading, parent: Parent, start: number, end: number): ScalarNode {
  const words = reading.text.slice(start + 1, end - 1);
  if (reading.text.charCodeAt(start) === code.singleQuote) {
    const meant = words.includes("''") ? words.replaceAll("''", "'") : words;
    return scalar(reading, parent, { start, end }, meant, 'single');
  }
  const meant = words.includes('\\')
    ? words.replace(/\\(.)/g, (written, sign: string) => escapes.get(sign) ?? written)
    : words;
  return scalar(reading, parent, { start, end }, meant, 'double');
}

export const isQuote = (character: number): boolean =>
  character === code.doubleQuote || character === code.singleQuote;
