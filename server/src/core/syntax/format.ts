/**
 * Formatting: the blanks between the tokens of a text, as edits. Tokens, comments, line ends and blank lines stay.
 *
 * The library's own writer would move comments, join blank lines and wrap texts anew.
 */
import type { Span } from '../util/span.ts';
import { alignTrailing } from './format/comments.ts';
import { layOut } from './format/layout.ts';
import { sameContent } from './format/sameContent.ts';
import { finish, newSheet } from './format/sheet.ts';
import { readable } from './hostile.ts';
import { readStream, type Stream } from './library.ts';
import { applyEdits, orderedEdits, type TextEdit } from './offsetMap.ts';

export interface FormatOptions {
  /** How many columns what stands below a key is set in, at least 1. */
  readonly step: number;
  /** Whole lines, the last one with its line end: only they change. `undefined`: all. */
  readonly range?: Span | undefined;
}

/**
 * The edits that format a text, in text order; `undefined` where it is no sound YAML. Whatever they might come to, a text
 * that would not read as before is left alone.
 */
export function formattingEdits(text: string, options: FormatOptions): readonly TextEdit[] | undefined {
  const clean = readable(text).text;
  const before = readStream(clean);
  if (before === undefined) return undefined;
  const edits = layoutEdits(clean, before, options);
  if (edits === undefined || edits.length === 0) return edits;
  const after = readStream(readable(applyEdits(text, edits).text).text);
  return after !== undefined && sameContent(before, after) ? edits : undefined;
}

/** The same edits, without the last look whether the text reads as before: for the tests, which look themselves. */
export function uncheckedEdits(text: string, options: FormatOptions): readonly TextEdit[] | undefined {
  const clean = readable(text).text;
  const stream = readStream(clean);
  return stream && layoutEdits(clean, stream, options);
}

function layoutEdits(
  text: string,
  { tokens }: Stream,
  { step, range }: FormatOptions,
): readonly TextEdit[] | undefined {
  const sheet = newSheet(text, step, range);
  layOut(sheet, tokens);
  finish(sheet);
  if (sheet.lost) return undefined;
  alignTrailing(sheet);
  return orderedEdits(sheet.edits);
}
