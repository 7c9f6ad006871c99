/** The words that stand at the right of a node: who accepts, what document comes of it, and the handoffs from it and to it. */
import type { ChainGraph, GraphEdge, GraphNode, HandoffKind } from '../analysis/chainGraph.ts';
import { byRoom, documentRoom, handoffLine, handoffRoom, narrowHandoffRoom, wordsRoom } from './sizes.ts';

interface RowBase {
  /** How wide it may be wherever it stands. */
  readonly room: number;
  /** How many lines are kept for it. */
  readonly lines: 1 | 2;
}

export type SideRow =
  | (RowBase & { readonly kind: 'words'; readonly text: string })
  /** `isBelow`: it stands below its card. */
  | (RowBase & { readonly kind: 'document'; readonly text: string; readonly isBelow: boolean })
  | (RowBase & {
      readonly kind: 'handoff';
      readonly node: GraphNode;
      readonly edge: GraphEdge | undefined;
      /** It leads to the chain of this drawing. */
      readonly inward: boolean;
    })
  /** What is said of the handoff above it. */
  | (RowBase & { readonly kind: 'detail'; readonly text: string });

/** The rows of a node in a lane or a column: what is long takes a second line, and a document stands below its card. */
export const narrowRows = ({ kind }: GraphNode, rows: readonly SideRow[]): readonly SideRow[] =>
  rows.map((row): SideRow => {
    if (row.kind === 'document') return { ...row, isBelow: kind === 'step' || kind === 'chain' };
    if (row.kind === 'words') return row;
    return { ...row, room: narrowHandoffRoom + handoffLine, lines: 2 };
  });

const arrows: Readonly<Record<HandoffKind, string>> = {
  // biome-ignore lint/suspicious/noThenProperty: a word of the language
  then: '→ then',
  joins: '⇥ joins',
  'cycles-to': '↻ cycles to',
  'escalates-to': '⇱ escalates to',
  'waits-for': '⇤ waits for',
};

/** The same of an edge that only the other chain writes, said from this one. */
const arrowsElsewhere: Readonly<Record<HandoffKind, string>> = {
  // biome-ignore lint/suspicious/noThenProperty: a word of the language
  then: '⇤ follows',
  joins: '⇤ joined by',
  'cycles-to': '↻ next round of',
  'escalates-to': '⇱ escalated from',
  'waits-for': '→ awaited by',
};

/** `→ then post-mortem-follow-up`, `⇤ follows sev1-production-incident`. */
export const handoffWords = ({ handoff = 'then', elsewhere, label }: GraphNode): string =>
  `${(elsewhere === true ? arrowsElsewhere : arrows)[handoff]} ${label}`;

/** The rows of each node by its id. Handoffs that nothing leads to stand at the end, or the last node. */
export function sideRows({ nodes, edges }: ChainGraph): ReadonlyMap<string, readonly SideRow[]> {
  const rows = new Map<string, SideRow[]>();
  const add = (id: string, row: SideRow): void => {
    const known = rows.get(id);
    if (known === undefined) rows.set(id, [row]);
    else known.push(row);
  };
  for (const node of nodes) for (const row of ownRows(node)) add(node.id, row);
  const labels = new Map(nodes.map(({ id, label }): [string, string] => [id, label]));
  const handoffs = handoffEdges(edges);
  const stays = nodes.filter(({ kind }) => kind !== 'handoff' && kind !== 'stop');
  const start = nodes.find(({ kind }) => kind === 'start');
  const otherwise = (stays.find(({ kind }) => kind === 'end') ?? stays.at(-1))?.id;
  for (const node of nodes) {
    if (node.kind !== 'handoff') continue;
    const { to, from } = handoffs.get(node.id) ?? {};
    const edge = to ?? from;
    const inward = to === undefined && (node.handoff === 'waits-for' || node.elsewhere === true);
    const place = to?.from ?? (inward ? from?.to : undefined);
    const at = place !== undefined && labels.has(place) ? place : otherwise;
    if (at === undefined) continue;
    const details = detailsOf(node, inward ? from : to, inward ? undefined : from, labels).map(
      (text): SideRow => ({ kind: 'detail', text, room: handoffRoom + handoffLine, lines: 1 }),
    );
    const row: SideRow = { kind: 'handoff', node, edge, inward, room: handoffRoom + handoffLine, lines: 1 };
    // Rows rise above the start and run down beside all else; what is said of a handoff stands below it.
    const isRising = at === start?.id;
    for (const each of isRising ? [...details, row] : [row, ...details]) add(at, each);
  }
  return rows;
}

/** The first edge to each handoff and the first from it, by its id. */
function handoffEdges(
  edges: readonly GraphEdge[],
): ReadonlyMap<string, { readonly to?: GraphEdge; readonly from?: GraphEdge }> {
  const found = new Map<string, { readonly to?: GraphEdge; readonly from?: GraphEdge }>();
  for (const edge of edges) {
    if (edge.kind !== 'handoff') continue;
    found.set(edge.to, { to: edge, ...found.get(edge.to) });
    found.set(edge.from, { from: edge, ...found.get(edge.from) });
  }
  return found;
}

function ownRows({ kind, label, by = [], document }: GraphNode): readonly SideRow[] {
  const words = (text: string, room: number): SideRow => ({ kind: 'words', text, room, lines: 1 });
  if (kind === 'start' || kind === 'end') {
    return [words(label, wordsRoom)];
  }
  const shown = by.length > 2 ? [...by.slice(0, 1), `and ${by.length - 1} more`] : by;
  return [
    ...shown.map(each => words(each, byRoom)),
    ...(document === undefined
      ? []
      : [{ kind: 'document', text: document, room: documentRoom, lines: 1, isBelow: false } as const]),
  ];
}

/** The condition of an escalation and where it resumes. */
function detailsOf(
  { handoff }: GraphNode,
  edge: GraphEdge | undefined,
  back: GraphEdge | undefined,
  labels: ReadonlyMap<string, string>,
): readonly string[] {
  const condition = edge?.label === undefined || isOwnWord(edge.label, handoff) ? [] : [`if ${edge.label}`];
  const resumes = back === undefined ? [] : [`resumes at ${labels.get(back.to) ?? back.to}`];
  return [...condition, ...resumes];
}

/** The edge of a handoff without a condition is labelled with the kind itself. */
const isOwnWord = (label: string, kind: HandoffKind | undefined): boolean =>
  label === (kind ?? 'then').replace('-', ' ');
