/**
 * What a Markdown text leads to: its links after the CommonMark specification 0.31.2 (section 6.3, 4.7) and those of HTML in it, the
 * paths in its front matter, and the comments in which a document says which chain its words came from (documents/origin.ts). What
 * stands in code is an example, and leads nowhere. The time is linear in the length of the text.
 */
import type { Span } from '../util/span.ts';
import { readFrontMatter } from './frontMatter.ts';
import { readMarkdown } from './values/markdown.ts';

export interface MarkdownLink {
  /** The path alone, without a `#` or `?` and what follows. */
  readonly span: Span;
  /** The path that is meant: escapes and percent-encoding undone. */
  readonly path: string;
  /** What may stand in the path: within `<>`, within quotes, bare, or as a word of YAML. */
  readonly within: 'angles' | 'quotes' | 'brackets' | 'yaml';
}

/** A name, and where it stands. */
export interface OriginWord {
  readonly text: string;
  readonly span: Span;
}

/** The chain, and perhaps the node of it, that words of the document came from. */
export interface MarkdownOrigin {
  readonly chain: OriginWord;
  readonly node: OriginWord | undefined;
}

export interface MarkdownLinks {
  /** In no order. */
  readonly links: readonly MarkdownLink[];
  readonly origins: readonly MarkdownOrigin[];
}

const inline =
  /\]\([ \t]*(?:<([^<>\r\n]{1,1000})>|([^\s()<>]{1,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?))/dgu;
const definition = /^ {0,3}\[[^\]\r\n]{1,200}\]:[ \t]*(?:<([^<>\r\n]{1,1000})>|([^\s<>]{1,1000}))/dgmu;
const html = /\b(?:href|src)[ \t]*=[ \t]*(?:"([^"<>\r\n]{1,1000})"|'([^'<>\r\n]{1,1000})')/dgiu;
const pathInYaml = /(?<![\w./@%-])[\w./@%-]{1,300}\.(?:ya?ml|md)(?![\w./-])/gu;
const origin =
  /(?:<!--|^#)[ \t]from chain:([^\s#>]{1,700})(?:#([^\s#>]{1,700}))? [\w-]{1,40} [0-9a-f]{8}\b/dgmu;

export function readMarkdownLinks(text: string): MarkdownLinks {
  const matter = readFrontMatter(text, []);
  const body = matter?.span.end ?? 0;
  const { code } = readMarkdown(text, { start: body, end: text.length });
  const isCode = (offset: number): boolean => holds(code, offset);
  const links: MarkdownLink[] = [];
  const add = (start: number, written: string, within: MarkdownLink['within']): void => {
    const path = written.replace(/[#?].*$/su, '');
    if (path === '' || isForeign(path)) return;
    links.push({ span: { start, end: start + path.length }, path: meant(path), within });
  };
  for (const [pattern, first, second] of [
    [inline, 'angles', 'brackets'],
    [definition, 'angles', 'brackets'],
    [html, 'quotes', 'quotes'],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const group = match[1] === undefined ? 2 : 1;
      const [start = 0] = match.indices?.[group] ?? [];
      if (start >= body && !isCode(start)) add(start, match[group] ?? '', group === 1 ? first : second);
    }
  }
  const head = matter === undefined ? '' : text.slice(matter.span.start, matter.span.end);
  for (const match of head.matchAll(pathInYaml))
    add((matter?.span.start ?? 0) + match.index, match[0], 'yaml');
  return { links, origins: originsIn(text, isCode) };
}

function originsIn(text: string, isCode: (offset: number) => boolean): readonly MarkdownOrigin[] {
  return [...text.matchAll(origin)].flatMap(match => {
    const word = (group: number): OriginWord | undefined => {
      const [written, place] = [match[group], match.indices?.[group]];
      if (written === undefined || place === undefined) return undefined;
      return { text: decoded(written), span: { start: place[0], end: place[1] } };
    };
    const chain = word(1);
    return chain === undefined || isCode(match.index) ? [] : [{ chain, node: word(2) }];
  });
}

/** Whether an offset lies in one of some spans, which are in text order and apart. */
function holds(spans: readonly Span[], offset: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.start ?? Infinity) <= offset;
}

/** Whether a path is none: an address with a scheme, or one of another host. */
const isForeign = (path: string): boolean => /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/|\\)/u.test(path);

const meant = (path: string): string => decoded(path.replace(/\\([!-/:-@[-`{-~])/gu, '$1'));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
