/** Ways through a tree: down by key, up by parent, across by alias, and over all of it. */
import type { AliasNode, Entry, ListNode, MapNode, SyntaxNode, SyntaxTree } from './tree.ts';

/** The first entry of a map with this key; `undefined` where there is none. */
export const entryOf = (map: MapNode, key: string): Entry | undefined =>
  map.entries.find(entry => entry.key.text === key);

/** The node that an alias stands for, or the node itself; `undefined` for nothing, and for an alias without a target. */
export const resolveAlias = (node: SyntaxNode | undefined): Exclude<SyntaxNode, AliasNode> | undefined =>
  node?.kind === 'alias' ? node.target : node;

/** The text of a scalar, also through an alias; `undefined` for maps, lists and nothing. */
export function textOf(node: SyntaxNode | undefined): string | undefined {
  const resolved = resolveAlias(node);
  return resolved?.kind === 'scalar' ? resolved.text : undefined;
}

/** The value behind a key of a map, also through aliases; `undefined` where `node` is no map or has no such key or value. */
export function valueAt(
  node: SyntaxNode | undefined,
  key: string,
): Exclude<SyntaxNode, AliasNode> | undefined {
  const map = resolveAlias(node);
  return map?.kind === 'map' ? resolveAlias(entryOf(map, key)?.value) : undefined;
}

/** The keys and 0-based indexes that lead from the root to a node; a key's own node has the path of its map. */
export function pathOf(node: SyntaxNode): readonly (string | number)[] {
  const path: (string | number)[] = [];
  let current: SyntaxNode = node;
  for (let parent = current.parent; parent !== undefined; parent = current.parent) {
    if (parent.kind === 'list') {
      path.push(parent.items.indexOf(current));
      current = parent;
    } else {
      if (parent.key !== current) path.push(parent.key.text);
      current = parent.parent;
    }
  }
  return path.reverse();
}

/** How many nodes `walk` visits unless told otherwise. */
export const WALK_BUDGET = 200_000;

/**
 * All nodes of a tree in text order, keys included, each before what it holds. Aliases are not followed.
 *
 * @param budget ends the walk after so many nodes.
 */
export function* walk(
  tree: Pick<SyntaxTree, 'root'>,
  budget = WALK_BUDGET,
): Generator<SyntaxNode, void, undefined> {
  const pending: SyntaxNode[] = tree.root ? [tree.root] : [];
  for (let left = budget; left > 0; left--) {
    const node = pending.pop();
    if (node === undefined) return;
    yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) pending.push(child);
    }
  }
}

/** Keys and values of a map, items of a list, in text order. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case 'map': {
      const children: SyntaxNode[] = [];
      for (const { key, value } of node.entries) {
        children.push(key);
        if (value !== undefined) children.push(value);
      }
      return children;
    }
    case 'list':
      return node.items;
    default:
      return [];
  }
}

/** The map or list that a node stands in; `undefined` for the root. */
export const containerOf = (node: SyntaxNode): MapNode | ListNode | undefined =>
  node.parent?.kind === 'entry' ? node.parent.parent : node.parent;
