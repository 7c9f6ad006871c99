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
  if (graph.subject.kind === 'suite') return dependencies(graph, names, stale, words);
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

/** Of each item what it needs, with what is wrong with that, and what needs it. */
function dependencies(
  { nodes, edges }: ChainGraph,
  names: ReadonlyMap<string, string>,
  stale: ReadonlySet<string>,
  words: GraphWords,
): ReadonlyMap<string, string> {
  const [needs, neededBy] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (to: Map<string, string[]>, id: string, words: string): void => {
    const others = to.get(id);
    if (others === undefined) to.set(id, [words]);
    else others.push(words);
  };
  for (const { from, to, conflict } of edges) {
    const needed = names.get(from) ?? from;
    add(needs, to, conflict === undefined ? needed : `${needed} (${conflict})`);
    add(neededBy, from, names.get(to) ?? to);
  }
  const said = (form: string, ids: readonly string[] | undefined): readonly string[] =>
    ids === undefined ? [] : [filled(form, ids.join('; '))];
  return new Map(
    nodes.flatMap(({ id }) => {
      const parts = [
        ...(stale.has(id) ? [words.stale] : []),
        ...said(words.needs, needs.get(id)),
        ...said(words.neededBy, neededBy.get(id)),
      ];
      return parts.length === 0 ? [] : [[id, parts.join(', ')] as const];
    }),
  );
}

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : text;
};
