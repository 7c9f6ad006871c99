/** Where an offset stands in a syntax tree, and what of the text a part of it takes. */
import { entryAt, nodeAt } from '../../syntax/locate.ts';
import { walk } from '../../syntax/path.ts';
import type { Entry, ScalarNode, SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';
import type { Span } from '../../util/span.ts';

/** One part of the way from the root to a place: a value, or an entry that holds one. */
export type TreePart = SyntaxNode | Entry;

/**
 * The parts around `offset`, from the root inwards; empty outside the root. A cursor behind the last character of a
 * part still stands in it. Between a key and its value the entry is the last part.
 */
export function pathAt(tree: SyntaxTree, offset: number): readonly TreePart[] {
  const located = nodeAt(tree, offset);
  if (located === undefined) return [];
  const path = [...located.ancestors, located.node];
  const entry = entryAt(tree, offset);
  return entry !== undefined && entry.parent === located.node ? [...path, entry] : path;
}

/** Every node that is no key, in text order; one behind an alias once, where it stands. */
export function* valuesOf(tree: SyntaxTree): Generator<SyntaxNode> {
  for (const node of walk(tree)) {
    if (node.parent?.kind !== 'entry' || node.parent.key !== node) yield node;
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
 * Where the words of a scalar stand one by one as they read, in one line or folded from several; `undefined` where an escape or the
 * indicator of a block writes one in another way.
 */
export function wordsSpan(scalar: ScalarNode, text: string): Span | undefined {
  const { start, end } = contentSpan(scalar, text);
  const isBlock = scalar.style === 'literal' || scalar.style === 'folded';
  const header = isBlock ? (/^[^\n]*\n?/.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
  const words = (written: string): string => written.trim().split(/\s+/).join(' ');
  const span = { start: start + header, end };
  return words(text.slice(span.start, span.end)) === words(scalar.text) ? span : undefined;
}

/**
 * Where a list's item begins in the text: at its dash in block style, else at the item itself.
 * A comment between dash and item is passed over.
 */
export function itemStart(item: SyntaxNode, text: string): number {
  if (item.parent?.kind !== 'list' || item.parent.flow) return item.span.start;
  const from = text.lastIndexOf('-', item.span.start - 1);
  const between = from < 0 ? 'none' : text.slice(from + 1, item.span.start);
  return /^\s*(?:(?:#[^\r\n]*[\r\n]|[&!]\S+\s)\s*)*$/u.test(between) ? from : item.span.start;
}
