/**
 * A chain or a suite as a directed graph for Graphviz, phases, parallels and lanes as clusters: https://graphviz.org/doc/info/lang.html. A person
 * lays it out and styles it with that.
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
 * What Graphviz shows as it is, between quotes. There only the quote and the backslash mean something to its language; in labels the
 * backslash begins an escape (`\N` is the node's name, `\n` a new line) and the ampersand an entity.
 */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** A text in quotes, in lines. */
const quoted = (text: string): string =>
  `"${linesOf(cut(clean(text), longestLabel))
    .map(escaped)
    .join('\\n')}"`;

/** In UTF-16 units; Graphviz breaks no lines by itself. */
const longestLine = 40;

function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > longestLine) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Attributes by kind of node; the values are words of Graphviz and need no quotes. */
const shapes: Readonly<Record<GraphNode['kind'], string>> = {
  start: 'shape=oval',
  end: 'shape=oval',
  stop: 'shape=oval',
  step: 'shape=box',
  fork: 'shape=circle, width=0.2, fixedsize=true',
  join: 'shape=circle, width=0.2, fixedsize=true',
  checkpoint: 'shape=hexagon',
  decision: 'shape=diamond',
  chain: 'shape=box, peripheries=2',
  item: 'shape=box',
  phase: 'shape=box',
  lane: 'shape=box',
  handoff: 'shape=cds',
};

/** Ends with a line break. The same graph gives the same text. */
export function chainToDot({ nodes, edges, subject }: ChainGraph): string {
  const names = plainNames(nodes);
  const children = childrenOf(nodes);
  const wordsOfBox = boxWords(nodes);
  const points = new Map<string, string>();
  const lines = [
    `digraph "${escaped(cut(clean(subject.id), longestLabel))}" {`,
    `  label=${quoted(subject.title)}; labelloc=t; rankdir=TB;`,
    '  graph [fontname="Helvetica"]; node [fontname="Helvetica"]; edge [fontname="Helvetica"];',
  ];
  const point = (node: GraphNode, indent: string): void => {
    const name = names.get(node) ?? '';
    if (!points.has(node.id)) points.set(node.id, name);
    lines.push(`${indent}${name} [label=${quoted(pointWords(node))}, ${shapeOf(node)}];`);
  };
  const write = (node: GraphNode, depth: number): void => {
    const indent = '  '.repeat(depth);
    const inner = children.get(node.id) ?? [];
    if (inner.length === 0) {
      point(node, indent);
      return;
    }
    // What stands in a box has the styles of the box but for those that it has itself.
    const style = node.kind === 'lane' ? 'dashed' : 'solid';
    // A subgraph is a box around its nodes where its name begins so.
    lines.push(`${indent}subgraph cluster_${names.get(node) ?? ''} {`);
    lines.push(`${indent}  label=${quoted(wordsOfBox(node, inner))}; style=${style};`);
    // Edges lead to the fork itself; to a box there are none.
    if (node.kind === 'fork') point(node, `${indent}  `);
    for (const each of inner) write(each, depth + 1);
    lines.push(`${indent}}`);
  };
  for (const node of children.get(undefined) ?? []) write(node, 1);
  for (const edge of edges) {
    const [from, to] = [points.get(edge.from), points.get(edge.to)];
    if (isDrawn(edge, subject.kind) && from !== undefined && to !== undefined)
      lines.push(`  ${from} -> ${to}${attributes(edge)};`);
  }
  return `${lines.join('\n')}\n}\n`;
}

/** A fork and a join are points, whose words stand on the box around them. */
const pointWords = (node: GraphNode): string => (node.kind === 'fork' ? '' : nodeWords(node));

const shapeOf = (node: GraphNode): string =>
  node.kind === 'item' && node.runs === 'chain' ? shapes.chain : shapes[node.kind];

function attributes(edge: GraphEdge): string {
  const words = edgeWords(edge);
  const said = [
    ...(words === '' ? [] : [`label=${quoted(words)}`]),
    ...(isDashed(edge) ? ['style=dashed'] : []),
    // What leads back shall not turn the order around.
    ...(edge.kind === 'back' ? ['constraint=false'] : []),
  ];
  return said.length === 0 ? '' : ` [${said.join(', ')}]`;
}
