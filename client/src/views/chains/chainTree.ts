/**
 * What the tree of chains shows, worked out without the editor: category, chain, phase, node; suite, phase, item; and the library, with
 * categories, chains and suites of its own.
 */
import type {
  ChainGraph,
  ChainSummary,
  GraphNode,
  GraphNodeKind,
  LibraryResult,
  SuiteSummary,
} from '../../../../server/src/lsp/protocol.ts';

export interface CategoryElement {
  readonly kind: 'category';
  readonly id: string;
  /** `undefined`: the chains that name no category. */
  readonly category: string | undefined;
  readonly chains: readonly ChainElement[];
  /** It stands in the library. */
  readonly library?: true;
}

export interface ChainElement {
  readonly kind: 'chain';
  readonly id: string;
  readonly chain: ChainSummary;
  readonly library?: true;
}

/** What ships, which is asked for when somebody looks into it. */
export interface LibraryElement {
  readonly kind: 'library';
  readonly id: 'library';
  /** How much there is. */
  readonly counts: NonNullable<LibraryResult>;
}

export interface NodeElement {
  readonly kind: 'node';
  readonly id: string;
  readonly uri: string;
  readonly node: GraphNode;
  readonly children: readonly NodeElement[];
}

/** All suites together; it is there where there is one. */
export interface SuitesElement {
  readonly kind: 'suites';
  readonly id: 'suites' | 'library:suites';
  readonly suites: readonly SuiteElement[];
  readonly library?: true;
}

export interface SuiteElement {
  readonly kind: 'suite';
  readonly id: string;
  readonly suite: SuiteSummary;
  readonly library?: true;
}

export type RootElement = SuitesElement | CategoryElement | LibraryElement;
export type ChainTreeElement = RootElement | ChainElement | SuiteElement | NodeElement;

/** Kinds that stand for something a person wrote and can go to; a fork stands for its `parallel`, whose join is no item of its own. */
const shownKinds: ReadonlySet<GraphNodeKind> = new Set([
  'phase',
  'step',
  'fork',
  'lane',
  'checkpoint',
  'decision',
  'chain',
  'item',
]);

/** The categories of the library, whose ids are never those of the workspace's. */
export const libraryCategories = (chains: readonly ChainSummary[]): readonly CategoryElement[] =>
  categories(chains).map(({ id, chains, ...rest }) => ({
    ...rest,
    id: `library:${id}`,
    chains: chains.map(chain => ({ ...chain, library: true })),
    library: true,
  }));

/** The suites of the library in a group of their own; nothing where there is none. */
export const librarySuites = (suites: readonly SuiteSummary[]): readonly SuitesElement[] =>
  suiteGroups(suites).map(group => ({
    ...group,
    id: 'library:suites',
    suites: group.suites.map(suite => ({ ...suite, library: true })),
    library: true,
  }));

/** Categories by name, those without one last; chains by title. Ids stay the same as long as what they stand for does. */
export function categories(chains: readonly ChainSummary[]): readonly CategoryElement[] {
  const byName = grouped(chains, chain => chain.category);
  return [...byName]
    .sort(([left], [right]) =>
      left === undefined ? 1 : right === undefined ? -1 : left.localeCompare(right),
    )
    .map(([category, members]) => ({
      kind: 'category',
      id: category === undefined ? 'no-category' : `category:${category}`,
      category,
      chains: members
        .sort((left, right) => left.title.localeCompare(right.title) || left.uri.localeCompare(right.uri))
        .map(chain => ({ kind: 'chain', id: `chain:${chain.uri}`, chain })),
    }));
}

/** Suites by title, in a group of their own; nothing where there is none. */
export function suiteGroups(suites: readonly SuiteSummary[]): readonly SuitesElement[] {
  if (suites.length === 0) return [];
  const sorted = suites.toSorted(
    (left, right) => left.title.localeCompare(right.title) || left.uri.localeCompare(right.uri),
  );
  return [
    {
      kind: 'suites',
      id: 'suites',
      suites: sorted.map(suite => ({ kind: 'suite', id: `suite:${suite.uri}`, suite })),
    },
  ];
}

/** The chain's or suite's phases or nodes, in the order of the text, each with what stands in it. */
export function nodeElements(uri: string, graph: ChainGraph): readonly NodeElement[] {
  const shown = graph.nodes.filter(node => shownKinds.has(node.kind) && node.range !== undefined);
  const shownIds = new Set(shown.map(node => node.id));
  const parents = new Map(graph.nodes.map(node => [node.id, node.parent]));
  const visibleParent = (id: string): string | undefined => {
    const passed = new Set<string>();
    for (
      let parent = parents.get(id);
      parent !== undefined && !passed.has(parent);
      parent = parents.get(parent)
    ) {
      if (shownIds.has(parent)) return parent;
      passed.add(parent);
    }
    return undefined;
  };
  const byParent = grouped([...shown].sort(inTextOrder), node => visibleParent(node.id));
  const below = (parent: string | undefined): readonly NodeElement[] =>
    (byParent.get(parent) ?? []).map(node => ({
      kind: 'node',
      id: `node:${uri}#${node.id}`,
      uri,
      node,
      children: below(node.id),
    }));
  return below(undefined);
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [item]);
    else others.push(item);
  }
  return groups;
}

function inTextOrder(left: GraphNode, right: GraphNode): number {
  const [from, to] = [left.range?.start, right.range?.start];
  if (from === undefined || to === undefined) return 0;
  return from.line - to.line || from.character - to.character;
}
