/** What client and server share besides the Language Server Protocol: method names and plain types. */
import type { ChainGraph } from '../core/analysis/chainGraph.ts';

/** Request: `GraphParams` → `ChainGraph | null` (null: the document is no chain). */
export const graphMethod = 'skillChains/graph';
export interface GraphParams {
  readonly uri: string;
}
export type GraphResult = ChainGraph | null;

/** Notification of the server: a document's model was built anew, whatever the lint mode. */
export const modelChangedMethod = 'skillChains/modelChanged';
export interface ModelChangedParams {
  readonly uri: string;
  readonly version: number;
}

/** Request: no parameters → every chain of the workspace, for the tree. */
export const chainsMethod = 'skillChains/chains';
export interface ChainSummary {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly category: string | undefined;
}

/** Notification of the server: the set of chains, or a title or category in it, changed. */
export const chainsChangedMethod = 'skillChains/chainsChanged';

/** The settings section both read. */
export const settingsSection = 'skillChains';
