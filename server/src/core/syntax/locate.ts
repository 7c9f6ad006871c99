/** From a place in the text to the node there. */
import { touches } from '../util/span.ts';
import type { Entry, SyntaxNode, SyntaxTree } from './tree.ts';

export interface Located {
  /** The innermost node whose span touches the offset; both of its ends count. */
  readonly node: SyntaxNode;
  /** The entry whose key or value `node` is; `undefined` for items and the root. */
  readonly entry: Entry | undefined;
  readonly isKey: boolean;
  /** The maps, lists and entries around `node`, outermost first. */
  readonly ancestors: readonly (SyntaxNode | Entry)[];
}

/** The node at an offset and what it stands in; `undefined` where the text holds nothing there. */
export function nodeAt(tree: SyntaxTree, offset: number): Located | undefined {
  if (tree.root === undefined || !touches(tree.root.span, offset)) return undefined;
  const ancestors: (SyntaxNode | Entry)[] = [];
  let node = tree.root;
  let entry: Entry | undefined;
  for (;;) {
    const inner = childAt(node, offset);
    if (inner === undefined) return { node, entry, isKey: entry?.key === node, ancestors };
    ancestors.push(node);
    if (inner.kind === 'entry') {
      entry = inner;
      if (touches(inner.key.span, offset))
        return { node: inner.key, entry, isKey: true, ancestors: [...ancestors, inner] };
      if (inner.value === undefined || !touches(inner.value.span, offset)) {
        return {
          node,
          entry: node.parent?.kind === 'entry' ? node.parent : undefined,
          isKey: false,
          ancestors: ancestors.slice(0, -1),
        };
      }
      ancestors.push(inner);
      node = inner.value;
    } else {
      entry = undefined;
      node = inner;
    }
  }
}

/** The entry that an offset touches, its key, colon and value counted, innermost; `undefined`: none. */
export function entryAt(tree: SyntaxTree, offset: number): Entry | undefined {
  let node: SyntaxNode | undefined = tree.root;
  let found: Entry | undefined;
  while (node !== undefined) {
    const inner: SyntaxNode | Entry | undefined = childAt(node, offset);
    if (inner?.kind === 'entry') found = inner;
    node = inner?.kind === 'entry' ? inner.value : inner;
  }
  return found;
}

/** Of two parts that meet at the offset, the one that ends there: the cursor stands behind what was just written. */
function childAt(node: SyntaxNode, offset: number): SyntaxNode | Entry | undefined {
  if (node.kind === 'map') return node.entries.find(({ span }) => touches(span, offset));
  if (node.kind === 'list') return node.items.find(({ span }) => touches(span, offset));
  return undefined;
}
