/** What the drawings that are texts share: names of nodes, what stands in what, and the words of nodes, boxes and edges. */
import type { GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import { laneEntries } from './blocks.ts';
import { handoffWords } from './sideRows.ts';
import { capacityWords, cardWords, durationWords, itemId, joinWords } from './words.ts';

/** Of a label, in UTF-16 units. */
export const longestLabel = 200;
/** Boxes within boxes at most; what stands deeper is drawn in the innermost of these. */
const deepest = 40;

/** Names that hold nothing that means something to a language; its own words, such as `end`, get no chance behind a prefix. */
export function plainNames(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, string> {
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
export function childrenOf(
  nodes: readonly GraphNode[],
): ReadonlyMap<string | undefined, readonly GraphNode[]> {
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

/** What is said of a box that holds others: of a parallel how its lanes join, of a phase its window and capacity. */
export function boxWords(
  nodes: readonly GraphNode[],
): (box: GraphNode, inner: readonly GraphNode[]) => string {
  const joins = new Map(nodes.flatMap(node => (node.kind === 'join' ? [[node.id, node] as const] : [])));
  return (box, inner) => {
    if (box.kind === 'fork') {
      const lanes = laneEntries(inner.filter(({ route }) => route === undefined)).length;
      return `${box.label} · ${joinWords(joins.get(`${box.id}.join`), lanes)}`;
    }
    return joined(
      box.label,
      box.window,
      box.capacity === undefined ? undefined : capacityWords(box.capacity),
    );
  };
}

/** What is said of a node that holds no others; `''` of a join. */
export function nodeWords(node: GraphNode): string {
  const duration = node.takes === undefined ? undefined : durationWords(node.takes);
  const condition = node.when === undefined ? undefined : `when ${node.when}`;
  switch (node.kind) {
    case 'start':
    case 'end':
    case 'stop':
    case 'decision':
      return joined(node.label);
    case 'checkpoint':
      return joined(node.label, node.by?.join(', '), duration);
    case 'join':
      return '';
    case 'chain':
      return joined(cardWords(node), condition, duration);
    case 'item':
      return joined(itemId(node), node.label, node.priority, node.owner);
    case 'handoff':
      return joined(handoffWords(node));
    default:
      return joined(node.skill ?? node.team, node.label, condition, duration);
  }
}

/** What stands on an edge; `''`: nothing. */
export function edgeWords({ kind, label, atMost, conflict }: GraphEdge): string {
  if (conflict !== undefined) return conflict;
  const bound = kind !== 'back' ? [] : [atMost === undefined ? '↺' : `↺ ≤ ${atMost}×`];
  return [...(label === undefined ? [] : [label]), ...bound].join(' ');
}

/** Whether an edge is no part of the way from start to end. */
export const isDashed = ({ kind, label, conflict }: GraphEdge): boolean =>
  conflict !== undefined || kind === 'back' || kind === 'handoff' || label === 'after';

/** Whether an edge is drawn: those of data are no lines of their own in a chain, and of a suite they are all that there is. */
export const isDrawn = ({ kind }: GraphEdge, subject: 'chain' | 'suite' | 'workspace'): boolean =>
  kind !== 'data' || subject === 'suite';

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join(' · ');
