/** Brackets that are not closed, closed with the wrong one, or closed once too often. */
import { type LineParts, lineEndAt, nextLineStart, trimmedEnd } from '../cursor/line.ts';
import type { LexToken } from '../library.ts';
import {
  type BrokenText,
  isSpace,
  lineAt,
  type Mend,
  type Mender,
  shiftLines,
  tokenIndexAt,
} from '../mend.ts';
import { mendOf as swallowed } from '../traps/commentInText.ts';

export const brackets: Mender = (broken, error) => {
  const { tokens } = broken.composition;
  const at = tokenIndexAt(tokens, error.start);
  const token = tokens[at];
  if (error.code === 'UNEXPECTED_TOKEN' && token && isEnd(token) && opened(tokens, at).length === 0)
    return needless(broken.text, token);
  return END_EXPECTED.test(error.message) ? unclosed(broken, error.start) : undefined;
};

const END_EXPECTED = /end with a [\]}]$/;

const isStart = ({ kind }: LexToken): boolean => kind === 'flow-map-start' || kind === 'flow-seq-start';
const isEnd = ({ kind }: LexToken): boolean => kind === 'flow-map-end' || kind === 'flow-seq-end';

/** The brackets that are open before a token, outermost first. */
function opened(tokens: readonly LexToken[], before: number): LexToken[] {
  const open: LexToken[] = [];
  for (const token of tokens.slice(0, before)) {
    if (isStart(token)) open.push(token);
    else if (isEnd(token)) open.pop();
    else if (token.kind === 'flow-error-end') open.length = 0;
  }
  return open;
}

function needless(text: string, { start, end }: LexToken): Mend {
  const bracket = text.slice(start, end);
  const edits = [{ span: { start, end }, newText: '' }];
  return {
    problem: {
      code: 'yaml-syntax',
      span: { start, end },
      message: `Nothing is open that ${bracket} could close. Remove it, or put the text in quotes if it is meant as text.`,
      fix: { title: `Remove ${bracket}`, edits },
    },
    edits,
  };
}

/** A bracket that takes a line with a key of its own for its entries, before or at the first error. */
export const swallowingBracket: Mender = (broken, first) => {
  const { text, composition } = broken;
  const error = composition.errors.find(({ message }) => END_EXPECTED.test(message));
  if (error === undefined) return undefined;
  const { open } = unclosedBefore(composition.tokens, error.start);
  const [outer] = open;
  if (outer === undefined || outer.start > first.start) return undefined;
  const limit = keyLineBehind(text, outer.start, error.start);
  return limit === undefined ? undefined : closeAt(broken, open, limit);
};

/** The brackets that are open where the library gives up a flow collection, and that place. */
function unclosedBefore(tokens: readonly LexToken[], from: number): { open: LexToken[]; end: number } {
  const found = tokens.findIndex(({ kind, start }) => kind === 'flow-error-end' && start >= from);
  const end = found < 0 ? tokens.length : found;
  return { open: opened(tokens, end), end: tokens[end]?.start ?? tokens.at(-1)?.end ?? 0 };
}

function unclosed(broken: BrokenText, from: number): Mend | undefined {
  const { text, composition } = broken;
  const { tokens } = composition;
  const place = tokenIndexAt(tokens, from);
  const wrong = tokens[place];
  if (wrong && isEnd(wrong)) {
    const open = opened(tokens, place).at(-1);
    if (open && closerOf(open) !== text[wrong.start]) return wrongBracket(text, open, wrong);
  }
  const { open, end } = unclosedBefore(tokens, from);
  const [first] = open;
  if (first === undefined) return undefined;
  return (
    swallowingComment(text, tokens, first.start) ?? outdented(text, first, end) ?? closeAt(broken, open, end)
  );
}

