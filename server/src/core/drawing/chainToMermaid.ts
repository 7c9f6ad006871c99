/**
 * A chain or a suite as a Mermaid flowchart, for pages that draw those: https://mermaid.js.org/syntax/flowchart.html. Only what every version of
 * Mermaid since 9 reads is used.
 */
import type { ChainGraph, GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import { laneEntries } from './blocks.ts';
import { handoffWords } from './sideRows.ts';
import { clean, cut } from './text.ts';
import { capacityWords, cardWords, durationWords, itemId, joinWords } from './words.ts';

const longestLabel = 200;
/** Boxes within boxes at most; what stands deeper is drawn in the innermost of these. */
const deepest = 40;

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
  const names = mermaidNames(nodes);
  const children = childrenOf(nodes);
  const lanes = (inner: readonly GraphNode[]): number =>
    laneEntries(inner.filter(({ route }) => route === undefined)).length;
  const joins = new Map(nodes.flatMap(node => (node.kind === 'join' ? [[node.id, node] as const] : [])));
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
    const capacity = node.capacity === undefined ? undefined : capacityWords(node.capacity);
    const words = isFork
      ? `${node.label} · ${joinWords(joins.get(`${node.id}.join`), lanes(inner))}`
      : [node.label, node.window, capacity].filter(part => part !== undefined).join(' · ');
    lines.push(`${indent}subgraph ${isFork ? `${name}_lanes` : name}[${label(words)}]`);
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
    // Of a chain they are no lines of their own; of a suite they are all that there is.
    const isShown = edge.kind !== 'data' || subject.kind === 'suite';
    if (isShown && from !== undefined && to !== undefined) lines.push(`  ${from} ${arrow(edge)} ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Names that hold nothing that means something to Mermaid; its own words, such as `end`, get no chance behind a prefix. */
function mermaidNames(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, string> {
  const taken = new Set<string>();
  return new Map(
    nodes.map((node): [GraphNode, string] => {
      const plain = `n_${node.id.slice(0, 60).replace(/[^A-Za-z0-9]+/g, '_')}`;
      let name = plain;
      for (let count = 2; taken.has(name); count++) name = `${plain}_${count}`;
      // The box of a parallel has a name that is made of its fork's.
      taken.add(name).add(`${name}_lanes`);
      return [node, name];
    }),
  );
}

/** What stands in each phase, parallel and lane, and under `undefined` what stands in none; nodes that stand in themselves too. */
function childrenOf(nodes: readonly GraphNode[]): ReadonlyMap<string | undefined, readonly GraphNode[]> {
  const boxes = new Map<string, GraphNode>();
  for (const node of nodes) {
    const holds = node.kind === 'phase' || node.kind === 'fork' || node.kind === 'lane';
    if (holds && !boxes.has(node.id)) boxes.set(node.id, node);
  }
  const children = new Map<string | undefined, GraphNode[]>();
  const add = (parent: string | undefined, node: GraphNode): void => {
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [node]);
    else known.push(node);
  };
  for (const node of nodes) add(parentOf(node, boxes), node);
  return children;
}

function parentOf(node: GraphNode, boxes: ReadonlyMap<string, GraphNode>): string | undefined {
  const around: string[] = [];
  const seen = new Set([node.id]);
  for (let at = node.parent; at !== undefined; at = boxes.get(at)?.parent) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    if (boxes.has(at)) around.push(at);
  }
  return around[Math.max(0, around.length - deepest)];
}

function shape(node: GraphNode): string {
  const duration = node.takes === undefined ? [] : [durationWords(node.takes)];
  const words = (...parts: readonly (string | undefined)[]): string =>
    label(parts.filter(part => part !== undefined && part !== '').join(' · '));
  const condition = node.when === undefined ? undefined : `when ${node.when}`;
  switch (node.kind) {
    case 'start':
    case 'end':
    case 'stop':
      return `([${words(node.label)}])`;
    case 'checkpoint':
      return `{{${words(node.label, node.by?.join(', '), ...duration)}}}`;
    case 'decision':
      return `{${words(node.label)}}`;
    case 'join':
      return '((" "))';
    case 'chain':
      return `[[${words(cardWords(node), condition, ...duration)}]]`;
    case 'item': {
      const said = words(itemId(node), node.label, node.priority, node.owner);
      return node.runs === 'chain' ? `[[${said}]]` : `[${said}]`;
    }
    case 'handoff':
      return `>${words(handoffWords(node))}]`;
    default:
      return `[${words(node.skill ?? node.team, node.label, condition, ...duration)}]`;
  }
}

function arrow({ kind, label: words, atMost, conflict }: GraphEdge): string {
  if (conflict !== undefined) return `-.->|${label(conflict)}|`;
  const bound = kind !== 'back' ? [] : [atMost === undefined ? '↺' : `↺ ≤ ${atMost}×`];
  const said = [...(words === undefined ? [] : [words]), ...bound].join(' ');
  const line = kind === 'back' || kind === 'handoff' || words === 'after' ? '-.->' : '-->';
  return said === '' ? line : `${line}|${label(said)}|`;
}
