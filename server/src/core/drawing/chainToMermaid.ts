/**
 * A chain or a suite as a Mermaid flowchart, for pages that draw those: https://mermaid.js.org/syntax/flowchart.html. Only what every version of
 * Mermaid since 9 reads is used.
 */
import type { ChainGraph, GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import { clean, cut } from './text.ts';
import {
  boxWords,
  childrenOf,
  edgeWords,
  isDashed,
  isDrawn,
  longestLabel,
  nodeWords,
  plainNames,
} from './textGraph.ts';

/**
 * Letters, digits and what means nothing to Mermaid stay; anything else becomes an entity code (`#35;`), so that no text can
 * end its label, begin a comment, a directive or a style, or become markup, Markdown or a formula. A colon and a percent sign are
 * among these: Mermaid looks for `style …:` and `%%` before it reads labels.
 */
function label(text: string): string {
  const shown = cut(clean(text), longestLabel);
  const safe = shown.replace(
    /[^\p{L}\p{N}\p{M} .,!?()'/+…–·≤×↺→⇥↻⇱⇤-]/gu,
    character => `#${character.codePointAt(0)};`,
  );
  return `"${safe === '' ? ' ' : safe}"`;
}

/** Ends with a line break. The same graph gives the same text. */
export function chainToMermaid({ nodes, edges, subject }: ChainGraph): string {
  const names = plainNames(nodes);
  const children = childrenOf(nodes);
  const wordsOfBox = boxWords(nodes);
  const lines = ['flowchart TD'];
  const write = (node: GraphNode, depth: number): void => {
    const indent = '  '.repeat(depth);
    const name = names.get(node) ?? '';
    const inner = children.get(node.id) ?? [];
    const isFork = node.kind === 'fork';
    if (inner.length === 0) {
      lines.push(`${indent}${name}${shape(node)}`);
      return;
    }
    lines.push(`${indent}subgraph ${isFork ? `${name}_lanes` : name}[${label(wordsOfBox(node, inner))}]`);
    // Edges lead to the fork itself, since not every version draws edges to a box well.
    if (isFork) lines.push(`${indent}  ${name}((" "))`);
    for (const each of inner) write(each, depth + 1);
    lines.push(`${indent}end`);
  };
  for (const node of children.get(undefined) ?? []) write(node, 1);
  const byId = new Map<string, string>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, names.get(node) ?? '');
  for (const edge of edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (isDrawn(edge, subject.kind) && from !== undefined && to !== undefined)
      lines.push(`  ${from} ${arrow(edge)} ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

function shape(node: GraphNode): string {
  const words = label(nodeWords(node));
  switch (node.kind) {
    case 'start':
    case 'end':
    case 'stop':
      return `([${words}])`;
    case 'checkpoint':
      return `{{${words}}}`;
    case 'decision':
      return `{${words}}`;
    case 'join':
      return '((" "))';
    case 'chain':
      return `[[${words}]]`;
    case 'item':
      return node.runs === 'chain' ? `[[${words}]]` : `[${words}]`;
    case 'handoff':
      return `>${words}]`;
    default:
      return `[${words}]`;
  }
}

function arrow(edge: GraphEdge): string {
  const said = edgeWords(edge);
  const line = isDashed(edge) ? '-.->' : '-->';
  return said === '' ? line : `${line}|${label(said)}|`;
}
