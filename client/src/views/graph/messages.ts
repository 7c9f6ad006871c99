/**
 * What the graph's page and the editor tell each other, and how each reads what it gets. Every message about a text carries the
 * text's URI and version; what is about another text, or an older one, is dropped.
 */
import type { ChainGraph, GraphEdge, GraphNode } from '../../../../server/src/lsp/protocol.ts';

/** What is said above the drawing, or instead of it. */
export interface Notice {
  /** `broken`: the text has a mistake; `gone`: there is no chain any more; `empty`: there is nothing to draw. */
  readonly kind: 'broken' | 'gone' | 'empty';
  readonly text: string;
  /** The words of the link that the editor follows (`follow`); absent: there is nowhere to go. */
  readonly link?: string;
}

/** What the toolbar does; the palette's commands do the same. */
export type GraphAction = 'zoomIn' | 'zoomOut' | 'resetZoom' | 'fit';
export const graphActions: readonly GraphAction[] = ['zoomIn', 'zoomOut', 'resetZoom', 'fit'];

export interface ShowMessage {
  readonly type: 'show';
  readonly uri: string;
  readonly version: number;
  /** Counts what the page is told to draw of this chain. */
  readonly number: number;
  /** `null`: there is nothing to draw, and the notice says why. */
  readonly graph: ChainGraph | null;
  /** Ids of nodes that the present text does not have. */
  readonly stale: readonly string[];
  readonly notice: Notice | null;
}

/** One stretch of a list, and what comes in its place. */
export interface Splice<Each> {
  /** 0-based. */
  readonly at: number;
  readonly removed: number;
  readonly added: readonly Each[];
}

/** A newer drawing, as what differs from the one before. */
export interface ChangeMessage extends Omit<ShowMessage, 'type' | 'graph'> {
  readonly type: 'change';
  /** The number of the one before. */
  readonly since: number;
  /** The graph without its nodes and edges. */
  readonly about: Omit<ChainGraph, 'nodes' | 'edges'>;
  readonly nodes: Splice<GraphNode>;
  readonly edges: Splice<GraphEdge>;
}

/** From the editor to the page. */
export type ToPage =
  | { readonly type: 'start'; readonly uri: string; readonly words: GraphWords; readonly locked: boolean }
  | ShowMessage
  | ChangeMessage
  /** A newer text that draws the same. */
  | { readonly type: 'same'; readonly uri: string; readonly version: number }
  /** The node that the editor's cursor stands in. */
  | { readonly type: 'cursor'; readonly uri: string; readonly version: number; readonly id: string | null }
  | { readonly type: 'locked'; readonly locked: boolean }
  | { readonly type: 'act'; readonly action: GraphAction }
  | { readonly type: 'rejected'; readonly reason: string };

/** From the page to the editor. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A change came of a drawing that never did: the page is to be told all anew. */
  | { readonly type: 'lost'; readonly uri: string }
  /** Shows where a node is written: `look` leaves the focus in the page, `go` takes it to the text. */
  | {
      readonly type: 'reveal';
      readonly uri: string;
      readonly version: number;
      readonly id: string;
      readonly how: 'look' | 'go';
    }
  /** Opens the graph of the chain that a node names. */
  | { readonly type: 'open'; readonly uri: string; readonly version: number; readonly id: string }
  /** The link of the notice was chosen. */
  | { readonly type: 'follow'; readonly uri: string; readonly version: number }
  /** The focus goes back to the text. */
  | { readonly type: 'leave'; readonly uri: string }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'export'; readonly uri: string; readonly format: 'svg' | 'mermaid' }
  | { readonly type: 'rejected'; readonly reason: string };

/** What the editor gives back to the extension when it restores a window, from what the page stored. */
export interface StoredPanel {
  readonly uri: string;
  readonly locked: boolean;
}

/** The page's own words, in the editor's language; `{0}` stands for what each says. */
export const wordKeys = [
  ...[
    'canvas',
    'toolbar',
    'zoomIn',
    'zoomOut',
    'resetZoom',
    'fit',
    'lock',
    'export',
    'exportSvg',
    'copyMermaid',
  ],
  ...['total', 'totalAtLeast', 'totalAtMost', 'stale', 'leadsTo', 'atCursor'],
  ...['needs', 'neededBy', 'simpleLayout', 'layOutAgain', 'largeSuite'],
] as const;
export type GraphWords = Readonly<Record<(typeof wordKeys)[number], string>>;
