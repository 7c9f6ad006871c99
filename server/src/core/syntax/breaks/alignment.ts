/** A key or item that stands a little left or right of those it belongs to. It is moved with what is wrong by as much. */
import type { Span } from '../../util/span.ts';
import { type Level, slotsOf } from '../cursor/levels.ts';
import type { LineParts } from '../cursor/line.ts';
import { outlineOf } from '../cursor/outline.ts';
import { compose } from '../library.ts';
import { type BrokenText, lineAt, type Mend, type Mender, shiftLines, visibleTokenFrom } from '../mend.ts';
import { applyEdits } from '../offsetMap.ts';
import { belonging, belongingText, unitOf } from './belonging.ts';

/** A line, and where it is to begin. */
interface Move {
  readonly line: LineParts;
  readonly column: number;
  /** Whose column that is. */
  readonly beside: 'those above' | 'those below' | 'its keys' | 'its text';
}

export const alignment: Mender = (broken, error) => {
  const { text } = broken;
  const line =
    error.code === 'BLOCK_AS_IMPLICIT_KEY' && error.message.startsWith('Nested')
      ? setInTooDeep(text, error.start)
      : undefined;
  if (line !== undefined) return align(text, line);
  const root = rootSetIn(broken, error.start);
  if (root !== undefined) return root;
  const misplaced =
    (error.code === 'BAD_INDENT' && error.message.startsWith('All ')) ||
    (error.code === 'MISSING_CHAR' && error.message.startsWith('Sequence item')) ||
    (error.code === 'BLOCK_AS_IMPLICIT_KEY' && error.message.startsWith('A block sequence'));
  const token = misplaced ? visibleTokenFrom(broken.composition.tokens, error.start) : undefined;
  return token && align(text, lineAt(text, token.start));
};

/** Moves a line that fits to nothing above it, or those above it; `undefined`: there is nothing that it could belong to. */
export const align = (text: string, line: LineParts): Mend | undefined => best(text, movesOf(text, line));

/** A first key that stands deeper than those below it: YAML takes it for the whole document. */
function rootSetIn({ text, composition }: BrokenText, at: number): Mend | undefined {
  const range = composition.contents?.range;
  const token = visibleTokenFrom(composition.tokens, at);
  if (!range || token === undefined || token.start < range[1]) return undefined;
  const line = lineAt(text, token.start);
  const first = lineAt(text, range[0]);
  if (first.key === undefined || line.key === undefined || first.dashes.length + line.dashes.length > 0)
    return undefined;
  if (first.indent <= line.indent || line.contentStart !== token.start) return undefined;
  return mendOf(text, { line: first, column: line.indent, beside: 'those below' });
}

/** The second line of `do: x` with `needs: y` below, set in deeper: YAML takes the two for one value. */
function setInTooDeep(text: string, at: number): LineParts | undefined {
  const line = lineAt(text, at);
  if (line.key === undefined || at <= line.key.colon) return undefined;
  const column = line.key.span.start - line.span.start;
  let next = lineBelowOf(text, line);
  while (next !== undefined && next.key === undefined && next.dashes.length === 0 && next.indent > column)
    next = lineBelowOf(text, next);
  return next?.key === undefined || next.dashes.length > 0 || next.indent <= column ? undefined : next;
}

export function lineBelowOf(text: string, { span }: LineParts): LineParts | undefined {
  const below = span.end + (/^\s*/.exec(text.slice(span.end))?.[0].length ?? 0);
  return below >= text.length ? undefined : lineAt(text, below);
}

function lineAboveOf(text: string, start: number): LineParts | undefined {
  for (let at = start - 1; at >= 0; ) {
    const line = lineAt(text, at);
    if (!line.blank) return line;
    at = line.span.start - 1;
  }
  return undefined;
}

/**
 * What may be meant of a line that fits to nothing above it: it belongs to the list or map that is nearest, of two to the
 * deeper; or it stands right, and the lines above it that it belongs to do not.
 */
