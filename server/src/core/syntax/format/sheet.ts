/**
 * Placing the tokens of a text one after the other: what stands between two of them becomes what it should be, as edits.
 *
 * A token that begins a line is given a column, any other a gap that follows from its neighbours. Tokens themselves never
 * change, and no line end comes or goes. Offsets and "old" columns are of the text as written, "now" is after the edits.
 */
import type { Span } from '../../util/span.ts';
import type { TextEdit } from '../offsetMap.ts';

/** The column of a block collection: of its dashes, or of its keys. `ROOT` is around the topmost. */
export interface Level {
  readonly old: number;
  readonly now: number;
  readonly parent: Level | undefined;
}

export const ROOT: Level = { old: -1, now: -1, parent: undefined };

/** A token of the library, as far as placing needs it. */
export interface Leaf {
  readonly type: string;
  readonly offset: number;
  readonly source: string;
}

/** Where a token stands. `first`: nothing but blanks is before it on its line. */
export interface Placed {
  readonly old: number;
  readonly now: number;
  readonly first: boolean;
}

/** A comment on a line of its own, which waits for what follows it. */
export interface OwnLineComment {
  /** Where its line begins, and the comment in it. */
  readonly start: number;
  readonly end: number;
  /** The level that was open before it. */
  readonly level: Level;
}

/** A comment behind other text, whose gap is decided when all are known. */
export interface TrailingComment {
  /** The blanks before the `#`. */
  readonly start: number;
  readonly end: number;
  readonly oldColumn: number;
  /** Behind the text before it, after the edits. */
  readonly nowEnd: number;
}

export interface Sheet {
  readonly text: string;
  /** Columns between a key and what stands below it. */
  readonly step: number;
  /** The lines that may be changed, the last one with its line end; `undefined`: all. */
  readonly range: Span | undefined;
  readonly edits: TextEdit[];
  readonly waiting: OwnLineComment[];
  readonly trailing: TrailingComment[];
  /** Behind the last token that was placed. */
  end: number;
  lineStart: number;
  /** The column of `end` after the edits. */
  column: number;
  /** Nothing was placed on this line yet. */
  fresh: boolean;
  /** The kind of the last token that was placed. */
  previous: string | undefined;
  /** The library passed over a part of the text without a token: then nothing may be said of it. */
  lost: boolean;
  /** The innermost level that is open; behind a colon or a dash that of the value that may follow. */
  level: Level;
}

export const newSheet = (text: string, step: number, range: Span | undefined): Sheet => ({
  text,
  step,
  range,
  edits: [],
  waiting: [],
  trailing: [],
  end: 0,
  lineStart: 0,
  column: 0,
  fresh: true,
  previous: undefined,
  lost: false,
  level: ROOT,
});

/**
 * Goes on to `offset`, with nothing but blanks and line ends between: blanks before a line end are removed.
 *
 * @returns where the blanks directly before `offset` begin.
 */
export function advance(sheet: Sheet, offset: number): number {
  const { text } = sheet;
  let from = sheet.end;
  for (let at = from; at < offset; at++) {
    if (text[at] !== '\n') {
      if (text[at] !== ' ' && text[at] !== '\t' && text[at] !== '\r') sheet.lost = true;
      continue;
    }
    replaceBlanks(sheet, from, at > from && text[at - 1] === '\r' ? at - 1 : at, 0);
    from = at + 1;
    sheet.lineStart = from;
    sheet.fresh = true;
  }
  sheet.end = offset;
  return from;
}

/** Whether the text from `start` to `end` may be changed. */
export const mayChange = ({ range, text }: Sheet, start: number, end: number): boolean =>
  range === undefined ||
  (range.start <= start && end <= range.end && (start < range.end || range.end === text.length));

/**
 * Whether all of what stands from `start` to `end` may be moved. Lines of blanks behind it count: behind a block scalar that
 * moved without them their blanks might be text.
 */
export function mayMove(sheet: Sheet, start: number, end: number): boolean {
  if (sheet.range === undefined) return true;
  const behind = /(?:[ \t]*\r?\n)*[ \t]*/y;
  behind.lastIndex = end;
  const blanks = (behind.exec(sheet.text)?.[0] ?? '').replace(/[\r\n]+$/, '');
  return mayChange(sheet, start, end + blanks.length);
}

