/**
 * The blocks of a Markdown text, as far as they matter here: headings, and what is code. After the CommonMark
 * specification 0.31.2, sections 4.2 (headings), 4.4 (indented code), 4.5 (fences), 5.2 (lists) and 6.1 (inline code), but a
 * fence may be indented at will, as authors of lists do. The time is linear in the length of the text.
 */
import type { Span } from '../../util/span.ts';

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
  /** The line, without the blanks before it. */
  readonly span: Span;
  /** The heading and all below it, up to the next of its level or above. */
  readonly section: Span;
}

export interface MarkdownBlocks {
  readonly headings: readonly Heading[];
  /** Fenced, indented and inline code, in text order and apart from each other. */
  readonly code: readonly Span[];
  readonly fences: readonly Span[];
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Columns before the first character, beyond those of the whole text. */
  readonly indent: number;
  /** Without blanks at both ends. */
  readonly text: string;
  /** Where `text` begins. */
  readonly at: number;
}

interface Reading {
  readonly code: Span[];
  readonly fences: Span[];
  readonly headings: Omit<Heading, 'section'>[];
  /** Columns at which the text of the open list items begins, the innermost last. */
  readonly lists: number[];
  /** Where the running text began that inline code may stand in. */
  inline: Span | undefined;
}

/** Reads the lines of a part of a text; the indentation of its first line that is not blank counts as none. */
export function readMarkdown(text: string, span: Span): MarkdownBlocks {
  const reading: Reading = { code: [], fences: [], headings: [], lists: [], inline: undefined };
  let fence: { readonly mark: string; readonly start: number } | undefined;
  let mayBeCode = true;
  let last = span.start;
  for (const line of linesOf(text, span)) {
    if (fence !== undefined) {
      if (closes(line.text, fence.mark)) {
        addFence(reading, { start: fence.start, end: line.end });
        fence = undefined;
      }
      last = line.end;
      continue;
    }
    const mark = fenceOf(line.text);
    if (mark !== undefined) {
      endInline(reading, text);
      fence = { mark, start: line.start };
      mayBeCode = false;
    } else if (line.text === '') {
      endInline(reading, text);
      mayBeCode = true;
    } else mayBeCode = readLine(reading, text, line, mayBeCode);
    last = line.end;
  }
  endInline(reading, text);
  // One that nobody closes goes on to the end.
  if (fence !== undefined) addFence(reading, { start: fence.start, end: last });
  return { headings: withSections(reading.headings, span.end), code: reading.code, fences: reading.fences };
}

function addFence(reading: Reading, fence: Span): void {
  reading.fences.push(fence);
  reading.code.push(fence);
}

/** A line outside of fences that is not blank; whether the next may begin indented code. */
function readLine(reading: Reading, text: string, line: Line, mayBeCode: boolean): boolean {
  const { lists } = reading;
  const marker = /^(?:[-*+]|\d{1,9}[.)])(?:\s+|$)/u.exec(line.text);
  if (mayBeCode || marker !== null) while (lists.length > 0 && line.indent < (lists.at(-1) ?? 0)) lists.pop();
  if (mayBeCode && reading.inline === undefined && line.indent >= (lists.at(-1) ?? 0) + 4) {
    reading.code.push({ start: line.start, end: line.end });
    return true;
  }
  const heading = /^(#{1,6})(?:\s+|$)/u.exec(line.text);
  if (marker !== null || heading !== null || /^[|>]/u.test(line.text)) endInline(reading, text);
  if (marker !== null) lists.push(line.indent + marker[0].length);
  reading.inline = { start: reading.inline?.start ?? line.at, end: line.end };
  if (heading !== null) {
    const title = withoutClosing(line.text.slice(heading[0].length));
    const end = line.at + line.text.length;
    reading.headings.push({ level: heading[1]?.length ?? 1, text: title, span: { start: line.at, end } });
    endInline(reading, text);
  }
  return false;
}

