/** A key or item that stands a little left or right of those it belongs to. It is moved with all that is set in below it. */
import type { Span } from '../../util/span.ts';
import type { LineParts } from '../cursor/line.ts';
import { outlineOf } from '../cursor/outline.ts';
import {
  type BrokenText,
  lineAt,
  linesSetIn,
  type Mend,
  type Mender,
  shiftLines,
  visibleTokenFrom,
} from '../mend.ts';

export const alignment: Mender = (broken, error) => {
  const { text } = broken;
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && error.message.startsWith('Nested'))
    return setInTooDeep(text, error.start);
  const root = rootSetIn(broken, error.start);
  if (root !== undefined) return root;
  const misplaced =
    (error.code === 'BAD_INDENT' && error.message.startsWith('All ')) ||
    (error.code === 'MISSING_CHAR' && error.message.startsWith('Sequence item')) ||
    (error.code === 'BLOCK_AS_IMPLICIT_KEY' && error.message.startsWith('A block sequence'));
  const token = misplaced ? visibleTokenFrom(broken.composition.tokens, error.start) : undefined;
  if (token === undefined) return undefined;
  const line = lineAt(text, token.start);
  const column = nearestColumn(text, line);
  return column === undefined ? undefined : mendOf(text, line, column);
};

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
  const lines = linesSetIn(text, range[0], first.indent).filter(({ span }) => span.start < line.span.start);
  return mendOf(text, first, line.indent, lines);
}

/** `do: x` with `needs: y` on the next line, set in deeper: YAML takes the two for one value. */
function setInTooDeep(text: string, at: number): Mend | undefined {
  const line = lineAt(text, at);
  if (line.key === undefined || at <= line.key.colon) return undefined;
  const below = line.span.end + (/^\s*/.exec(text.slice(line.span.end))?.[0].length ?? 0);
  if (below >= text.length) return undefined;
  const next = lineAt(text, below);
  const column = line.key.span.start - line.span.start;
  return next.key === undefined || next.dashes.length > 0 || next.indent <= column
    ? undefined
    : mendOf(text, next, column);
}

/** Of the columns of the lists or maps that are open above a line, the nearest; of two the deeper. */
function nearestColumn(text: string, line: LineParts): number | undefined {
  const kind = line.dashes.length > 0 ? 'list' : 'map';
  const above = lineAboveOf(text, line.span.start);
  if (above === undefined) return undefined;
  const { open, own, region } = outlineOf(text.slice(0, above.span.end), above.span.end);
  if (kind === 'map' && line.key === undefined)
    return region?.kind === 'block-scalar' && above.indent > line.indent ? above.indent : undefined;
  const levels = [...open, ...own.map(({ level }) => level)].filter(level => level.kind === kind);
  const columns = new Set(levels.map(({ column }) => column));
  return [...columns].sort((a, b) => Math.abs(a - line.indent) - Math.abs(b - line.indent) || b - a)[0];
}

function lineAboveOf(text: string, start: number): LineParts | undefined {
  for (let at = start - 1; at >= 0; ) {
    const line = lineAt(text, at);
    if (!line.blank) return line;
    at = line.span.start - 1;
  }
  return undefined;
}

function mendOf(
  text: string,
  line: LineParts,
  column: number,
  lines?: readonly LineParts[],
): Mend | undefined {
  const by = column - line.indent;
  if (by === 0) return undefined;
  const first = line.span.start + line.indent;
  const span: Span =
    line.dashes.length > 0 || line.key === undefined ? { start: first, end: first + 1 } : line.key.span;
  const edits = shiftLines(lines ?? belonging(text, line), by);
  const what = line.dashes.length > 0 ? 'This item' : line.key ? `"${line.key.text}"` : 'This line';
  const others =
    line.dashes.length > 0
      ? 'the other items of its list'
      : line.key
        ? 'the keys beside it'
        : 'the text above it';
  return {
    problem: {
      code: 'yaml-syntax',
      span,
      message: `${what} is indented by ${count(line.indent)}, but ${others} by ${count(column)}. Align it with them.`,
      fix: { title: 'Align with the lines above', edits },
    },
    edits,
  };
}

/** A line, those deeper below it, and those of its kind beside it: items beside an item, keys beside a key. */
function belonging(text: string, line: LineParts): readonly LineParts[] {
  const lines = linesSetIn(text, line.span.start, line.indent);
  const other = lines.findIndex(
    ({ indent, dashes }) => indent === line.indent && dashes.length > 0 !== line.dashes.length > 0,
  );
  return other < 0 ? lines : lines.slice(0, other);
}

const count = (blanks: number): string =>
  blanks === 0 ? 'none' : blanks === 1 ? '1 blank' : `${blanks} blanks`;
