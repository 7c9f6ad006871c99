/** The graph of a chain as the language page defines it: one JSON shape for the preview, the command line and the exports. */
import type { Range } from 'vscode-languageserver-types';
import type { Handoff } from '../model/chain.ts';
import type { LineMap } from '../util/lineMap.ts';
import type { Span } from '../util/span.ts';
import type { ChainLength } from './scheduleNetwork.ts';

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
  readonly domain?: string;
  /** What an item of a suite runs. */
  readonly runs?: 'plan' | 'chain';
  /** How many items of a phase can be active at the same time, as it says. */
  readonly capacity?: number;
  readonly optional?: boolean;
  /** The condition of an optional node, as written. */
  readonly when?: string;
  /** Who accepts at a checkpoint or decides, as written. */
  readonly by?: readonly string[];
  /** The kind of document that a step scaffolds, as written. */
  readonly document?: string;
  /** The window of a phase, as written. */
  readonly window?: string;
  /** The range of versions of a sub-chain, as written. */
  readonly version?: string;
  /** The URI of the chain that a sub-chain or a handoff names, or of what an item runs; absent where the workspace has none of that name. */
  readonly opens?: string;
  /** What kind of handoff this is. */
  readonly handoff?: HandoffKind;
  /** Only the other chain writes this handoff, so that it has no place in this text. */
  readonly elsewhere?: boolean;
  /** What is said of a handoff beside its chain, of a checkpoint or of a phase, each as one part: `gate: post-mortem published`. */
  readonly says?: readonly string[];
  /** The route in whose `steps` (or `otherwise`) it stands: its decision, and its 0-based place there. A place, not a name. */
  readonly route?: { readonly decision: string; readonly index: number };
  /** Minutes, elapsed. */
  readonly takes?: { readonly min: number; readonly max: number };
  /** Minutes since the start of the chain at which it begins at the earliest, in the longest run; absent where that is not known. */
  readonly earliest?: number;
  /** Minutes by which it may end later without making the chain longer; absent where that is not known. */
  readonly slack?: number;
  /** Its slack is 0. */
  readonly critical?: boolean;
  readonly uri?: string;
  /** Absent on synthetic nodes. */
  readonly range?: Range;
  readonly problems: NodeProblems;
}

export type HandoffKind = 'then' | 'joins' | 'cycles-to' | 'escalates-to' | 'waits-for';

/** What is wrong with a node's own text, not with that of the nodes in it. */
export interface NodeProblems {
  readonly errors: number;
  readonly warnings: number;
  /** The first few of these findings, errors first, in text order; absent where there is none. */
  readonly messages?: readonly string[];
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'sequence' | 'route' | 'back' | 'data' | 'handoff';
  /** What is wrong with a dependency of a suite; absent where nothing is. */
  readonly conflict?: DependencyConflict;
  readonly label?: string;
  readonly atMost?: number;
}

/** `circle`: each of the two items needs the other, however far around; `later phase`: what is needed is done in a later phase. */
export type DependencyConflict = 'circle' | 'later phase';

export interface ChainGraph {
  readonly subject: {
    readonly kind: 'chain' | 'suite' | 'workspace';
    readonly id: string;
    readonly title: string;
    readonly uri: string;
    /** All as written. */
    readonly version?: string;
    readonly category?: string;
    readonly timeline?: string;
  };
  /** Of the text it was made from. */
  readonly version: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The shortest and the longest run, in minutes of elapsed time; absent where that is not known. */
  readonly total?: { readonly min?: number; readonly max?: number };
  /** False: made from a text with syntax errors. */
  readonly complete: boolean;
  /** The first syntax error; absent where the text is complete. */
  readonly broken?: { readonly message: string; readonly range: Range };
}

export interface GraphSource {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineMap;
  /** False: the text has syntax errors. */
  readonly complete: boolean;
  /** The first of them. */
  readonly broken?: { readonly message: string; readonly span: Span };
  /** The findings that lie in `span`, but in none of `inner`; by default none. */
  problemsAt?(span: Span, inner: readonly Span[]): NodeProblems;
  /** How long the chain with this id takes by its timeline; by default nothing is known. */
  chainLength?: ChainLength;
  /** The address of the chain with this id; `undefined`: the workspace has none. By default it has none. */
  chainUri?(id: string): string | undefined;
  /** The edges between this chain and others; by default those that it writes itself, with nothing known of their other ends. */
  readonly handoffs?: readonly ChainHandoff[];
}

/** An edge between the chain of a graph and another one: what each of the two writes of it, where it does. */
export interface ChainHandoff {
  /** The id of the other chain. */
  readonly other: string;
  readonly own: Handoff | undefined;
  readonly ends: readonly { readonly uri: string; readonly handoff: Handoff }[];
}
