/** Reads the block structure out of a graph. Whatever the graph is, each of its nodes stands somewhere afterwards. */
import type { GraphNode } from '../analysis/chainGraph.ts';
import {
  type BoxItem,
  type Column,
  type DecisionItem,
  type Item,
  type Lane,
  type List,
  newColumn,
  newList,
  type ParallelItem,
  type PhaseItem,
} from './block.ts';
import { listKey } from './collapse.ts';
import { narrowRows, type SideRow } from './sideRows.ts';

/** What a node has become. */
export interface Found {
  readonly item: Item;
  /** `join`: of the parallel that `item` is. `lane`: the box of `lane` in it. */
  readonly role: 'item' | 'join' | 'lane';
  readonly lane?: Lane;
}

export interface Chart {
  readonly top: List;
  /** By id; handoffs and `stop` are not there, which stand at other nodes. */
  readonly found: ReadonlyMap<string, Found>;
  /** In reading order. */
  readonly items: readonly Item[];
}

/** Blocks within blocks that are drawn as such; what is deeper stands in one list. No text that is read goes that deep. */
const deepest = 64;

/**
 * @param nodes Normal ones.
 * @param folded Ids of the phases and parallels that are cards.
 * @param rows The words beside nodes, by id.
 */
export function chartOf(
  nodes: readonly GraphNode[],
  folded: ReadonlySet<string>,
  rows: ReadonlyMap<string, readonly SideRow[]>,
): Chart {
  const builder = newBuilder(nodes, folded, rows);
  const top = newList(undefined);
  const [start] = nodes.filter(node => node.kind === 'start');
  const [end] = nodes.filter(node => node.kind === 'end');
  if (start !== undefined) builder.addBox(top, start);
  builder.addAll(top, builder.members(`in `), 0);
  // What stands in itself, or in what holds nothing.
  for (const node of nodes) {
    if (!builder.found.has(node.id) && isBody(node)) builder.addBox(top, node);
  }
  if (end !== undefined) builder.addBox(top, end);
  return { top, found: builder.found, items: builder.items };
}

const isBody = ({ kind }: GraphNode): boolean =>
  kind !== 'start' && kind !== 'end' && kind !== 'stop' && kind !== 'handoff';

/** Every id once, and every parent and decision there: of two nodes with one id the second gets another. */
export function normalNodes(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const ids = new Set(nodes.map(node => node.id));
  const decisions = new Set(nodes.flatMap(node => (node.kind === 'decision' ? [node.id] : [])));
  const seen = new Set<string>();
  return nodes.map(node => {
    let { id } = node;
    for (let count = 2; seen.has(id); count++) id = `${node.id}·${count}`;
    seen.add(id);
    const hasParent = node.parent === undefined || ids.has(node.parent);
    const hasRoute = node.route === undefined || decisions.has(node.route.decision);
    if (id === node.id && hasParent && hasRoute) return node;
    const { parent, route, ...others } = node;
    return {
      ...others,
      id,
      ...(parent !== undefined && hasParent && { parent }),
      ...(route !== undefined && hasRoute && { route }),
    };
  });
}

interface Builder {
  readonly found: Map<string, Found>;
  readonly items: Item[];
  members(key: string): readonly GraphNode[];
  addBox(list: List, node: GraphNode): void;
  addAll(list: List, nodes: readonly GraphNode[], depth: number): void;
}

