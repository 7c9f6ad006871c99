/** Scalars by what their text means, and how to write another text in their place. */
import type { Meaning } from '../../../../../schemas/table.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import { comparable } from '../../util/comparable.ts';
import type { Fix } from '../rule.ts';
import type { Edit } from './edits.ts';
import { quoted } from './words.ts';

/** The scalars of a document whose text has one of these meanings, one meaning after the other; empty ones are left out. */
export const scalarsOf = ({ shape }: DocumentState, ...meanings: readonly Meaning[]): readonly ScalarNode[] =>
  meanings.flatMap(meaning => shape.scalars.get(meaning) ?? []);

/** A one-line text in single quotes. */
export const singleQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Whether a one-line text may stand without quotes anywhere, between brackets too. Says no where in doubt. */
export const isPlainInFlow = (text: string): boolean =>
  /^[\p{L}\p{N}^~.$+-](?:[^:#,[\]{}\r\n]*[^:#,[\]{}\r\n\s])?$/u.test(text) &&
  !/^(?:[~.-]|-[\s-].*|\.{3}.*)$/u.test(text);

/** Writes another one-line text in the place of a scalar, in its own quotes where it has some. */
export function replaceScalar({ span, style }: ScalarNode, text: string): readonly Edit[] {
  const isQuoted = style === 'single' || style === 'double';
  if (style === 'double') return [{ span, newText: JSON.stringify(text) }];
  return [{ span, newText: isQuoted || !isPlainInFlow(text) ? singleQuoted(text) : text }];
}

/** Whether the first of some names is the written one in another spelling of case, blanks and hyphens, and no other is. */
export const isSpelling = (written: string, [first, ...others]: readonly string[]): boolean =>
  first !== undefined &&
  comparable(first) === comparable(written) &&
  others.every(name => comparable(name) !== comparable(written));

/** Fixes that write each of some names in the place of a scalar; the first is what nearly everybody wants. */
export const changesTo = (node: ScalarNode, names: readonly string[]): readonly Fix[] =>
  names.map((name, at) => ({
    title: `Change to ${quoted(name)}`,
    edits: replaceScalar(node, name),
    ...(at === 0 ? { preferred: true, safe: isSpelling(node.text, names) } : {}),
  }));
