/** The graph of a chain as the language page defines it: one JSON shape for the preview, the command line and the exports. */
import type { Range } from 'vscode-languageserver-types';
import type { LineMap } from '../util/lineMap.ts';
import type { Span } from '../util/span.ts';

export type GraphNodeKind =
  | 'start'
  | 'end'
  | 'stop'
  | 'step'
  | 'fork'
  | 'join'
  | 'checkpoint'
  | 'decision'
  | 'chain'
  | 'item'
  | 'phase'
  | 'lane'
  | 'handoff';

export interface GraphNode {
  /** From `id` or the words written, never from an index (except `~n`). */
  readonly id: string;
  /** The phase, parallel or lane it stands in. */
  readonly parent?: string;
  readonly kind: GraphNodeKind;
  readonly label: string;
  /** As written. */
  readonly skill?: string;
  readonly team?: string;
  readonly owner?: string;
  readonly priority?: string;
  readonly optional?: boolean;
  /** Minutes, elapsed. */
  readonly takes?: { readonly min: number; readonly max: number };
  readonly uri?: string;
  /** Absent on synthetic nodes. */
  readonly range?: Range;
  readonly problems: { readonly errors: number; readonly warnings: number };
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'sequence' | 'route' | 'back' | 'data' | 'handoff';
  readonly label?: string;
  readonly atMost?: number;
}

export interface ChainGraph {
  readonly subject: {
    readonly kind: 'chain' | 'suite' | 'workspace';
    readonly id: string;
    readonly title: string;
    readonly uri: string;
  };
  /** Of the text it was made from. */
  readonly version: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Minutes, elapsed. */
  readonly total?: { readonly min?: number; readonly max?: number };
  /** False: made from a text with syntax errors. */
  readonly complete: boolean;
}

export interface GraphSource {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineMap;
  /** False: the text has syntax errors. */
  readonly complete: boolean;
  /** How many findings lie in a node's own text; by default none. */
  problemsAt?(span: Span): { readonly errors: number; readonly warnings: number };
}
