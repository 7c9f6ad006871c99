/** How the lists of a chain stand in one another: what several analyses ask. */
import type { ChainModel, ChainNode, Lane, NodeList, ParallelNode } from '../model/chain.ts';

/** Whether two lists are one for jumps and for order: all lists at the top are, as phases run one after the other. */
export const isSameList = (left: NodeList, right: NodeList): boolean =>
  left === right || (left.parentNode === undefined && right.parentNode === undefined);

/** The list itself and those around it, inner ones first. */
export function listsAround(list: NodeList): readonly NodeList[] {
  const lists = [list];
  for (let at = list; at.parentNode !== undefined; at = at.parentNode.list) lists.push(at.parentNode.list);
  return lists;
}

/** The node itself and those that it stands in, inner ones first. A synthesis stands beside its parallel, not in it. */
export function nodesAround(node: ChainNode): readonly ChainNode[] {
  const nodes = [node];
  for (let at = node.list.parentNode; at !== undefined; at = at.list.parentNode) nodes.push(at);
  return nodes;
}

/** The lists from which and to which a node may jump: its own and the enclosing ones, up to that of its lane (rule 5). */
export function jumpLists(list: NodeList): readonly NodeList[] {
  const lists: NodeList[] = [];
  for (const each of listsAround(list)) {
    lists.push(each);
    if (each.owner === 'lane') break;
  }
  return lists;
}

/** Whether a node stands in a lane, however deep. */
export const isInLane = (node: ChainNode): boolean =>
  listsAround(node.list).some(list => list.owner === 'lane');

/** The place of each node in text order, from 0. In one list it is also the order in which they run. */
export const textOrder = (model: ChainModel): ReadonlyMap<ChainNode, number> =>
  new Map(model.nodes.map((node, at): [ChainNode, number] => [node, at]));

/** How a node or lane stands to a node. */
export type Relation =
  /** In the innermost list that holds both, it, or what it stands in, comes before. */
  | 'before'
  | 'behind'
  /** It is the node itself, the node stands in it, or it stands in the node. */
  | 'same'
  | 'other-lane'
  | 'other-route';

/** How `other` stands to `node`, by the lists alone; `order` is the text order of the nodes. */
export function relationOf(
  other: ChainNode | Lane,
  node: ChainNode,
  order: ReadonlyMap<ChainNode, number>,
): Relation {
  const mine = listsAround(node.list);
  const others = listsAround(other.list);
  const depth = mine.findIndex(list => others.some(each => isSameList(list, each)));
  const otherDepth = others.findIndex(each => mine.some(list => isSameList(list, each)));
  // In the innermost list that holds both, each is one node or stands in one.
  const me = depth === 0 ? node : mine[depth - 1]?.parentNode;
  const it = otherDepth > 0 ? others[otherDepth - 1]?.parentNode : 'kind' in other ? other : undefined;
  // A lane that holds the node is what the node stands in.
  if (me === undefined || it === undefined) return 'same';
  if (me !== it) return (order.get(it) ?? 0) < (order.get(me) ?? 0) ? 'before' : 'behind';
  if (depth === 0 || otherDepth === 0) return 'same';
  return me.kind === 'parallel' ? 'other-lane' : 'other-route';
}

/** How many lanes must end for a parallel to join; 0 where it has none. */
export function lanesToJoin({ join, lanes }: ParallelNode): number {
  if (join.policy === 'at-least') return Math.min(Math.max(1, join.count), lanes.length);
  return join.policy === 'all' ? lanes.length : Math.min(1, lanes.length);
}
