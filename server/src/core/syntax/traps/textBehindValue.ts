/**
 * Words behind a value that is already whole: `do: "Contain" and close`, `- [ ] item`, `note: {{name}} is told`,
 * `do: 'it's done'`.
 */
import type { Span } from '../../util/span.ts';
import { commentFrom, lineStartAt } from '../cursor/line.ts';
import { continuedEnd, lineAt, type Mend, type Mender, valueSpan } from '../mend.ts';
import { excerpt, quoteEdits, quotingMend } from './quoting.ts';

const CHECK_BOX = /^\[[ xX]?\][ \t]+(?=\S)/;

export const textBehindValue: Mender = ({ text }, error) => {
  if (error.code !== 'UNEXPECTED_TOKEN' && error.code !== 'MISSING_CHAR') return undefined;
  const line = lineAt(text, error.start);
  const own = valueSpan(text, line);
  // Behind the bracket of a list or map over several lines.
  const before = text.slice(line.span.start, error.start);
  if (
    /^[\s\]}]*[\]}]$/.test(before) &&
    isComma(text.slice(error.start, line.comment ?? line.span.end).trimEnd())
  )
    return withoutComma(text, { start: error.start, end: error.start + 1 });
  if (error.start <= own.start || error.start > own.end) return undefined;
  const whole = { start: own.start, end: continuedEnd(text, line, own.end) };
  const raw = text.slice(whole.start, whole.end);
  if (raw[0] === '[' || raw[0] === '{') {
    const closed = flowLineEnd(raw);
    if (closed === undefined || whole.start + closed > error.start) return undefined;
    if (isComma(raw.slice(closed))) return withoutComma(text, whole);
    // A bracket too many is a bracket too many.
    if (/^[\]}\s]*$/.test(raw.slice(closed))) return undefined;
    const box = CHECK_BOX.exec(raw);
    if (box !== null && line.dashes.length > 0 && line.key === undefined)
      return checkBox(text, whole, box[0].length);
    const reading = raw[0] === '[' ? 'a list' : 'a map';
    const hint = raw.startsWith('{{') ? ' A placeholder in a value needs quotes around the value.' : '';
    return quotingMend(
      text,
      whole,
      `YAML reads "${raw.slice(0, closed)}" as ${reading} and cannot take the words behind it.${hint} Put the text in quotes.`,
    );
  }
  if ((raw[0] !== '"' && raw[0] !== "'") || line.value.kind !== 'scalar' || !line.value.scalar.ended)
    return undefined;
  if (error.start < line.value.scalar.span.end) return undefined;
  if (isComma(text.slice(line.value.scalar.span.end, whole.end))) return withoutComma(text, whole);
  const words = excerpt(text, { start: line.value.scalar.span.end, end: whole.end });
  return quotingMend(
    text,
    whole,
    `The quoted text ends before "${words}". Put all of it in quotes, and write quotes inside with the other kind.`,
  );
};

/** What JSON has between two entries, and other languages behind a statement. */
const isComma = (rest: string): boolean => /^\s*[,;]$/.test(rest);

/** More lines than these are not looked at above one for the bracket that it stands in. */
const mostLinesAbove = 50;

/** Whether the nearest line above that stands further left ends with a bracket, which YAML may have read as a part of a text. */
function isInBracket(text: string, offset: number): boolean {
  const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
  let start = lineStartAt(text, offset);
  const indent = indentOf(text.slice(start, offset));
  for (let count = 0; start > 0 && count < mostLinesAbove; count++) {
    const end = start - 1;
    start = lineStartAt(text, end);
    const line = text.slice(start, end).trimEnd();
    if (line !== '' && indentOf(line) < indent) return /[[{]$/.test(line);
  }
  return false;
}

function withoutComma(text: string, { end }: Span): Mend | undefined {
  if (isInBracket(text, end)) return undefined;
  const span = { start: end - 1, end };
  const edits = [{ span, newText: '' }];
  const sign = text.slice(span.start, end);
  const message = `Behind this value the "${sign}" is one too many, as each entry has a line of its own. Remove it.`;
  return { problem: { code: 'yaml-trap', span, message, fix: { title: 'Remove it', edits } }, edits };
}

/** Behind the bracket that closes the first one, on this line; `undefined`: none does. */
function flowLineEnd(raw: string): number | undefined {
  let depth = 0;
  const end = commentFrom(raw, 0, raw.length) ?? raw.length;
  for (let at = 0; at < end; at++) {
    if (raw[at] === '[' || raw[at] === '{') depth++;
    else if (raw[at] === ']' || raw[at] === '}') depth--;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** A check box as in Markdown: every list of the language that can be ticked off already draws its own. */
function checkBox(text: string, whole: { start: number; end: number }, length: number): Mend {
  const words = { start: whole.start + length, end: whole.end };
  const quote = /^[[\]{}#&*!|>'"%@`,]|^[-?](?:\s|$)|:(?:\s|$)/.test(text.slice(words.start, words.end));
  const edits = [
    { span: { start: whole.start, end: words.start }, newText: '' },
    ...(quote ? quoteEdits(text, words) : []),
  ];
  const box = text.slice(whole.start, words.start).trim();
  const message = `YAML reads the check box ${box} as a list and cannot take the words behind it. Remove the box, or put the text in quotes.`;
  return {
    problem: { code: 'yaml-trap', span: whole, message, fix: { title: 'Remove the check box', edits } },
    edits,
  };
}
