/** Putting text in quotes, so that YAML reads it as it stands. */
import type { Span } from '../../util/span.ts';
import type { Mend } from '../mend.ts';
import type { TextEdit } from '../offsetMap.ts';
import type { SyntaxNode, SyntaxTree } from '../tree.ts';

/**
 * Edits that turn a part of a text into one quoted scalar of the same words. Double quotes, unless the words hold a
 * double quote or a backslash. Quotes that already enclose all of it stay the enclosing ones (`"say "hi""`).
 */
export function quoteEdits(text: string, span: Span): readonly TextEdit[] {
  const raw = text.slice(span.start, span.end);
  const enclosed = isEnclosed(raw) || withoutCurlyQuotes(raw) !== undefined;
  const words = enclosed ? raw.slice(1, -1) : raw;
  const quote = /["\\]/.test(words) ? "'" : '"';
  const from = enclosed ? span.start + 1 : span.start;
  const edits: TextEdit[] = [{ span: { start: span.start, end: from }, newText: quote }];
  if (quote === "'") {
    for (let at = words.indexOf("'"); at >= 0; at = words.indexOf("'", at + 1)) {
      const start = from + at;
      edits.push({ span: { start, end: start + 1 }, newText: "''" });
    }
  }
  return [...edits, { span: { start: enclosed ? span.end - 1 : span.end, end: span.end }, newText: quote }];
}

/** The quotes of word processors, by how they open: `“a”`, `„a“`, `‘a’`, `‚a‘`. */
const curly: Readonly<Record<string, RegExp>> = {
  '“': /[“”„]/,
  '”': /[“”„]/,
  '„': /[“”„]/,
  '‘': /‘|’(?!\p{L})/u,
  '’': /‘|’(?!\p{L})/u,
  '‚': /‘|’(?!\p{L})/u,
};

/** What stands between curly quotes that enclose all of a text; `undefined`: none do, or they belong to words in it. */
export function withoutCurlyQuotes(raw: string): string | undefined {
  const quotes = curly[raw[0] ?? ''];
  const words = raw.slice(1, -1);
  return quotes?.test(raw.slice(-1)) && words !== '' && !quotes.test(words) ? words : undefined;
}

/** Whether a text begins and ends with the same quote, and the quotes within it belong to words or open and close there. */
function isEnclosed(raw: string): boolean {
  const quote = raw[0];
  if (raw.length < 3 || (quote !== '"' && quote !== "'") || raw.at(-1) !== quote) return false;
  const inner = raw.slice(1, -1);
  const first = inner.indexOf(quote);
  // `"a" or "b"`: the first inner quote closes a word, so the outer ones belong to words, too.
  return first < 0 || /\s/.test(inner[first - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(inner[first + 1] ?? ' ');
}

/** A trap whose fix puts its span in quotes. */
export function quotingMend(text: string, span: Span, message: string): Mend {
  const edits = quoteEdits(text, span);
  const isCurly = withoutCurlyQuotes(text.slice(span.start, span.end)) !== undefined;
  const said = isCurly ? `YAML takes curly quotes for letters. ${CURLY_ADVICE}` : message;
  return { problem: { code: 'yaml-trap', span, message: said, fix: { title: QUOTE_TITLE, edits } }, edits };
}

const CURLY_ADVICE = 'Put the text in straight ones.';

export const QUOTE_TITLE = 'Put the text in quotes';

/**
 * Edits that make a node the text that its author wrote, for a place where a text is expected: `- a: b` becomes
 * `- "a: b"`. Anchors and tags stay before the quotes.
 *
 * @returns `undefined` for a node that goes over several lines, is quoted already, or is empty.
 */
export function quoteNode(tree: Pick<SyntaxTree, 'text'>, node: SyntaxNode): readonly TextEdit[] | undefined {
  const { span } = node;
  if (node.kind === 'scalar' && node.style !== 'plain') return undefined;
  if (span.start === span.end || /[\n\r]/.test(tree.text.slice(span.start, span.end))) return undefined;
  return quoteEdits(tree.text, span);
}

/** The words of a span, cut where they are long, for a message. */
export function excerpt(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length > 40 ? `${words.slice(0, 37).trimEnd()}...` : words;
}
