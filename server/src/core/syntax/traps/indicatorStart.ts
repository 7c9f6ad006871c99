/**
 * A value that begins with a character that means something to YAML: `target: >= 90 %`, `- > 80 %`, `version: *`,
 * `- @x`, `- *All* checks`, `do: & then`, `note: % of users`.
 */
import type { LineParts } from '../cursor/line.ts';
import {
  continuedEnd,
  flowPart,
  inFlow,
  lineAt,
  type Mend,
  type Mender,
  tokenIndexAt,
  valueSpan,
} from '../mend.ts';
import { excerpt, quotingMend } from './quoting.ts';

const MEANING: Readonly<Record<string, string>> = {
  '>': 'begins a folded block of text',
  '|': 'begins a literal block of text',
  '*': 'stands for a value named elsewhere',
  '&': 'gives the value a name',
  '@': 'is reserved',
  '`': 'is reserved',
  '%': 'begins a directive',
  ',': 'separates entries',
};

export const indicatorStart: Mender = (broken, error) => {
  const { text } = broken;
  if (error.code === 'BAD_SCALAR_START') return reservedStart(broken, error.start);
  if (error.code !== 'UNEXPECTED_TOKEN' && error.code !== 'BAD_ALIAS' && error.code !== 'MISSING_CHAR')
    return undefined;
  if (inFlow(broken, error.start)) {
    const part = flowPart(broken, error.start);
    return '*&'.includes(text[part.start] ?? ' ') && part.end > part.start ? mendOf(text, part) : undefined;
  }
  const line = lineAt(text, error.start);
  const at = '&!'.includes(text[afterKey(line, text)] ?? ' ') ? afterKey(line, text) : line.value.at;
  const span = { start: at, end: wordsEnd(text, line, at) };
  const lineEnd = Math.max(at, valueSpan(text, line).end);
  if (error.start < at || error.start > lineEnd || line.value.kind === 'block-scalar') return undefined;
  const start = text[at] ?? ' ';
  if (!'>|*&'.includes(start)) return undefined;
  // An anchor with a name, or an alias alone, is what YAML takes it for.
  if (start === '&' && !/^&(?:\s|$)/.test(text.slice(at, span.end))) return undefined;
  return mendOf(text, span);
};

/** Behind the words that begin at `at`: all of a value, but of a line that can only be a key and its value, the key. */
function wordsEnd(text: string, line: LineParts, at: number): number {
  const end = Math.max(at, valueSpan(text, line).end);
  if (line.key !== undefined || line.dashes.length > 0 || at !== line.contentStart)
    return continuedEnd(text, line, end);
  const colon = text.slice(at, end).search(/[ \t]*:(?:[ \t]|$)/);
  return colon > 0 ? at + colon : end;
}

/** The first character behind the key and its colon, or behind the dashes; before an anchor or a tag. */
function afterKey({ key, contentStart, span }: LineParts, text: string): number {
  let at = key === undefined ? contentStart : key.colon + 1;
  while (at < span.end && /[ \t]/.test(text[at] ?? '')) at++;
  return at;
}

/** A plain scalar that begins with a reserved character: all of it, or of its line where a colon makes it a key. */
function reservedStart(broken: Parameters<Mender>[0], at: number): Mend | undefined {
  const { text, composition } = broken;
  const token = composition.tokens[tokenIndexAt(composition.tokens, at)];
  if (token === undefined) return undefined;
  const line = lineAt(text, at);
  const item = line.dashes.length > 0 && line.contentStart === at;
  const value = line.key !== undefined && line.value.at <= at;
  if (!inFlow(broken, at) && (item || value))
    return mendOf(text, { start: line.value.at, end: Math.max(token.end, valueSpan(text, line).end) });
  const colon = composition.tokens[tokenIndexAt(composition.tokens, token.end)]?.kind === 'map-value-ind';
  return mendOf(text, { start: at, end: colon ? Math.min(token.end, valueSpan(text, line).end) : token.end });
}

function mendOf(text: string, { start, end }: { start: number; end: number }): Mend {
  const indicator = text[start] ?? '';
  const meaning = MEANING[indicator] ?? 'has a meaning of its own';
  const span = { start, end };
  return quotingMend(
    text,
    span,
    `At the start of a value YAML reads ${indicator} not as text: it ${meaning}. Put "${excerpt(text, span)}" in quotes.`,
  );
}