/** Lines between brackets that do not stand deeper than the key before the opening one: they are moved to the right. */
function outdented(text: string, open: LexToken, end: number): Mend | undefined {
  const line = lineAt(text, open.start);
  const owner = line.key?.span.start ?? line.dashes.at(-1);
  if (owner === undefined) return undefined;
  const column = owner - line.span.start;
  const lines: LineParts[] = [];
  let next = lineAt(text, end);
  for (;;) {
    if (
      next.key !== undefined ||
      next.dashes.length > 0 ||
      next.indent > column ||
      lines.length > MAX_OUTDENTED
    )
      return undefined;
    if (text[next.contentStart] === closerOf(open)) break;
    if (!next.blank) lines.push(next);
    const start = nextLineStart(text, next.span.end);
    if (start === undefined) return undefined;
    next = lineAt(text, start);
  }
  const [first] = lines;
  if (first === undefined) return undefined;
  const by = column + 2 - Math.min(...lines.map(({ indent }) => indent));
  const edits = shiftLines(lines, by);
  return {
    problem: {
      code: 'yaml-syntax',
      span: { start: first.contentStart, end: trimmedEnd(text, first.contentStart, first.span.end) },
      message: `What stands between ${text[open.start] ?? ''} and ${closerOf(open)} must be indented deeper than the line of the first. Indent it.`,
      fix: { title: 'Indent the lines between the brackets', edits },
    },
    edits,
  };
}

/** How many lines between brackets are moved at most. */
const MAX_OUTDENTED = 50;

const closerOf = ({ kind }: LexToken): string => (kind === 'flow-map-start' ? '}' : ']');

function wrongBracket(text: string, open: LexToken, { start, end }: LexToken): Mend {
  const right = closerOf(open);
  const edits = [{ span: { start, end }, newText: right }];
  const written = text.slice(start, end);
  return {
    problem: {
      code: 'yaml-syntax',
      span: { start, end },
      message: `${written} cannot close ${text[open.start] ?? ''}. Write ${right} instead.`,
      fix: { title: `Replace ${written} by ${right}`, edits },
    },
    edits,
  };
}

/** The start of the first line behind a bracket that was never meant inside: it holds a key or item, and no comma leads to it. */
function keyLineBehind(text: string, start: number, end: number): number | undefined {
  const indent = lineAt(text, start).indent;
  for (let lineEnd = lineEndAt(text, start); lineEnd < end; ) {
    const next = lineAt(text, lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1));
    const led = /[,[{:]$/.test(text.slice(start, lineEnd).trimEnd()) && next.indent > indent;
    if ((next.key !== undefined || next.dashes.length > 0) && !led) return next.span.start;
    lineEnd = next.span.end;
  }
  return undefined;
}

/** Closes the open brackets behind the last thing written before `limit`. */
function closeAt(
  { text, composition: { tokens } }: BrokenText,
  open: readonly LexToken[],
  limit: number,
): Mend | undefined {
  const inside = open.filter(({ start }) => start < limit);
  const [first] = inside;
  if (first === undefined) return undefined;
  let last = tokenIndexAt(tokens, limit);
  while (last > 0 && isWithout(tokens[last], limit)) last--;
  const at = Math.max(first.end, tokens[last]?.end ?? 0);
  const newText = inside.map(closerOf).reverse().join('');
  const end = Math.max(first.end, trimmedEnd(text, first.start, Math.min(at, lineEndAt(text, first.start))));
  const edits = [{ span: { start: at, end: at }, newText }];
  return {
    problem: {
      code: 'yaml-syntax',
      span: { start: first.start, end },
      message: `The ${text[first.start] ?? ''} that opens here is not closed. Write ${newText} at the end.`,
      fix: { title: `Insert ${newText}`, edits },
    },
    edits,
  };
}

/** Whether nothing can be closed behind a token: it is a blank or comment, or does not end before the limit. */
const isWithout = (token: LexToken | undefined, limit: number): boolean =>
  token === undefined || isSpace(token) || token.end > limit || token.end === token.start;

/** `[fix #12, close]`: the comment holds the closing bracket. */
function swallowingComment(text: string, tokens: readonly LexToken[], from: number): Mend | undefined {
  const lineEnd = lineEndAt(text, from);
  const index = tokens.findIndex(({ kind, start }) => kind === 'comment' && start > from && start < lineEnd);
  const comment = tokens[index];
  const before = tokens[index - 2];
  if (
    !comment ||
    !before ||
    before.kind !== 'scalar' ||
    !/^#[^\s#]/.test(text.slice(comment.start, comment.end))
  )
    return undefined;
  const cut = text.slice(comment.start, comment.end).search(/[,\]}]/);
  return cut < 0 ? undefined : swallowed(text, { start: before.start, end: comment.start + cut }, comment);
}
