/** Brackets that are not closed, closed with the wrong one, or closed once too often. */
import { lineEndAt, trimmedEnd } from '../cursor/line.ts';
import type { LexToken } from '../library.ts';
import { type BrokenText, isSpace, lineAt, type Mend, type Mender, tokenIndexAt } from '../mend.ts';
import { mendOf as swallowed } from '../traps/commentInText.ts';

export const brackets: Mender = (broken, error) => {
  const { tokens } = broken.composition;
  const at = tokenIndexAt(tokens, error.start);
  const token = tokens[at];
  if (error.code === 'UNEXPECTED_TOKEN' && token && isEnd(token) && opened(tokens, at).length === 0)
    return needless(broken.text, token);
  const missing = /end with a [\]}]$/.test(error.message);
  return missing ? unclosed(broken, error.start) : undefined;
};

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

function unclosed({ text, composition: { tokens } }: BrokenText, from: number): Mend | undefined {
  const place = tokenIndexAt(tokens, from);
  const wrong = tokens[place];
  if (wrong && isEnd(wrong)) {
    const open = opened(tokens, place).at(-1);
    if (open && closerOf(open) !== text[wrong.start]) return wrongBracket(text, open, wrong);
  }
  let end = tokens.findIndex(({ kind, start }) => kind === 'flow-error-end' && start >= from);
  if (end < 0) end = tokens.length;
  const open = opened(tokens, end);
  const [first] = open;
  if (first === undefined) return undefined;
  const comment = swallowingComment(text, tokens, first.start);
  if (comment !== undefined) return comment;
  let last = end - 1;
  while (last > 0 && tokens[last] && isSpace(tokens[last] ?? first)) last--;
  return closeAt(text, open, firstKeyLineEnd(text, first.start, tokens[last]?.end ?? first.end));
}

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

/** Where the list or map ends before a line that holds a key of its own: such a line was never meant inside. */
function firstKeyLineEnd(text: string, start: number, end: number): number {
  for (let lineEnd = lineEndAt(text, start); lineEnd < end; ) {
    const next = lineAt(text, lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1));
    const before = text.slice(start, lineEnd).trimEnd();
    if ((next.key !== undefined || next.dashes.length > 0) && !/[,[{:]$/.test(before))
      return start + before.length;
    lineEnd = next.span.end;
  }
  return end;
}

function closeAt(text: string, open: readonly LexToken[], at: number): Mend | undefined {
  const inside = open.filter(({ start }) => start < at);
  const [first] = inside;
  if (first === undefined) return undefined;
  const newText = inside.map(closerOf).reverse().join('');
  const end = trimmedEnd(text, first.start + 1, Math.min(at, lineEndAt(text, first.start)));
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
