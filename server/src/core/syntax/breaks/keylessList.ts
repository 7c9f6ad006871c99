/** A list below a key that has a value of its own: `when: x` and items below. It stands too deep, or a line with its key is missing. */
import { slotOf } from '../cursor/levels.ts';
import { type LineParts, nextLineStart } from '../cursor/line.ts';
import { outlineOf } from '../cursor/outline.ts';
import type { LibraryError } from '../library.ts';
import {
  type BrokenText,
  blankOut,
  lineAt,
  linesSetIn,
  type Mend,
  type Mender,
  valueSpan,
  visibleTokenFrom,
} from '../mend.ts';
import { align, lineBelowOf } from './alignment.ts';

/** Its items move to a list around them; where there is none they go, and the value stays. */
export const keylessList: Mender = (broken, error) => {
  const { text } = broken;
  const item = itemAt(broken, error);
  if (item === undefined) return undefined;
  const { open } = outlineOf(text.slice(0, item.span.start), item.span.start);
  const owner = slotOf(open.findLast(({ column }) => column <= item.indent));
  if (owner?.kind !== 'key' || owner.state === 'open' || owner.child !== undefined) return undefined;
  const mend = align(text, item) ?? withoutItems(text, item, owner.key);
  const keyless = {
    below: owner.span,
    value: valueSpan(text, lineAt(text, owner.span.start)),
    lineStart: item.span.start,
    keys: keysOf(text, item),
  };
  return { ...mend, problem: { ...mend.problem, keyless } };
};

/** The line that begins with an item, at an error or below the line that the library joins it to. */
function itemAt({ text, composition }: BrokenText, error: LibraryError): LineParts | undefined {
  const isJoined = error.code === 'BLOCK_AS_IMPLICIT_KEY' && error.message.startsWith('Nested');
  const token = isJoined ? undefined : visibleTokenFrom(composition.tokens, error.start);
  if (token?.kind === 'seq-item-ind') {
    const line = lineAt(text, token.start);
    return line.dashes[0] === token.start ? line : undefined;
  }
  let below = isJoined ? lineBelowOf(text, lineAt(text, error.start)) : undefined;
  while (below !== undefined && below.key === undefined && below.dashes.length === 0)
    below = lineBelowOf(text, below);
  return below !== undefined && below.dashes.length > 0 ? below : undefined;
}

function keysOf(text: string, item: LineParts): readonly string[] {
  if (item.key === undefined) return [];
  const column = item.key.span.start - item.span.start;
  const next = nextLineStart(text, item.span.end);
  const lines = next === undefined ? [] : linesSetIn(text, next, column);
  return [item, ...lines.filter(({ indent }) => indent === column)].flatMap(({ key }) => key?.text ?? []);
}

function withoutItems(text: string, item: LineParts, key: string): Mend {
  const items = linesSetIn(text, item.span.start, item.indent).filter(
    ({ indent, dashes }) => indent > item.indent || dashes.length > 0,
  );
  return {
    problem: {
      code: 'yaml-syntax',
      span: { start: item.span.start + item.indent, end: item.span.end },
      message: `An item cannot stand here, since "${key}" above already has a value. Remove the one or the other.`,
    },
    edits: items.map(({ span }) => blankOut(text, span)),
  };
}
