/** Reads bands and rows out of the graph of a suite: a band for each phase, and in it rows of items, none beside what it needs. */
import type { ChainGraph, GraphEdge, GraphNode } from '../../analysis/chainGraph.ts';
import { components } from '../../util/components.ts';
import { type Folded, foldGraph } from '../collapse.ts';
import { cardWidth } from '../sizes.ts';
import type { FreeGraph } from './freeGraph.ts';
import { itemHeight } from './sizes.ts';

export interface Band {
  /** `undefined`: of the items that are in no phase. */
  readonly phase: GraphNode | undefined;
  /** False where the suite has no phases: then there is nothing to tell its items apart by. */
  readonly isFramed: boolean;
  /** How many items are in the phase, folded or not. */
  readonly count: number;
  /** Its cards, by their places in `cards`; the band of an empty phase has one blank. */
  readonly cards: readonly number[];
}

export interface Card {
  /** An item, or a phase that is folded. */
  readonly node: GraphNode;
  /** Set on a phase that is folded. */
  readonly folded: Folded | undefined;
  /** It only holds the place of an empty phase. */
  readonly isBlank: boolean;
  /** What stands in a folded phase. */
  readonly items: readonly GraphNode[];
}

export interface SuiteChart {
  readonly bands: readonly Band[];
  readonly cards: readonly Card[];
  /** In the order of `graph.edges`. */
  readonly edges: readonly GraphEdge[];
  /** Those of items that need themselves. */
  readonly loops: readonly { readonly edge: GraphEdge; readonly card: number }[];
  /** The same cards and edges for an engine. */
  readonly graph: FreeGraph;
  /** The folded phase in whose card an item stands, by the item's id. */
  readonly hidden: ReadonlyMap<string, string>;
}

/** Any graph has a chart: what stands nowhere is in the last band, and edges that lead nowhere are left out. */
export function suiteChart(given: ChainGraph, collapsed: ReadonlySet<string>): SuiteChart {
  const { graph, folded, hidden } = foldGraph(given, collapsed);
  const phases = given.nodes.filter(({ kind }) => kind === 'phase');
  const phaseIds = new Set(phases.map(({ id }) => id));
  const cards: Card[] = [];
  const rows: number[] = [];
  const bands: Band[] = [];
  let nextRow = 0;

  const itemsIn = grouped(given.nodes, phaseIds);
  const addBand = (phase: GraphNode | undefined, items: readonly GraphNode[]): void => {
    const own = phase && folded.get(phase.id);
    const row = (nodes: readonly Card[]): void => {
      cards.push(...nodes);
      rows.push(...nodes.map(() => nextRow));
      nextRow++;
    };
    const first = cards.length;
    if (phase !== undefined && (own !== undefined || items.length === 0)) {
      row([{ node: phase, folded: own, isBlank: own === undefined, items }]);
    } else {
      for (const each of rowsOf(items, graph.edges)) row(each.map(itemCard));
    }
    const indexes = cards.slice(first).map((_, at) => first + at);
    bands.push({ phase, isFramed: phases.length > 0, count: items.length, cards: indexes });
  };
  for (const phase of phases) addBand(phase, itemsIn.get(phase.id) ?? []);
  const others = itemsIn.get(undefined) ?? [];
  if (others.length > 0) addBand(undefined, others);

  const index = new Map(cards.flatMap(({ node, isBlank }, at) => (isBlank ? [] : [[node.id, at] as const])));
  const ends = graph.edges.flatMap(edge => {
    const [from, to] = [index.get(edge.from), index.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  const between = ends.filter(({ from, to }) => from !== to);
  return {
    bands,
    cards,
    edges: between.map(({ edge }) => edge),
    loops: ends.flatMap(({ edge, from, to }) => (from === to ? [{ edge, card: from }] : [])),
    graph: {
      nodes: rows.map(row => ({ row, width: cardWidth, height: itemHeight })),
      edges: between.map(({ from, to }) => ({ from, to })),
    },
    hidden,
  };
}

const itemCard = (node: GraphNode): Card => ({ node, folded: undefined, isBlank: false, items: [] });

/** What stands in each phase, and under `undefined` what stands in none; of two nodes with one id the first. */
function grouped(
  nodes: readonly GraphNode[],
  phases: ReadonlySet<string>,
): ReadonlyMap<string | undefined, readonly GraphNode[]> {
  const groups = new Map<string | undefined, GraphNode[]>();
  const seen = new Set(phases);
  for (const node of nodes) {
    if (node.kind === 'phase' || seen.has(node.id)) continue;
    seen.add(node.id);
    const phase = node.parent !== undefined && phases.has(node.parent) ? node.parent : undefined;
    const group = groups.get(phase);
    if (group === undefined) groups.set(phase, [node]);
    else group.push(node);
  }
  return groups;
}

/** So many cards stand side by side in a band, so that it is about as wide as people can see; more where there are very many. */
const leastInRow = 3;
const rowLength = (count: number): number => Math.max(leastInRow, Math.ceil(Math.sqrt(count * 0.7)));

/**
 * Items in rows: each below those of this band that it needs, and else in the order of the text. In a circle that order alone counts.
 * List scheduling, in which a row is a step and the length of a row the number of machines.
 */
function rowsOf(items: readonly GraphNode[], edges: readonly GraphEdge[]): readonly (readonly GraphNode[])[] {
  const index = new Map(items.map(({ id }, at): [string, number] => [id, at]));
  const leadsTo = items.map((): number[] => []);
  for (const { from, to } of edges) {
    const [start, end] = [index.get(from), index.get(to)];
    if (start !== undefined && end !== undefined) leadsTo[start]?.push(end);
  }
  const component = components(items.length, at => leadsTo[at] ?? []);
  const orders = (from: number, to: number): boolean => component[from] !== component[to] || from < to;
  const open = items.map(() => 0);
  for (const [from, ends] of leadsTo.entries())
    for (const to of ends) if (orders(from, to)) open[to] = (open[to] ?? 0) + 1;

  const rows: (readonly GraphNode[])[] = [];
  const length = rowLength(items.length);
  let waiting = items.map((_, at) => at);
  while (waiting.length > 0) {
    const row = waiting.filter(at => open[at] === 0).slice(0, length);
    // Without a circle something is always free.
    if (row.length === 0) row.push(...waiting.slice(0, length));
    const taken = new Set(row);
    waiting = waiting.filter(at => !taken.has(at));
    for (const from of row)
      for (const to of leadsTo[from] ?? []) if (orders(from, to)) open[to] = (open[to] ?? 0) - 1;
    rows.push(row.flatMap(at => items[at] ?? []));
  }
  return rows;
}
