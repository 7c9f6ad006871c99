/**
 * The YAML at the top of a Markdown file, between two lines of three hyphens. What agents read there is often broken for a strict
 * reader (`description: Use when: …`), so it is read as tolerantly as everything else, and what is no field counts as absent.
 */
import { parseSyntax } from '../syntax/parse.ts';
import type { Span } from '../util/span.ts';
import { contentOf, wordOf } from './read.ts';

/**
 * UTF-16 units of a file in which front matter is looked for. Real ones are a tenth of that and less; mending what is broken takes
 * time that grows faster than the text, and there may be thousands of files.
 */
export const longestFrontMatter = 10_000;

/** A value, and where it stands in the file. */
export interface FrontMatterField {
  readonly text: string;
  readonly span: Span;
}

export interface FrontMatter {
  /** What stands between the hyphens. */
  readonly span: Span;
  /** By key; of a repeated key the first. Lists, maps and empty values are absent. */
  readonly fields: ReadonlyMap<string, FrontMatterField>;
}

/** Nothing but blanks, blank lines and a byte order mark may stand before it. */
const opening = /^\uFEFF?(?:\s*[\r\n])?---[ \t]*(?:\r\n?|\n|$)/u;
const closing = /^(?:---|\.\.\.)[ \t]*$/mu;
const blankLine = /^[ \t]*$/mu;

/**
 * The front matter of a text; `undefined` where none begins. One that is never closed goes to the first blank line.
 * `wanted` are the keys that are read even where the YAML around them cannot be.
 */
export function readFrontMatter(text: string, wanted: readonly string[]): FrontMatter | undefined {
  const head = text.slice(0, longestFrontMatter);
  const open = opening.exec(head);
  if (open === null) return undefined;
  const start = open[0].length;
  const rest = head.slice(start);
  const end = closing.exec(rest) ?? blankLine.exec(rest);
  const yaml = end === null ? rest : rest.slice(0, end.index);
  return { span: { start, end: start + yaml.trimEnd().length }, fields: fieldsOf(yaml, start, wanted) };
}

/** `offset` is where `yaml` begins in the file. */
function fieldsOf(
  yaml: string,
  offset: number,
  wanted: readonly string[],
): ReadonlyMap<string, FrontMatterField> {
  const { root } = parseSyntax(yaml);
  const map = contentOf(root);
  const fields = new Map<string, FrontMatterField>();
  const seen = new Set<string>();
  for (const { key, value } of map?.kind === 'map' ? map.entries : []) {
    if (seen.has(key.text)) continue;
    seen.add(key.text);
    const word = wordOf(value);
    if (word !== undefined) fields.set(key.text, { text: word.text, span: moved(word.span, offset) });
  }
  for (const key of wanted) {
    const field = seen.has(key) ? undefined : fieldOnLine(yaml, key);
    if (field !== undefined) fields.set(key, { text: field.text, span: moved(field.span, offset) });
  }
  return fields;
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** A `key: value` that begins a line, for where the YAML is too broken to hold it; the value as it stands, without its quotes. */
function fieldOnLine(yaml: string, key: string): FrontMatterField | undefined {
  for (const match of yaml.matchAll(/^(?<before>(?<key>[\w-]+)[ \t]*:[ \t]*)(?<value>\S[^\r\n]*)$/gmu)) {
    const { before = '', key: found, value = '' } = match.groups ?? {};
    if (found !== key) continue;
    const text = value.trim().replace(/^(["'])(.*?)\1?$/u, '$2');
    if (text === '' || /^[|>][-+\d]*$/u.test(text)) return undefined;
    const start = match.index + before.length;
    return { text, span: { start, end: start + value.trimEnd().length } };
  }
  return undefined;
}