/** A heading without the hashes that may close it. */
function withoutClosing(title: string): string {
  let end = title.length;
  while (end > 0 && title[end - 1] === '#') end--;
  return end === 0 || /\s/u.test(title.charAt(end - 1)) ? title.slice(0, end).trimEnd() : title;
}

const fenceOf = (line: string): string | undefined => {
  const found = /^(?:>\s?|(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})/u.exec(line);
  return found?.[1];
};

/** At least as many of the same mark, and nothing else. */
function closes(line: string, mark: string): boolean {
  const written = line.replace(/^(?:>\s?)+/u, '');
  return written.length >= mark.length && written === mark.charAt(0).repeat(written.length);
}

function* linesOf(text: string, { start, end }: Span): Generator<Line> {
  let base: number | undefined;
  let at = start;
  while (at < end) {
    let stop = at;
    while (stop < end && text[stop] !== '\n' && text[stop] !== '\r') stop++;
    const written = text.slice(at, stop);
    const trimmed = written.trim();
    const blanks = written.length - written.trimStart().length;
    const column = columnsOf(written.slice(0, blanks));
    if (trimmed !== '') base ??= column;
    yield { start: at, end: stop, indent: column - (base ?? 0), text: trimmed, at: at + blanks };
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1);
  }
}

/** A tab counts as four columns. */
const columnsOf = (blanks: string): number => blanks.length + 3 * (blanks.split('\t').length - 1);

/**
 * Adds the inline code of the running text that ends here, as the specification pairs its backticks, and as each line by itself
 * would: a lone backtick above turns inside out what its author meant.
 */
function endInline(reading: Reading, text: string): void {
  const { inline } = reading;
  reading.inline = undefined;
  if (inline === undefined) return;
  const whole = pairedBackticks(text, inline);
  const lines =
    whole.length === 0 ? [] : [...linesOf(text, inline)].flatMap(line => pairedBackticks(text, line));
  reading.code.push(...united([...whole, ...lines]));
}

/** Runs of backticks with the next run of the same length. */
function pairedBackticks(text: string, { start, end }: Span): readonly Span[] {
  const runs = Array.from(text.slice(start, end).matchAll(/`+/gu), match => ({
    start: start + match.index,
    length: match[0].length,
  }));
  const nexts = nextsOfSameLength(runs.map(each => each.length));
  const pairs: Span[] = [];
  for (let at = 0; at < runs.length; at++) {
    const [open, next] = [runs[at], nexts[at]];
    const close = next === undefined ? undefined : runs[next];
    if (open === undefined || next === undefined || close === undefined) continue;
    pairs.push({ start: open.start, end: close.start + close.length });
    at = next;
  }
  return pairs;
}

/** The same places as spans in text order that are apart from each other. */
function united(spans: readonly Span[]): readonly Span[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((left, right) => left.start - right.start)) {
    const last = apart.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

/** For each of some lengths the index of the next one that is equal. */
function nextsOfSameLength(lengths: readonly number[]): readonly (number | undefined)[] {
  const nexts: (number | undefined)[] = [];
  const seen = new Map<number, number>();
  for (let at = lengths.length - 1; at >= 0; at--) {
    const length = lengths[at] ?? 0;
    nexts[at] = seen.get(length);
    seen.set(length, at);
  }
  return nexts;
}

/** Each heading with what stands below it. */
function withSections(headings: readonly Omit<Heading, 'section'>[], end: number): readonly Heading[] {
  const ends: number[] = [];
  const starts: (number | undefined)[] = [];
  // The nearest heading below of each level or above it.
  for (let at = headings.length - 1; at >= 0; at--) {
    const { level = 1, span } = headings[at] ?? {};
    ends[at] = Math.min(end, ...starts.slice(1, level + 1).flatMap(start => start ?? []));
    starts[level] = span?.start;
  }
  return headings.map((heading, at) => ({
    ...heading,
    section: { start: heading.span.start, end: ends[at] ?? end },
  }));
}
