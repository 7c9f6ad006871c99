/** Words for a terminal and a log: nothing a file says may steer either. */
import type { Host, Sink } from '../host.ts';

/** Controls, marks of direction and what else is not seen but changes how a line is read. */
const unseen =
  /[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** A text in one line, with the codes of unseen characters in their place: a message may quote what a file says. */
export const shown = (text: string): string =>
  text
    .replace(/[\r\n\t]+/gu, ' ')
    .replace(
      unseen,
      character => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    );

/** `1 error`, `2 errors`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `2 files` where it is all of them, else `1 of 2 files`. */
export const countedOf = (count: number, all: number, one: string): string =>
  count === all ? counted(all, one) : `${count} of ${counted(all, one)}`;

/** `a`, `a or b`, `a, b or c`. */
export const listed = (words: readonly string[], joint: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

/** Characters in a line of prose: as many as the terminal has, in so far as they can be read; 80 where there is none. */
export const proseWidth = ({ columns }: Sink, widest: number): number =>
  Math.min(Math.max(columns ?? 80, 40), widest);

/** A text in lines of at most so many characters; words are never cut. Lines of its own stay. */
export function wrapped(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map(line => wrappedLine(line, width, indent))
    .join('\n');
}

function wrappedLine(line: string, width: number, indent: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && indent.length + longer.length > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current].map(each => (each === '' ? '' : `${indent}${each}`)).join('\n');
}

export type Ink = 'red' | 'green' | 'yellow' | 'blue' | 'dim' | 'bold';

const codes: Readonly<Record<Ink, readonly [on: number, off: number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  dim: [2, 22],
  bold: [1, 22],
};

export type Paint = (ink: Ink, text: string) => string;

/** No colours. */
export const plain: Paint = (_, text) => text;

/**
 * Colours for a terminal that wants them. `FORCE_COLOR` (anything but 0 and false) turns them on everywhere, `NO_COLOR` (anything, see
 * no-color.org) and a dumb terminal turn them off; the first counts before the second, as it does in Node.
 */
export function painter({ environment }: Pick<Host, 'environment'>, sink: Sink): Paint {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  const isForced = force !== undefined && force !== '0' && force !== 'false';
  const isRefused = force !== undefined || (no !== undefined && no !== '') || terminal === 'dumb';
  const isColoured = isForced || (!isRefused && sink.isTerminal);
  if (!isColoured) return plain;
  return (ink, text) => `\u001b[${codes[ink][0]}m${text}\u001b[${codes[ink][1]}m`;
}
