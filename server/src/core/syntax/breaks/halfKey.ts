/**
 * A key that is still being typed, or lacks its colon: `ski` above `do: x`. YAML joins both lines into one key.
 *
 * A word gets its colon, `skill:x` its blank; a sentence cannot be a key and is left out.
 */
import { type LineParts, lineEndAt, trimmedEnd } from '../cursor/line.ts';
import { outlineOf } from '../cursor/outline.ts';
import type { LibraryError } from '../library.ts';
import { blankOut, inFlow, lineAt, linesSetIn, type Mend, type Mender, visibleTokenFrom } from '../mend.ts';
import { tightKey } from '../traps/missingBlank.ts';
import { excerpt } from '../traps/quoting.ts';

export const halfKey: Mender = (broken, error) => {
  const { text, composition } = broken;
  if (!isAboutKeys(error) || inFlow(broken, error.start)) return undefined;
  // The library tells of a wrong indentation at the blanks before it.
  const token = error.code === 'BAD_INDENT' ? visibleTokenFrom(composition.tokens, error.start) : error;
  if (token === undefined) return undefined;
  const { start, end } = token;
  const line = lineAt(text, start);
  const first = {
    start,
    end: trimmedEnd(text, start, Math.min(end, lineEndAt(text, start))),
  };
  // Only a line's own first word can be a key; behind a key and colon it is a value.
  if (start !== line.contentStart || first.end <= first.start || line.key !== undefined) return undefined;
  // What begins with a character that means something to YAML is no key that was begun.
  if (/["'{}[\],&*!|>%@`?:#-]/.test(text.charAt(first.start))) return undefined;
  const tight = tightKey(text, first);
  if (tight !== undefined) return tight;
  if (line.dashes.length === 0 && !isInKeyColumn(text, line)) return strayLine(text, first);
  if (error.code === 'BAD_INDENT') return undefined;
  if (!/[ \t]/.test(text.slice(first.start, first.end))) return lacksColon(text, first);
  if (error.code === 'MISSING_CHAR') return undefined;
  return line.dashes.length > 0 ? keyBelowText(text, line.span.end, first) : strayLine(text, first);
};

const isAboutKeys = ({ code, message }: LibraryError): boolean =>
  code === 'MULTILINE_IMPLICIT_KEY' ||
  (code === 'MISSING_CHAR' && message.startsWith('Implicit map keys')) ||
  (code === 'BAD_INDENT' && message.startsWith('All mapping'));

/** Whether a line stands in the column of keys above it or below it. */
function isInKeyColumn(text: string, { span, indent }: LineParts): boolean {
  const { open, root } = outlineOf(text, span.start);
  if (open.length === 0) return root === undefined || root.column === indent;
  return open.some(
    level =>
      level.kind === 'map' &&
      (level.column === indent ||
        level.keys.some(({ child }) => child?.kind === 'map' && child.column === indent)),
  );
}

function lacksColon(text: string, first: { start: number; end: number }): Mend {
  const edits = [{ span: { start: first.end, end: first.end }, newText: ':' }];
  return {
    problem: {
      code: 'yaml-syntax',
      span: first,
      message: `"${excerpt(text, first)}" is a key without a colon. Write "${excerpt(text, first)}: " and its value.`,
      fix: { title: 'Insert a colon', edits },
    },
    edits,
  };
}

function strayLine(text: string, first: { start: number; end: number }): Mend {
  return {
    problem: {
      code: 'yaml-syntax',
      span: first,
      message: `"${excerpt(text, first)}" is neither a key with its value nor part of the text above it. Write a key and a colon before it, indent it deeper to continue a text, or remove it.`,
    },
    edits: [blankOut(text, first)],
  };
}

/** `- a sentence` with keys below it: the sentence stays, the keys go. */
function keyBelowText(
  text: string,
  lineEnd: number,
  first: { start: number; end: number },
): Mend | undefined {
  const below = lineEnd + (/^\s*/.exec(text.slice(lineEnd))?.[0].length ?? 0);
  const line = lineAt(text, below);
  if (below >= text.length || line.key === undefined) return undefined;
  return {
    problem: {
      code: 'yaml-syntax',
      span: line.key.span,
      message: `"${line.key.text}" cannot stand below "${excerpt(text, first)}", which is a text. Give the text a key of its own, or move "${line.key.text}" to where it belongs.`,
    },
    edits: linesSetIn(text, below, line.indent).map(({ span }) => blankOut(text, span)),
  };
}
