/** `{{name}}` as a value, which YAML reads as a map that holds a map. */
import type { MapNode, SyntaxNode } from '../tree.ts';
import { quotingMend } from './quoting.ts';
import type { TreeTrap } from './treeTrap.ts';

export const placeholder: TreeTrap = ({ text, nodes }) =>
  nodes.filter(isPlaceholder).map(({ span }) => {
    const written = text.slice(span.start, span.end);
    return quotingMend(
      text,
      span,
      `YAML reads ${written} as a map within a map. Put the placeholder in quotes.`,
    );
  });

function isPlaceholder(node: SyntaxNode): node is MapNode {
  if (node.kind !== 'map' || !node.flow || node.entries.length !== 1) return false;
  const [entry] = node.entries;
  return entry !== undefined && entry.value === undefined && /^\{[^{}\n\r]*\}$/.test(entry.key.text);
}