function newBuilder(
  nodes: readonly GraphNode[],
  folded: ReadonlySet<string>,
  rows: ReadonlyMap<string, readonly SideRow[]>,
): Builder {
  const lists = new Map<string, GraphNode[]>();
  const routes = new Map<string, Set<number>>();
  for (const node of nodes) {
    if (!isBody(node)) continue;
    const key = listKey(node);
    lists.set(key, lists.get(key) ?? []);
    lists.get(key)?.push(node);
    if (node.route === undefined) continue;
    const { decision, index } = node.route;
    routes.set(decision, (routes.get(decision) ?? new Set()).add(index));
  }
  const found = new Map<string, Found>();
  const items: Item[] = [];
  const members = (key: string): readonly GraphNode[] => lists.get(key) ?? [];

  const base = (list: List, node: GraphNode) => ({
    node,
    list,
    index: list.items.length,
    rows: rowsIn(list, node, rows.get(node.id)),
    stops: [],
    left: 0,
    right: 0,
    height: 0,
    x: 0,
    y: 0,
  });
  const add = <Kind extends Item>(item: Kind): Kind => {
    item.list.items.push(item);
    items.push(item);
    found.set(item.node.id, { item, role: 'item' });
    return item;
  };
  const addBox = (list: List, node: GraphNode): void => {
    add<BoxItem>({ kind: 'box', ...base(list, node) });
  };

  const addDecision = (list: List, node: GraphNode, depth: number): void => {
    const item = add<DecisionItem>({
      kind: 'decision',
      ...base(list, node),
      columns: [],
      channels: [],
      diamond: 0,
      columnTop: 0,
      rejoin: 0,
      channelTop: 0,
    });
    for (const index of [...(routes.get(node.id) ?? [])].sort((left, right) => left - right)) {
      const column = addColumn(item);
      addAll(column.list, members(`route ${index} ${node.id}`), depth + 1);
    }
  };

  const addParallel = (list: List, node: GraphNode, join: GraphNode | undefined, depth: number): void => {
    const item = add<ParallelItem>({
      kind: 'parallel',
      ...base(list, node),
      join,
      lanes: [],
      channels: [],
      bypass: undefined,
      bypassOffset: 0,
      bypassTop: 0,
      bypassFoot: 0,
      groupHeight: 0,
      joinTop: 0,
      channelTop: 0,
      groupLeft: 0,
      groupRight: 0,
    });
    for (const entry of laneEntries(members(`in ${node.id}`))) {
      const holder = { item, lane: newLane(undefined, newList(undefined)) };
      const lane = newLane(entry.lane, newList(holder));
      holder.lane = lane;
      item.lanes.push(lane);
      if (entry.lane !== undefined) found.set(entry.lane.id, { item, role: 'lane', lane });
      addAll(lane.list, entry.lane === undefined ? entry.nodes : members(`in ${entry.lane.id}`), depth + 1);
    }
    if (join !== undefined) found.set(join.id, { item, role: 'join' });
  };

  const addPhase = (list: List, node: GraphNode, depth: number): void => {
    const item = add<PhaseItem>({
      kind: 'phase',
      ...base(list, node),
      body: newList(undefined),
      bandLeft: 0,
      bandRight: 0,
      bandHeight: 0,
    });
    item.body = newList({ item });
    addAll(item.body, members(`in ${node.id}`), depth + 1);
  };

  const addAll = (list: List, all: readonly GraphNode[], depth: number): void => {
    if (depth > deepest) {
      for (const node of flattened(all, members, routes)) if (!found.has(node.id)) addBox(list, node);
      return;
    }
    for (const [at, node] of all.entries()) {
      if (found.has(node.id)) continue;
      if (folded.has(node.id)) addBox(list, node);
      else if (node.kind === 'decision') addDecision(list, node, depth);
      else if (node.kind === 'phase') addPhase(list, node, depth);
      else if (node.kind === 'fork') {
        const next = all[at + 1];
        addParallel(list, node, next?.kind === 'join' ? next : undefined, depth);
      } else addBox(list, node);
    }
  };
  return { found, items, members, addBox, addAll };
}

/** Where lists stand side by side, words beside a node keep them apart, and are narrow. */
export function rowsIn(
  list: List,
  node: GraphNode,
  rows: readonly SideRow[] | undefined,
): readonly SideRow[] {
  if (rows === undefined) return [];
  for (let { holder } = list; holder !== undefined; { holder } = holder.item.list) {
    if (holder.item.kind !== 'phase') return narrowRows(node, rows);
  }
  return rows;
}

/** An empty column at the right of those that are there. */
export function addColumn(item: DecisionItem): Column {
  const holder = { item, column: newColumn(newList(undefined)) };
  const column = newColumn(newList(holder));
  holder.column = column;
  item.columns.push(column);
  return column;
}

const newLane = (node: GraphNode | undefined, list: List): Lane => ({
  node,
  list,
  tracks: [],
  crossed: false,
  offset: 0,
  boxLeft: 0,
  boxRight: 0,
  top: 0,
  bottom: 0,
});

/** The lanes of a parallel: those with a box, and of the other nodes each one its own; a parallel keeps its join and what follows it. */
export function laneEntries(
  nodes: readonly GraphNode[],
): readonly { readonly lane?: GraphNode; readonly nodes: readonly GraphNode[] }[] {
  const entries: { readonly lane?: GraphNode; readonly nodes: GraphNode[] }[] = [];
  let open: GraphNode | undefined;
  for (const node of nodes) {
    const last = entries.at(-1);
    if (node.kind === 'lane') entries.push({ lane: node, nodes: [] });
    else if (open !== undefined && last !== undefined && belongsTo(node, open)) last.nodes.push(node);
    else entries.push({ nodes: [node] });
    if (node.kind === 'fork') open = node;
    else if (node.kind !== 'join') open = undefined;
  }
  return entries;
}

const belongsTo = (node: GraphNode, fork: GraphNode): boolean =>
  node.kind === 'join' || node.id === `${fork.id}.synthesize`;

/** Nodes and all that stands in them, in text order, without a call for each level. */
function flattened(
  nodes: readonly GraphNode[],
  members: (key: string) => readonly GraphNode[],
  routes: ReadonlyMap<string, ReadonlySet<number>>,
): readonly GraphNode[] {
  const flat: GraphNode[] = [];
  const seen = new Set<string>();
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    flat.push(node);
    const { id } = node;
    const inner = [...(routes.get(id) ?? [])].flatMap(index => members(`route ${index} ${id}`));
    waiting.push(...[...members(`in ${id}`), ...inner].reverse());
  }
  return flat;
}
