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

/**
 * Fixes that write each of some names in the place of all the words, which mean nothing anywhere; the first is what nearly everybody wants.
 * What aliases repeat is written once.
 */
export function changesOfAll(
  uses: readonly { readonly node: ScalarNode }[],
  names: readonly string[],
): readonly Fix[] {
  const nodes = [...new Set(uses.map(({ node }) => node))];
  return names.map((name, at) => ({
    title: nodes.length === 1 ? `Change to ${quoted(name)}` : `Change all ${nodes.length} to ${quoted(name)}`,
    edits: nodes.flatMap(node => replaceScalar(node, name)),
    everywhere: true,
    ...(at === 0
      ? { preferred: true, safe: nodes[0] !== undefined && isSpelling(nodes[0].text, names) }
      : {}),
  }));
}
