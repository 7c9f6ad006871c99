/**
 * Scalars of several lines: their lines move together, by as many columns as keep the value what it is.
 *
 * What stands before the text of a continued line is no part of a plain or quoted scalar. A block scalar's lines all
 * begin with the same number of blanks that are no part of it.
 */
import type { TextEdit } from '../offsetMap.ts';
import { advance, type Leaf, type Level, mayMove, type Placed, place, ROOT, type Sheet } from './sheet.ts';

/** Where a value stands. */
export interface Site {
  /** The innermost block collection around it. */
  readonly level: Level;
  /** The column of what begins a line; `undefined`: it stays where it is. */
  readonly indent: number | undefined;
  /** The column of the further lines of a scalar. */
  readonly hang: number;
  /** The column of the closing bracket, where the opening one does not begin a line. */
  readonly base: number;
  /** In a flow collection. */
  readonly flow: boolean;
}

interface Line {
  readonly start: number;
  /** How many blanks it begins with; tabs are none. */
  readonly blanks: number;
  /** What is behind them, without the line end. */
  readonly rest: string;
}

/** The lines of a part of the text, whose first may begin within a line. */
function linesOf(source: string, offset: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < source.length; ) {
    const end = source.indexOf('\n', at);
    const next = end < 0 ? source.length : end + 1;
    const [, blanks = '', rest = ''] = /^( *)(.*?)\r?$/s.exec(source.slice(at, end < 0 ? next : end)) ?? [];
    lines.push({ start: offset + at, blanks: blanks.length, rest });
    at = next;
  }
  return lines;
}

/** Places a plain or quoted scalar, or an alias. */
export function placeFlowScalar(sheet: Sheet, token: Leaf, site: Site): Placed {
  // Of a document that is one scalar nothing is moved: in the first column its lines might read as markers.
  const moves = site.level !== ROOT || site.flow;
  const placed = place(sheet, token, moves ? site.indent : undefined);
  if (!token.source.includes('\n')) return placed;
  const [, ...further] = linesOf(token.source, token.offset);
  const texts = further.filter(({ rest }) => rest.trim() !== '');
  let lastShift = 0;
  if (moves && mayMove(sheet, token.offset, token.offset + token.source.length)) {
    const aligned =
      texts[0]?.blanks === placed.old || (token.type !== 'scalar' && texts[0]?.blanks === placed.old + 1);
    const least = Math.min(...texts.map(({ blanks }) => blanks));
    const shift = aligned ? placed.now - placed.old : site.hang - least;
    const lowest = Math.max(1, site.level.now + 1);
    for (const { start, blanks } of texts) {
      const wanted = Math.max(lowest, blanks + shift);
      moveLine(sheet.edits, start, blanks, wanted);
      lastShift = wanted - blanks;
    }
  }
  sheet.lineStart = further.at(-1)?.start ?? sheet.lineStart;
  sheet.column = sheet.end - sheet.lineStart + lastShift;
  return placed;
}

/** Places the content of a block scalar, behind its header. */
export function placeBlockContent(sheet: Sheet, header: string, content: Leaf, site: Site): void {
  advance(sheet, content.offset);
  const lines = linesOf(content.source, content.offset);
  if (site.level !== ROOT && mayMove(sheet, content.offset, content.offset + content.source.length)) {
    // With a number in its header the content stands so many columns behind its parent.
    const indicated = Number(/[1-9]/.exec(header)?.[0] ?? 0);
    const text = lines.find(({ rest }) => rest !== '');
    const old = indicated > 0 ? site.level.old + indicated : (text?.blanks ?? Infinity);
    const now = indicated > 0 ? site.level.now + indicated : site.hang;
    for (const { start, blanks, rest } of lines) {
      // Of a line of blanks those that are more than the indentation are text.
      if (rest !== '' || blanks > old) moveLine(sheet.edits, start, blanks, now + blanks - old);
      else if (!header.includes('+') || start + blanks < sheet.text.length)
        moveLine(sheet.edits, start, blanks, 0);
      // At the end of the text the library takes such blanks for a line if they are as many as the content's.
      else moveLine(sheet.edits, start, blanks, now);
    }
  }
  sheet.end = content.offset + content.source.length;
  const ended = content.source.endsWith('\n');
  sheet.lineStart = ended ? sheet.end : (lines.at(-1)?.start ?? sheet.lineStart);
  sheet.fresh = ended || (content.source === '' && sheet.fresh);
  sheet.previous = 'block-scalar';
}

/** The edit is at the line's beginning, where it neither splits nor joins anything. */
function moveLine(edits: TextEdit[], start: number, blanks: number, wanted: number): void {
  if (blanks === wanted) return;
  const end = start + Math.max(0, blanks - wanted);
  edits.push({ span: { start, end }, newText: ' '.repeat(Math.max(0, wanted - blanks)) });
}
