/** What is seen to before the library reads a text: its size, what is no text at all, merge conflicts. */
import type { Span } from '../util/span.ts';
import { lineEndAt } from './cursor/line.ts';
import { BINARY_SHARE, MAX_CHARACTERS, MAX_CONTROL_CHARACTERS, MAX_LINES } from './limits.ts';
import { blankOut, type Mend } from './mend.ts';
import type { SyntaxProblem } from './tree.ts';

/** Why a text is not parsed at all; `undefined`: it is. */
export function tooLarge(text: string): SyntaxProblem | undefined {
  const problem = (message: string): SyntaxProblem => ({
    code: 'too-large',
    span: firstLine(text),
    message,
  });
  if (text.length > MAX_CHARACTERS) {
    const limit = MAX_CHARACTERS.toLocaleString('en');
    return problem(
      `This file is not checked: it is longer than ${limit} characters. Split it into several files.`,
    );
  }
  const controls = (text.match(CONTROLS) ?? []).join('').length;
  if (controls >= MAX_CONTROL_CHARACTERS && controls * BINARY_SHARE >= text.length)
    return problem('This file is not checked: it holds binary data. Save it as UTF-8 text.');
  if (hasMoreLines(text, MAX_LINES)) {
    const limit = MAX_LINES.toLocaleString('en');
    return problem(`This file is not checked: it has more than ${limit} lines. Split it into several files.`);
  }
  return undefined;
}

/** The first line, cut where it is long: where a problem of the whole file is shown. */
export const firstLine = (text: string): Span => ({
  start: 0,
  end: Math.max(1, lineEndAt(text.slice(0, 200), 0)),
});

const hasMoreLines = (text: string, most: number): boolean =>
  text.length > most && (text.match(/\n/g)?.length ?? 0) >= most;

/** Control characters, which the library takes for its own marks. Tabs and line ends are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x08\x0B\x0C\x0E-\x1F]+/g;

/** A text of the same length that the library reads line by line as an author sees it, and what had to be changed for it. */
export function readable(text: string): {
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
} {
  const problems: SyntaxProblem[] = [];
  const clean = text.replace(CONTROLS, (found, start: number) => {
    const span = { start, end: start + found.length };
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    problems.push({
      code: 'yaml-syntax',
      span,
      message: `A control character (U+${code}) stands here, which YAML does not allow. Remove it.`,
      fix: { title: 'Remove the control character', edits: [{ span, newText: '' }] },
    });
    return '\uFFFD'.repeat(found.length);
  });
  return { text: clean.replace(/\r(?!\n)/g, '\n'), problems };
}

const OURS = '<'.repeat(7);
const BASE = '|'.repeat(7);
const MIDDLE = '='.repeat(7);
const THEIRS = '>'.repeat(7);

/** Merge conflicts: our side is read, the rest left out, and all of it told of once. */
export function conflicts(text: string): Mend | undefined {
  if (!text.includes(OURS)) return undefined;
  let side: 'none' | 'ours' | 'theirs' = 'none';
  let first: { start: number; end: number } | undefined;
  let count = 0;
  const edits: Mend['edits'][number][] = [];
  for (const match of text.matchAll(/^[^\n\r]+/gm)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const mark = /^([<|=>])\1{6}(?=\s|$)/.exec(match[0])?.[0];
    if (mark === OURS) {
      side = 'ours';
      first ??= span;
      count++;
    } else if (side === 'none') continue;
    else if (mark === BASE || mark === MIDDLE) side = 'theirs';
    if (mark !== undefined || side === 'theirs') edits.push(blankOut(text, span));
    if (mark === THEIRS) side = 'none';
  }
  if (first === undefined) return undefined;
  const many =
    count > 1 ? `${count} unresolved merge conflicts; here is the first` : 'an unresolved merge conflict';
  const message = `This file holds ${many}. Keep one side, and delete the lines that begin with ${OURS}, ${MIDDLE} and ${THEIRS}.`;
  return { problem: { code: 'yaml-syntax', span: first, message }, edits };
}