function movesOf(text: string, line: LineParts): readonly Move[] {
  const { start } = line.span;
  const kind = line.dashes.length > 0 ? 'list' : 'map';
  const asText = inBlockText(text, line);
  if (kind === 'map' && line.key === undefined) return asText;
  const { open } = outlineOf(text.slice(0, start), start);
  const levels = open.filter(level => level.kind === kind);
  const distance = Math.min(...levels.map(({ column }) => Math.abs(column - line.indent)));
  if (asText.some(({ column }) => column - line.indent < distance)) return asText;
  const nearest = levels.filter(({ column }) => Math.abs(column - line.indent) === distance).reverse();
  const own = nearest.map(({ column }): Move => ({ line, column, beside: 'those above' }));
  const others = nearest.flatMap((level): readonly Move[] => {
    const [slot] = slotsOf(level);
    const first = slot && lineAt(text, slot.span.start);
    if (first === undefined) return [];
    const column = first.indent + line.indent - level.column;
    if (first.indent === level.column) return [{ line: first, column, beside: 'those below' }];
    // The first key of an item: the item moves, if it is the only one so far.
    const { owner } = level;
    const isOnly = owner?.kind === 'item' && owner.level.items.length === 1;
    if (!isOnly || column < 0 || owner.column !== first.indent) return [];
    return [{ line: first, column, beside: 'its keys' }];
  });
  return [...own, ...others];
}

/** A line of a block of text that stands left of the others, and so ends it. */
function inBlockText(text: string, line: LineParts): readonly Move[] {
  const above = lineAboveOf(text, line.span.start);
  if (above === undefined || above.indent <= line.indent) return [];
  const { region } = outlineOf(text.slice(0, above.span.end), above.span.end);
  if (region?.kind !== 'block-scalar') return [];
  return [{ line, column: above.indent, beside: 'its text' }];
}

/**
 * Of several moves the one after which the fewest errors are left; of those the one after which the fewest levels are set in
 * otherwise than is usual in this text; of those the one of the fewest lines.
 */
function best(text: string, moves: readonly Move[]): Mend | undefined {
  const mends = moves.flatMap(move => mendOf(text, move) ?? []);
  if (mends.length < 2) return mends[0];
  const unit = unitOf(text);
  const rated = mends.map(mend => {
    const moved = applyEdits(text, mend.edits).text;
    const { errors, tooDeepAt } = compose(moved);
    const left = tooDeepAt === undefined ? errors.length : Number.POSITIVE_INFINITY;
    return { mend, rating: [left, unusualLevels(moved, unit), mend.edits.length] };
  });
  return rated.reduce((one, other) => (isLess(other.rating, one.rating) ? other : one)).mend;
}

/** How many lists and maps are set in below their keys by something else than a unit. */
function unusualLevels(text: string, unit: number): number {
  const { root } = outlineOf(text, 0);
  let count = 0;
  for (const level of levelsOf(root)) {
    const { owner, column } = level;
    if (owner === undefined ? column > 0 : owner.kind === 'key' && column - owner.column !== unit) count++;
  }
  return count;
}

function* levelsOf(root: Level | undefined): Iterable<Level> {
  const open = root === undefined ? [] : [root];
  for (let level = open.pop(); level !== undefined; level = open.pop()) {
    yield level;
    open.push(...slotsOf(level).flatMap(({ child }) => child ?? []));
  }
}

/** Compares by the first numbers that differ. */
function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return (one[at] ?? 0) < (other[at] ?? 0);
}

function mendOf(text: string, { line, column, beside }: Move): Mend | undefined {
  const by = column - line.indent;
  if (by === 0) return undefined;
  const isText = beside === 'its text';
  const first = line.span.start + line.indent;
  const [what, others, span] = wordsOf(line, isText, { start: first, end: first + 1 });
  const edits = shiftLines((isText ? belongingText : belonging)(text, line, column), by);
  const message =
    beside === 'its keys'
      ? `${what} is indented by ${count(line.indent)}, but the keys below it belong to one that is indented by ${count(column)}. Align it with them.`
      : `${what} is indented by ${count(line.indent)}, but ${others} by ${count(column)}. Align it with them.`;
  const title = `Align with the lines ${beside === 'those above' || isText ? 'above' : 'below'}`;
  return { problem: { code: 'yaml-syntax', span, message, fix: { title, edits } }, edits };
}

/** What a line is called, what it stands beside, and where it is marked. */
function wordsOf({ key, dashes }: LineParts, isText: boolean, first: Span): [string, string, Span] {
  if (isText) return ['This line', 'the text above it', first];
  if (dashes.length > 0 || key === undefined) return ['This item', 'the other items of its list', first];
  return [`"${key.text}"`, 'the keys beside it', key.span];
}

const count = (blanks: number): string =>
  blanks === 0 ? 'none' : blanks === 1 ? '1 blank' : `${blanks} blanks`;
