/** The syntax tree of a value that no text was written for: all spans are empty. Far faster than writing and parsing it. */
import type {
  Entry,
  ListNode,
  MapNode,
  ScalarNode,
  SyntaxNode,
} from '../../../server/src/core/syntax/tree.ts';

const nowhere = { span: { start: 0, end: 0 }, parent: undefined };

export function treeOf(value: unknown): SyntaxNode {
  if (Array.isArray(value)) {
    const list: ListNode = { ...nowhere, kind: 'list', flow: false, items: value.map(treeOf) };
    return list;
  }
  if (typeof value !== 'object' || value === null) return scalarOf(String(value));
  const entries: Entry[] = [];
  const map: MapNode = { ...nowhere, kind: 'map', flow: false, entries };
  for (const [key, inner] of Object.entries(value)) {
    entries.push({
      kind: 'entry',
      span: nowhere.span,
      parent: map,
      key: scalarOf(key),
      value: treeOf(inner),
    });
  }
  return map;
}

const scalarOf = (text: string): ScalarNode => ({ ...nowhere, kind: 'scalar', text, style: 'plain' });
