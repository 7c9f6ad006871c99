/** Words that say the same thing in several places. */
import type { ScalarNode } from '../../syntax/tree.ts';
import type { Fix } from '../rule.ts';
import { isSpelling, replaceScalar } from './scalars.ts';
import { quoted } from './words.ts';

/** All words of one text, in the order in which they were given; at least one. */
export type Uses<Word> = readonly [Word, ...Word[]];

/** Groups words by their text, in the order of the first of each. */
export function byText<Word extends { readonly text: string }>(
  words: readonly Word[],
): readonly Uses<Word>[] {
  const groups = new Map<string, [Word, ...Word[]]>();
  for (const word of words) {
    const group = groups.get(word.text);
    if (group === undefined) groups.set(word.text, [word]);
    else group.push(word);
  }
  return [...groups.values()];
}

/** Fixes that write each of some names in the place of all the words; the first is what nearly everybody wants. */
export const changesOfAll = (
  uses: readonly { readonly node: ScalarNode }[],
  names: readonly string[],
): readonly Fix[] =>
  names.map((name, at) => ({
    title: uses.length === 1 ? `Change to ${quoted(name)}` : `Change all ${uses.length} to ${quoted(name)}`,
    edits: uses.flatMap(({ node }) => replaceScalar(node, name)),
    ...(at === 0
      ? { preferred: true, safe: uses[0] !== undefined && isSpelling(uses[0].node.text, names) }
      : {}),
  }));
