/**
 * Templates of prompts: Markdown with `{{name}}` where an input goes.
 *
 * Only what is certain counts as a placeholder that must be declared: not what stands in a code fence, in inline or
 * indented code, behind `$` or `\`, in a block of a template language (`{{#each …}}`), or what is more than a name.
 * Every word within braces counts as a use of the input of that name. The time is linear in the length of the text.
 */
import type { Span } from '../../util/span.ts';
import { type Heading, type MarkdownBlocks, readMarkdown } from './markdown.ts';

/** A name within braces. */
export interface Placeholder {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** It is a placeholder of this template and nothing else, so that an input of its name must be declared. */
  readonly certain: boolean;
}

export interface TemplateContent {
  /** In text order. */
  readonly placeholders: readonly Placeholder[];
  /** The headings of the Markdown, in text order. */
  readonly headings: readonly Heading[];
  /** Fenced code, from the fence that opens it to the one that closes it. */
  readonly fences: readonly Span[];
}

/** The form of an input's name: as in most programming languages, and with hyphens. */
const nameForm = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
export const isInputName = (text: string): boolean => nameForm.test(text) && text.length <= 100;

/** What stands between braces on one line; longer ones are no names. */
const braces = /\{\{([^{}\r\n]{0,200})\}\}|\{%([^%\r\n]{0,200})%\}/gu;
const single = /^[-~]?\s*([\p{L}_][\p{L}\p{N}_-]*?)\s*[-~]?$/u;
const words = /(?<![\p{L}\p{N}_."'@-])[\p{L}_](?:[\p{L}\p{N}_]|-(?=[\p{L}\p{N}_]))*/gu;
/** Names that template languages give a meaning of their own. */
const reserved: ReadonlySet<string> = new Set(['this', 'else', 'end']);

/**
 * Reads the template that stands at `span` of a text.
 * @param isBlock It is a block scalar, whose first line is its header (`|`, `>-`).
 */
export function readTemplate(text: string, span: Span, isBlock: boolean): TemplateContent {
  const from = isBlock ? endOfLine(text, span) : span.start;
  const blocks = readMarkdown(text, { start: from, end: span.end });
  return {
    placeholders: placeholdersIn(text, { start: from, end: span.end }, blocks),
    headings: blocks.headings,
    fences: blocks.fences,
  };
}

function endOfLine(text: string, { start, end }: Span): number {
  const at = text.slice(start, end).search(/[\r\n]/u);
  return at < 0 ? end : start + at;
}

function placeholdersIn(
  text: string,
  { start, end }: Span,
  { code }: MarkdownBlocks,
): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const isCode = inOrder(code);
  let depth = 0;
  let hasTags = false;
  for (const match of text.slice(start, end).matchAll(braces)) {
    const at = start + match.index;
    const inCode = isCode(at);
    const body = match[1] ?? match[2] ?? '';
    if (match[2] !== undefined && !inCode) hasTags = true;
    const opens = /^\s*[#^]/u.test(body);
    if (opens && !inCode) depth++;
    if (/^\s*\//u.test(body) && !inCode) depth = Math.max(0, depth - 1);
    const only = match[1] === undefined ? undefined : single.exec(body)?.[1];
    const before = at === 0 ? '' : text.charAt(at - 1);
    const certain =
      only !== undefined && !inCode && depth === 0 && !/[{$\\]/u.test(before) && !reserved.has(only);
    // A comment of a template language uses nothing.
    if (body.startsWith('!')) continue;
    for (const word of body.matchAll(words)) {
      const from = at + 2 + word.index;
      found.push({ name: word[0], span: { start: from, end: from + word[0].length }, certain });
    }
  }
  // A template language may bring names of its own.
  return hasTags ? found.map(each => ({ ...each, certain: false })) : found;
}

/** Tells of growing offsets whether they lie in one of some spans, which are in text order. */
function inOrder(spans: readonly Span[]): (offset: number) => boolean {
  let at = 0;
  return offset => {
    while ((spans[at]?.end ?? Infinity) <= offset) at++;
    return (spans[at]?.start ?? Infinity) <= offset;
  };
}
