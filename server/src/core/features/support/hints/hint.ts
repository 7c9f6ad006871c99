/** What a hint is before somebody looks at it closely. */
import type { Span } from '../../../util/span.ts';

export type HintKind = 'schedule' | 'skills' | 'producers';

/** Which kinds a person wants to see. */
export type HintKinds = Readonly<Record<HintKind, boolean>>;

export interface Hint {
  /** UTF-16 offset of the place behind which it stands. */
  readonly at: number;
  readonly label: string;
  tooltip(): string;
  /** What a click leads to; absent: nothing. */
  leadsTo?(): { readonly uri: string; readonly span: Span } | undefined;
}

/** Behind the last character that is written of something: what is written as a block ends with the line after it. */
export function endOf(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Characters of a name that a hint shows. */
const longestShown = 40;

export function shortened(name: string): string {
  const characters = [...name.replace(/\s+/gu, ' ').trim()];
  return characters.length > longestShown
    ? `${characters.slice(0, longestShown - 1).join('')}…`
    : characters.join('');
}
