/** Placing comments: on lines of their own with what they are about, and behind other text in the columns they had. */
import {
  advance,
  type Leaf,
  mayChange,
  place,
  replaceBlanks,
  type Sheet,
  type TrailingComment,
} from './sheet.ts';

/**
 * Places a comment.
 *
 * @param indent its column if it has a line of its own; `undefined`: that of what follows it.
 */
export function placeComment(sheet: Sheet, token: Leaf, indent: number | undefined): void {
  const comment = { ...token, source: token.source.trimEnd() };
  const start = advance(sheet, token.offset);
  const end = token.offset;
  if (sheet.fresh && indent !== undefined) {
    sheet.end = start;
    place(sheet, comment, indent);
    return;
  }
  if (sheet.fresh) sheet.waiting.push({ start, end, level: sheet.level });
  else {
    const oldColumn = end - sheet.lineStart;
    sheet.trailing.push({ start, end, oldColumn, nowEnd: sheet.column });
  }
  sheet.end = end + comment.source.length;
  sheet.fresh = false;
  sheet.previous = token.type;
}

/**
 * Makes the gaps before comments that follow other text. A gap stays as wide as it is; but comments that somebody
 * aligned, which share a column behind texts of different lengths, share one afterwards too.
 */
export function alignTrailing(sheet: Sheet): void {
  const byColumn = new Map<number, TrailingComment[]>();
  for (const comment of sheet.trailing) {
    const same = byColumn.get(comment.oldColumn) ?? [];
    same.push(comment);
    byColumn.set(comment.oldColumn, same);
  }
  for (const [column, comments] of byColumn) {
    const target = alignedColumn(sheet, column, comments);
    for (const { start, end, nowEnd } of comments) {
      const hasTab = sheet.text.slice(start, end).includes('\t');
      const width = target === undefined ? end - start : Math.max(1, target - nowEnd);
      replaceBlanks(sheet, start, end, hasTab ? 1 : width);
    }
  }
}

/** The column that comments of one column share afterwards; `undefined`: they share it by chance. */
function alignedColumn(
  sheet: Sheet,
  column: number,
  comments: readonly TrailingComment[],
): number | undefined {
  const gaps = comments.map(({ start, end }) => end - start);
  const least = Math.min(...gaps);
  if (gaps.every(gap => gap === least)) return undefined;
  if (!comments.every(({ start, end }) => mayChange(sheet, start, end))) return column;
  return Math.max(...comments.map(({ nowEnd }) => nowEnd)) + least;
}
