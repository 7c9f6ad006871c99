/**
 * Scalars of several lines: their lines move together, by as many columns as keep the value what it is.
 *
 * What stands before the text of a continued line is no part of a plain or quoted scalar. A block scalar's lines all
 * begin with the same number of blanks that are no part of it.
 */
import type { TextEdit } from '../offsetMap.ts';
import { advance, type Leaf, type Level, mayChange, type Placed, place, ROOT, type Sheet } from './sheet.ts';

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
  /** How many blanks it begins with. */
  readonly blanks: number;
  /** Nothing else is on it. */
  readonly empty: boolean;
}

/** The lines of a part of the text, whose first may begin within a line. */
function linesOf(source: string, offset: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < source.length; ) {
    const end = source.indexOf('\n', at);
    const next = end < 0 ? source.length : end + 1;
    const text = source.slice(at, next);
    const blanks = /^ */.exec(text)?.[0].length ?? 0;
    lines.push({ start: offset + at, blanks, empty: text.trim() === '' });
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
  const texts = further.filter(({ empty }) => !empty);
  let lastShift = 0;
  if (moves && mayMove(sheet, token)) {
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
  const first = lines.find(({ empty }) => !empty);
  const indicated = /[1-9]/.test(header);
  if (site.level !== ROOT && mayMove(sheet, content) && (first !== undefined || indicated)) {
    // With a number in its header the content stands so many columns behind its parent.
    const shift =
      first === undefined || indicated ? site.level.now - site.level.old : site.hang - first.blanks;
    for (const { start, blanks } of lines)
      if (blanks > 0) moveLine(sheet.edits, start, blanks, Math.max(0, blanks + shift));
  }
  sheet.end = content.offset + content.source.length;
  const ended = content.source.endsWith('\n');
  sheet.lineStart = ended ? sheet.end : (lines.at(-1)?.start ?? sheet.lineStart);
  sheet.fresh = ended || (content.source === '' && sheet.fresh);
  sheet.previous = 'block-scalar';
}

/** Whether all lines of a scalar may be changed. */
const mayMove = (sheet: Sheet, { offset, source }: Leaf): boolean =>
  mayChange(sheet, offset, offset + source.length);

/** The edit is at the line's beginning, where it neither splits nor joins anything. */
function moveLine(edits: TextEdit[], start: number, blanks: number, wanted: number): void {
  if (blanks === wanted) return;
  const end = start + Math.max(0, blanks - wanted);
  edits.push({ span: { start, end }, newText: ' '.repeat(Math.max(0, wanted - blanks)) });
}
