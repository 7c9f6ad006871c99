/** Which lines move together with one that is misplaced: those below it that are wrong by as much. */
import { closingQuote, flowEnd } from '../cursor/extent.ts';
import type { LineParts } from '../cursor/line.ts';
import { outlineOf } from '../cursor/outline.ts';
import { linesSetIn } from '../mend.ts';

/** By how many columns the levels of a text are set in, most often; two where it has none. */
export const unitOf = (text: string): number => outlineOf(text, 0).unit ?? 2;

/**
 * A misplaced line, the lines that are nested in it, and those of its kind that stand in its column right behind them,
 * with theirs. Nested lines that fit to where it belongs stay, and nothing behind the first line that stays moves.
 *
 * @param column where the line belongs
 */
export function belonging(text: string, first: LineParts, column: number): readonly LineParts[] {
  const { start } = first.span;
  const lines = linesSetIn(text, start, first.indent);
  const by = column - first.indent;
  const unit = unitOf(text);
  const moved = [first];
  let owner = ownerOf(text, first);
  let last = first;
  let nested: LineParts | undefined;
  let comments: LineParts[] = [];
  for (const line of lines.slice(1)) {
    if (isComment(line) && !owner.isText) {
      comments.push(line);
      continue;
    }
    if (nested === undefined ? takes(owner, line, by, unit) : isBeside(owner, nested, line)) {
      if (nested === undefined && fits(owner, line, by, unit) > fits(owner, line, 0, unit)) break;
      nested ??= line;
    } else if (line.indent === first.indent && kindOf(line) === kindOf(first)) {
      owner = ownerOf(text, line);
      nested = undefined;
    } else break;
    if (line.indent === column && kindOf(line) === 'item' && kindOf(first) === 'item' && !isInKey(last, line))
      break;
    moved.push(...comments, line);
    comments = [];
    last = line;
  }
  const { indent } = nested ?? { indent: Number.POSITIVE_INFINITY };
  return [...moved, ...comments.filter(comment => comment.indent >= indent)];
}

/** Of a block of text: the lines from a misplaced one on, up to the first that stands as deep as the text does. */
export function belongingText(text: string, first: LineParts, column: number): readonly LineParts[] {
  const lines = linesSetIn(text, first.span.start, first.indent);
  const end = lines.findIndex(({ indent }) => indent >= column);
  return end < 0 ? lines : lines.slice(0, end);
}

/** A line that others may be nested in. */
interface Owner {
  readonly line: LineParts;
  /** Of what stands behind its first dash; of a line without one its own. */
  readonly content: number;
  /** Where its value ends that goes over several lines and is no block; else where the line ends. */
  readonly end: number;
  /** Its value is a block of text. */
  readonly isText: boolean;
}

function ownerOf(text: string, line: LineParts): Owner {
  const { span, dashes, contentStart, value } = line;
  const content = (dashes[1] ?? contentStart) - span.start;
  const owner = (line.key?.span.start ?? contentStart) - span.start;
  const end =
    value.kind === 'flow'
      ? flowEnd(text, value.at, owner).end
      : value.kind === 'scalar' && !value.scalar.ended
        ? (closingQuote(text, value.at, owner) ?? span.end)
        : span.end;
  return { line, content, end, isText: value.kind === 'block-scalar' };
}

const kindOf = ({ dashes, key }: LineParts): string => (dashes.length > 0 ? 'item' : key ? 'key' : 'text');

const isComment = ({ key, dashes, value, comment }: LineParts): boolean =>
  key === undefined && dashes.length === 0 && value.kind === 'none' && comment !== undefined;

/** Whether an item stands right below a key that it is the value of, in the key's own column. */
const isInKey = ({ key, span, value }: LineParts, { indent }: LineParts): boolean =>
  key !== undefined && value.kind === 'none' && key.span.start - span.start === indent;

/** Whether the first line below an owner is nested in it. */
function takes(
  { line: owner, content, end, isText }: Owner,
  line: LineParts,
  by: number,
  unit: number,
): boolean {
  if (line.span.start < end) return true;
  if (isText) return line.indent > content + Math.min(by, 0);
  const kind = kindOf(line);
  const isOfItem = owner.dashes.length > 0 && kind === 'key';
  if (isOfItem && (line.indent === content || line.indent === content + by)) return true;
  const isOpen = owner.value.kind === 'none';
  // A list may stand in its key's column; a map below a key that stands too deep by a unit stands right.
  if (line.indent <= owner.indent)
    return isOpen && owner.key !== undefined && (kind === 'item' || by === -unit);
  return isOpen || (owner.value.kind === 'scalar' && kind === 'text');
}

/** Whether a line is nested in an owner too, behind the first that is. */
function isBeside({ line: owner, content, end }: Owner, nested: LineParts, line: LineParts): boolean {
  if (line.span.start < end) return true;
  if (owner.dashes.length > 0) return line.indent >= Math.min(nested.indent, content);
  return line.indent > nested.indent || (line.indent === nested.indent && kindOf(line) === kindOf(nested));
}

/** How well the first nested line would fit to its owner, if that were moved by so many columns: 0 is not at all. */
function fits({ line: owner, content }: Owner, line: LineParts, by: number, unit: number): number {
  const column = content + by;
  const deeper = line.indent - column;
  const isOpen = owner.value.kind === 'none';
  const isOfItem = owner.dashes.length > 0 && (owner.key === undefined || kindOf(line) === 'key');
  if (isOfItem && !isOpen) return deeper === 0 ? 2 : 0;
  if (deeper === unit) return 2;
  if (deeper === 0 && isOfItem) return 1;
  if (deeper === 0) return isOpen && kindOf(line) === 'item' ? 1 : 0;
  return deeper > 0 && deeper % unit === 0 ? 1 : 0;
}
