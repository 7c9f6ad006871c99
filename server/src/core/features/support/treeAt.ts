/** Where an offset stands in a syntax tree, and walks over the tree that need no stack of their own. */
import type { Entry, ScalarNode, SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';
import { type Span, touches } from '../../util/span.ts';

/** One part of the way from the root to a place: a value, or an entry that holds one. */
export type TreePart = SyntaxNode | Entry;

/**
 * The parts around `offset`, from the root inwards; empty outside the root. A cursor behind the last character of a
 * part still stands in it; between two neighbours that meet there, the later one counts.
 */
export function pathAt(tree: SyntaxTree, offset: number): readonly TreePart[] {
  const path: TreePart[] = [];
  let part: TreePart | undefined =
    tree.root !== undefined && touches(tree.root.span, offset) ? tree.root : undefined;
  while (part !== undefined) {
    path.push(part);
    part = childAt(part, offset);
  }
  return path;
}

function childAt(part: TreePart, offset: number): TreePart | undefined {
  if (part.kind === 'entry') {
    if (touches(part.key.span, offset)) return part.key;
    return part.value !== undefined && touches(part.value.span, offset) ? part.value : undefined;
  }
  if (part.kind === 'map') return lastTouched(part.entries, offset);
  return part.kind === 'list' ? lastTouched(part.items, offset) : undefined;
}

/** The last of some parts in text order that `offset` stands in. */
function lastTouched<T extends TreePart>(parts: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  return part !== undefined && touches(part.span, offset) ? part : undefined;
}

/** Every part below the root, the root first, in text order; keys are not visited on their own. */
export function* partsOf(tree: SyntaxTree): Generator<TreePart> {
  const waiting: TreePart[] = tree.root === undefined ? [] : [tree.root];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    yield part;
    const below: readonly TreePart[] =
      part.kind === 'map'
        ? part.entries
        : part.kind === 'list'
          ? part.items
          : part.kind === 'entry' && part.value
            ? [part.value]
            : [];
    for (let index = below.length - 1; index >= 0; index--) {
      const child = below[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** The part of a scalar that holds its text: without the quotes, whether or not the closing one was written. */
export function contentSpan(scalar: ScalarNode, text: string): Span {
  const { start, end } = scalar.span;
  if (scalar.style !== 'single' && scalar.style !== 'double') return scalar.span;
  const quote = scalar.style === 'single' ? "'" : '"';
  if (text[start] !== quote) return scalar.span;
  const closed = end - start >= 2 && text[end - 1] === quote;
  return { start: start + 1, end: closed ? end - 1 : end };
}

/**
 * Where a list's item begins in the text: at its dash in block style, else at the item itself.
 * A comment between dash and item is passed over.
 */
export function itemStart(item: SyntaxNode, text: string): number {
  if (item.parent?.kind !== 'list' || item.parent.flow) return item.span.start;
  const from = text.lastIndexOf('-', item.span.start - 1);
  const between = from < 0 ? 'none' : text.slice(from + 1, item.span.start);
  return /^\s*(?:#[^\n]*\s+|[&!]\S+\s+)*$/u.test(between) ? from : item.span.start;
}
