/** What a screen reader says of a node beyond what the drawing says: where it leads, and that it is of an earlier text. */
import { clean } from '../../../../../server/src/core/drawing/text.ts';
import type { ChainGraph } from '../../../../../server/src/lsp/protocol.ts';
import type { GraphWords } from '../messages.ts';

/** `{0}` in `words` becomes `value`; a value with `{0}` or `$&` in it stays as it is. */
export const filled = (words: string, value: string): string => words.split('{0}').join(value);

/** Of each node's name so much is said where another leads to it, in characters. */
const longestName = 60;

/** What there is more to say of each node, by its id; none for a node of which there is nothing. */
export interface Said {
  readonly graph: ChainGraph;
  readonly stale: ReadonlySet<string>;
  readonly more: ReadonlyMap<string, string>;
}

/** `before`: what was said of the graph before this one, of which is taken over what cannot differ; `undefined`: there was none. */
export function moreToSay(
  graph: ChainGraph,
  stale: ReadonlySet<string>,
  words: GraphWords,
  before?: Said,
): Said {
  const others = before && nodesSaidAnew(before, graph, stale);
  if (before === undefined || others === undefined) {
    return { graph, stale, more: new Map(saidOf(graph, graph, stale, words)) };
  }
  if (others.size === 0) return { graph, stale, more: before.more };
  const more = new Map(before.more);
  for (const id of others) more.delete(id);
  const nodes = graph.nodes.filter(({ id }) => others.has(id));
  const edges = graph.edges.filter(({ from, to }) => others.has(from) || others.has(to));
  for (const [id, said] of saidOf({ ...graph, nodes, edges }, graph, stale, words)) more.set(id, said);
  return { graph, stale, more };
}

/**
 * Ids of the nodes that say something else now or then, of the ends of such edges, and of what stands beside them and names them;
 * `undefined`: it may be any.
 */
function nodesSaidAnew(
  { graph: before, stale: staleBefore }: Said,
  graph: ChainGraph,
  stale: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const { nodes, edges } = graph;
  if (before.nodes.length !== nodes.length || before.edges.length !== edges.length) return undefined;
  if (before.subject.kind !== graph.subject.kind || staleBefore.size > 0 || stale.size > 0) return undefined;
  const changed = new Set<string>();
  for (const [at, node] of nodes.entries()) {
    const was = before.nodes[at];
    if (was !== undefined && was !== node) changed.add(was.id).add(node.id);
  }
  const others = new Set(changed);
  for (const [at, edge] of edges.entries()) {
    const was = before.edges[at];
    if (was !== undefined && was !== edge) others.add(was.from).add(was.to).add(edge.from).add(edge.to);
    if (changed.has(edge.to)) others.add(edge.from);
    if (changed.has(edge.from)) others.add(edge.to);
  }
  return others;
}

/** Of the nodes of `part`, whose edges are all those at them; `whole` names what these lead to. */
function saidOf(
  part: ChainGraph,
  whole: ChainGraph,
  stale: ReadonlySet<string>,
  words: GraphWords,
): readonly (readonly [id: string, said: string])[] {
  const labels = new Map(whole.nodes.map(({ id, label }) => [id, label]));
  const nameOf = (id: string): string => shortened(clean(labels.get(id) ?? id));
  const said =
    part.subject.kind === 'suite' ? dependencies(part, nameOf, words) : targets(part, nameOf, words);
  return part.nodes.flatMap(({ id }) => {
    const parts = [...(stale.has(id) ? [words.stale] : []), ...said(id)];
    return parts.length === 0 ? [] : [[id, parts.join(', ')] as const];
  });
}

type SaidOf = (id: string) => readonly string[];

/** Where a node leads. */
function targets({ edges }: ChainGraph, nameOf: (id: string) => string, words: GraphWords): SaidOf {
  const found = new Map<string, string[]>();
  for (const { from, to, kind, label = '' } of edges) {
    if (kind === 'data') continue;
    add(found, from, [shortened(clean(label)), nameOf(to)].filter(part => part !== '').join(': '));
  }
  return id => saidIn(words.leadsTo, found.get(id));
}

/** Of each item what it needs, with what is wrong with that, and what needs it. */
function dependencies({ edges }: ChainGraph, nameOf: (id: string) => string, words: GraphWords): SaidOf {
  const [needs, neededBy] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { from, to, conflict } of edges) {
    const needed = nameOf(from);
    add(needs, to, conflict === undefined ? needed : `${needed} (${conflict})`);
    add(neededBy, from, nameOf(to));
  }
  return id => [...saidIn(words.needs, needs.get(id)), ...saidIn(words.neededBy, neededBy.get(id))];
}

function add(to: Map<string, string[]>, id: string, said: string): void {
  const others = to.get(id);
  if (others === undefined) to.set(id, [said]);
  else others.push(said);
}

const saidIn = (form: string, all: readonly string[] | undefined): readonly string[] =>
  all === undefined ? [] : [filled(form, all.join('; '))];

const shortened = (text: string): string => {
  if (text.length <= longestName) return text;
  const characters = [...text];
  return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : text;
};
