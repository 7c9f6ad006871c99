/** Names with commas between them where a list is wanted: `by: auditor, DBA`. */
import type { CursorContext } from '../syntax/cursor.ts';

export interface NamesApart {
  /** The names before the one under the cursor, and those behind it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** All before the name under the cursor, as written. */
  readonly lead: string;
}

/** `undefined` where the value under the cursor is one name, in quotes, or a list already. */
export function namesApart({ place, flow, word }: CursorContext): NamesApart | undefined {
  const { text, prefix, quote } = word;
  if (place !== 'value' || flow !== undefined || quote !== 'plain' || !text.includes(',')) return undefined;
  const lead = /^.*,\s*/u.exec(prefix)?.[0] ?? '';
  const rest = text.slice(prefix.length);
  const comma = rest.indexOf(',');
  return { before: namesOf(lead), after: comma < 0 ? [] : namesOf(rest.slice(comma)), lead };
}

const namesOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
