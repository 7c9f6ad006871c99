/** Whether something may be written at the cursor at all, given what stands behind it. */
import type { CursorContext } from '../syntax/cursor.ts';
import { innermostKey } from './support/cursorPath.ts';

/**
 * False where what is written would run into other text: before a word on the same line, or in front of a value that
 * already stands on the lines below.
 */
export function hasRoom(text: string, cursor: CursorContext): boolean {
  if (cursor.place === 'none') return false;
  if (cursor.colonFollows) return true;
  const rest = /^[^\r\n]*/u.exec(text.slice(cursor.word.span.end))?.[0] ?? '';
  if (cursor.flow !== undefined) return /^\s*(?:[,\]}#]|$)/u.test(rest);
  if (!/^[ \t]*(?:#.*)?$/u.test(rest)) return false;
  if (cursor.place === 'key' || cursor.place === 'dash') return isEndOfBlock(text, cursor);
  return !hasBlockBelow(text, cursor);
}

/**
 * Whether what is written in the cursor's column takes no lines from what stands above: the next line is no deeper, and
 * no dash that belongs to the key above.
 */
function isEndOfBlock(text: string, cursor: CursorContext): boolean {
  const next = nextLine(text, cursor.word.span.end);
  if (next === undefined || next.indent < cursor.indent) return true;
  return next.indent === cursor.indent && (cursor.place === 'dash' || !/^-(?:\s|$)/u.test(next.content));
}

/** What stands below the cursor's line where it is the value of a key written there; `undefined`: nothing that could be. */
export function blockBelow(text: string, { word, indent, flow }: CursorContext): 'list' | 'map' | undefined {
  const rest = /^[^\r\n]*/u.exec(text.slice(word.span.end))?.[0] ?? '';
  const next = nextLine(text, word.span.end);
  const isAlone = word.quote === 'plain' && /^[ \t]*(?:#.*)?$/u.test(rest);
  if (next === undefined || flow !== undefined || !isAlone) return undefined;
  if (/^-(?:\s|$)/u.test(next.content)) return next.indent >= indent ? 'list' : undefined;
  return next.indent > indent && /^[^\s:]+\s*:(?:\s|$)/u.test(next.content) ? 'map' : undefined;
}

/**
 * Whether the lines behind the cursor's belong to the key or item that the cursor gives a value to. A dash in the key's own
 * column is its list, also where the key itself stands behind a dash.
 */
function hasBlockBelow(text: string, { path, place, word }: CursorContext): boolean {
  const last = path.at(-1);
  const holder = place === 'item' ? last : innermostKey(path);
  if (holder === undefined) return false;
  const column = columnOf(text, holder.span.start);
  const next = nextLine(text, word.span.end);
  if (next === undefined) return false;
  const isDash = /^-(?:\s|$)/u.test(next.content);
  return next.indent > column || (next.indent === column && holder.kind === 'key' && isDash);
}

const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

/** Behind a byte order mark. Looks no further back than the line itself: this is asked for every item of a list. */
export function lineStart(text: string, offset: number): number {
  const feed = text.lastIndexOf('\n', offset - 1) + 1;
  const start = feed + text.slice(feed, offset).lastIndexOf('\r') + 1;
  return start === 0 && offset > 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/**
 * The column that a blank line in the midst of a block should have: that of the line below, where that stands deeper
 * than the cursor. `undefined`: the cursor's own column will do.
 */
export function columnBelow(text: string, { word, flow }: CursorContext): number | undefined {
  const start = lineStart(text, word.span.start);
  const next = nextLine(text, word.span.end);
  const isBlank = /^[ \t]*(?=[\r\n])/u.test(text.slice(start));
  const isDeeper = next !== undefined && next.indent > word.span.start - start;
  return isBlank && isDeeper && flow === undefined ? next.indent : undefined;
}

/** The next line below an offset's that holds more than blanks and a comment. */
function nextLine(
  text: string,
  offset: number,
): { readonly indent: number; readonly content: string } | undefined {
  const pattern = /(?:\r\n|\n|\r)([ \t]*)([^\s#][^\r\n]*)/gu;
  pattern.lastIndex = offset;
  const found = pattern.exec(text);
  return found === null ? undefined : { indent: found[1]?.length ?? 0, content: found[2] ?? '' };
}
