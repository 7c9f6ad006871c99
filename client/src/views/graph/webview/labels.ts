/** What a screen reader says of a node beyond what the drawing says: where it leads, and that it is of an earlier text. */
import { clean } from '../../../../../server/src/core/drawing/text.ts';
import type { ChainGraph } from '../../../../../server/src/lsp/protocol.ts';
import type { GraphWords } from '../messages.ts';

/** `{0}` in `words` becomes `value`; a value with `{0}` or `$&` in it stays as it is. */
export const filled = (words: string, value: string): string => words.split('{0}').join(value);

/** Of each node's name so much is said where another leads to it, in characters. */
const longestName = 60;

/** By node; none for a node of which there is nothing more to say. */
export function moreToSay(
  graph: ChainGraph,
  stale: ReadonlySet<string>,
  words: GraphWords,
): ReadonlyMap<string, string> {
  const names = new Map(graph.nodes.map(({ id, label }) => [id, shortened(clean(label))]));
  const targets = new Map<string, string[]>();
  for (const { from, to, kind, label = '' } of graph.edges) {
    if (kind === 'data') continue;
    const target = [shortened(clean(label)), names.get(to) ?? to].filter(part => part !== '').join(': ');
    const others = targets.get(from);
    if (others === undefined) targets.set(from, [target]);
    else others.push(target);
  }
  const found = new Map<string, string>();
  for (const { id } of graph.nodes) {
    const leads = targets.get(id);
    const parts = [
      ...(stale.has(id) ? [words.stale] : []),
      ...(leads === undefined ? [] : [filled(words.leadsTo, leads.join('; '))]),
    ];
    if (parts.length > 0) found.set(id, parts.join(', '));
  }
  return found;
}

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : text;
};