/**
 * Makes the blanks from `start` to `end` so many; the edit is at their beginning, so that a cursor behind them stays with
 * its text.
 */
export function replaceBlanks(sheet: Sheet, start: number, end: number, wanted: number): void {
  const there = end - start;
  const { text, edits } = sheet;
  const hasTab = text.slice(start, end).includes('\t');
  if ((there === wanted && !hasTab) || !mayChange(sheet, start, end)) return;
  if (hasTab) edits.push({ span: { start, end }, newText: ' '.repeat(wanted) });
  else
    edits.push({
      span: { start, end: start + Math.max(0, there - wanted) },
      newText: ' '.repeat(Math.max(0, wanted - there)),
    });
}

/**
 * Places the next token.
 *
 * @param indent its column if it begins a line; `undefined`: it stays where it is.
 * @param keepsGap if it does not begin a line, the blanks before it stay.
 */
export function place(sheet: Sheet, token: Leaf, indent: number | undefined, keepsGap = false): Placed {
  const from = advance(sheet, token.offset);
  const first = sheet.fresh;
  const keeps = (first ? indent === undefined : keepsGap) || !mayChange(sheet, from, token.offset);
  const there = token.offset - from;
  const wanted = keeps ? there : first ? (indent ?? there) : gapBetween(sheet.previous, token.type);
  if (!keeps) replaceBlanks(sheet, from, token.offset, wanted);
  const placed = {
    old: token.offset - sheet.lineStart,
    now: first ? wanted : sheet.column + wanted,
    first,
  };
  if (first) settleWaiting(sheet, placed);
  sheet.end = token.offset + token.source.length;
  sheet.column = placed.now + token.source.length;
  sheet.fresh = false;
  sheet.previous = token.type;
  return placed;
}

/** How many blanks stand between two tokens of a line, by their kinds. */
function gapBetween(previous: string | undefined, type: string): number {
  switch (type) {
    case 'comma':
      return 0;
    case 'flow-seq-end':
      // Behind a colon the bracket would become a part of it.
      return previous === 'map-value-ind' ? 1 : 0;
    case 'flow-map-end':
      return previous === 'flow-map-start' ? 0 : 1;
    case 'map-value-ind':
      // The name of an alias or anchor, and a tag, would take the colon in.
      return previous !== undefined && ENDS_KEY.has(previous) ? 0 : 1;
    default:
      return previous === 'flow-seq-start' ? 0 : 1;
  }
}

const ENDS_KEY: ReadonlySet<string> = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'flow-map-end',
  'flow-seq-end',
  'flow-seq-start',
]);

/**
 * Comments on lines of their own stand where the next token does. One that is set in deeper than it, as deep as
 * something before it, is about that, and goes with it: a step that was commented out stays in its list.
 */
export function settleWaiting(sheet: Sheet, next: { readonly old: number; readonly now: number }): void {
  for (const { start, end, level } of sheet.waiting.splice(0)) {
    let found: Level | undefined = level;
    while (found !== undefined && found.old > end - start) found = found.parent;
    const wanted = found !== undefined && found.old > next.old ? found.now : next.now;
    replaceBlanks(sheet, start, end, wanted);
  }
}

/**
 * Ends the sheet: no blanks at the end, and a line end behind the last line. A block scalar without one is left so,
 * since the line end would become a part of it.
 */
export function finish(sheet: Sheet): void {
  const { text } = sheet;
  settleWaiting(sheet, { old: 0, now: 0 });
  const from = advance(sheet, text.length);
  const needsEnd = !sheet.fresh && sheet.previous !== undefined && sheet.previous !== 'block-scalar';
  if (!needsEnd) replaceBlanks(sheet, from, text.length, 0);
  else if (mayChange(sheet, from, text.length)) {
    const newText = /\r?\n/.exec(text)?.[0] ?? '\n';
    sheet.edits.push({ span: { start: from, end: text.length }, newText });
  }
}
