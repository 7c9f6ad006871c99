/**
 * What edits change in a text, as a unified diff that `git apply` and `patch` read. Source of the format: "Detailed Description of Unified
 * Format" of the GNU diffutils manual.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../host.ts';
import { type Splice, spliced } from './edits.ts';
import { markIn } from './files.ts';
import { nameOf, type Target } from './targets.ts';
import { type Ink, painter, shown } from './words.ts';

/** Lines before and behind a change that are shown with it. */
const context = 3;

/** Lines that stand in the place of others; each with its end. */
interface Change {
  /** The first line, counted from 0. */
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * @param name What the file is called, with slashes.
 * @param splices In the order of the text, apart from each other.
 * @returns `''` where nothing changes.
 */
export function unifiedDiff(name: string, before: string, splices: readonly Splice[]): string {
  const lines = linesOf(before);
  const hunks = together(changesOf(before, lines, splices));
  if (hunks.length === 0) return '';
  let shift = 0;
  const parts = hunks.map(hunk => {
    const text = hunkOf(lines, hunk, shift);
    for (const { added, removed } of hunk) shift += added.length - removed.length;
    return text;
  });
  return `--- ${quoted(`a/${name}`)}\n+++ ${quoted(`b/${name}`)}\n${parts.join('')}`;
}

/**
 * A name as Git writes it: one that could end a line or be read otherwise stands in quotes, and a blank within is told from the end by a
 * tab. Source: "Generating patch text with -p" of the manual of `git diff`.
 */
function quoted(name: string): string {
  const escaped = [...name].map(character => {
    const code = character.charCodeAt(0);
    if (character === '"' || character === '\\') return `\\${character}`;
    return code < 0x20 || code === 0x7f ? `\\${code.toString(8).padStart(3, '0')}` : character;
  });
  const text = escaped.join('');
  if (text !== name) return `"${text}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

/** What edits change in a target, whose text this is; a byte order mark is no part of the text and yet of the file. */
export async function targetDiff(
  host: Pick<Host, 'workingFolder'>,
  target: Target,
  text: string,
  splices: readonly Splice[],
): Promise<string> {
  const mark =
    target.path === undefined || target.isInput
      ? ''
      : markIn(await readFile(target.path).catch(() => new Uint8Array()));
  const moved = splices.map(each => ({
    ...each,
    start: each.start + mark.length,
    end: each.end + mark.length,
  }));
  return unifiedDiff(nameOf(host, target).replaceAll(path.sep, '/'), mark + text, moved);
}

/** Writes diffs as they are; to a person with colours, and without anything that would steer the terminal. */
export function writeDiff(host: Host, diffs: string): void {
  const { output } = host;
  if (!output.isTerminal) {
    output.write(diffs);
    return;
  }
  const paint = painter(host, output);
  const inks: ReadonlyMap<string, Ink> = new Map([
    ['+', 'green'],
    ['-', 'red'],
    ['@', 'blue'],
  ]);
  for (const line of linesOf(diffs)) {
    const ink = inks.get(line.charAt(0));
    const text = shown(line.replace(/\r?\n$/u, ''));
    output.write(`${ink === undefined ? text : paint(ink, text)}\n`);
  }
}

/** Line feeds end lines; a carriage return before one belongs to it. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];

/** Whole lines that change, from the first to the last. */
function changesOf(before: string, lines: readonly string[], splices: readonly Splice[]): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  let start = 0;
  for (const group of byLines(before, splices)) {
    const first = group[0]?.start ?? 0;
    for (let line = lines[at]; line !== undefined && start + line.length <= first; line = lines[at]) {
      start += line.length;
      at += 1;
    }
    const end = lineEnd(before, group.at(-1)?.end ?? first);
    const inLines = group.map(each => ({ ...each, start: each.start - start, end: each.end - start }));
    const text = before.slice(start, end);
    const change = trimmed(at, linesOf(text), linesOf(spliced(text, inLines)));
    if (change.removed.length + change.added.length > 0) changes.push(change);
  }
  return changes;
}

/** Those together that change the same line. */
function byLines(before: string, splices: readonly Splice[]): readonly (readonly Splice[])[] {
  const groups: Splice[][] = [];
  let end = -1;
  for (const splice of splices) {
    if (splice.start >= end) groups.push([]);
    groups.at(-1)?.push(splice);
    end = lineEnd(before, splice.end);
  }
  return groups;
}

/** Behind the line feed of the line that a place is in; behind all, where it has none. */
function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? Number.POSITIVE_INFINITY : feed + 1;
}

/** Without the lines at both ends that stay as they are. */
function trimmed(at: number, removed: readonly string[], added: readonly string[]): Change {
  const most = Math.min(removed.length, added.length);
  let head = 0;
  while (head < most && removed[head] === added[head]) head += 1;
  let tail = 0;
  while (tail < most - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1;
  return {
    at: at + head,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  };
}

/** Changes whose context touches, in one hunk. */
function together(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    if (change.at - end > 2 * context) hunks.push([]);
    hunks.at(-1)?.push(change);
    end = change.at + change.removed.length;
  }
  return hunks;
}

/** @param shift How many lines the hunks before it added. */
function hunkOf(lines: readonly string[], changes: readonly Change[], shift: number): string {
  const first = Math.max(0, (changes[0]?.at ?? 0) - context);
  const written: string[] = [];
  let at = first;
  let added = 0;
  const keep = (to: number): void => {
    for (; at < Math.min(to, lines.length); at += 1) written.push(marked(' ', lines[at] ?? ''));
  };
  for (const change of changes) {
    keep(change.at);
    for (const line of change.removed) written.push(marked('-', line));
    for (const line of change.added) written.push(marked('+', line));
    at += change.removed.length;
    added += change.added.length - change.removed.length;
  }
  keep(at + context);
  const count = at - first;
  const range = (from: number, lines: number): string => `${lines === 0 ? from : from + 1},${lines}`;
  return `@@ -${range(first, count)} +${range(first + shift, count + added)} @@\n${written.join('')}`;
}

const marked = (mark: string, line: string): string =>
  line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
