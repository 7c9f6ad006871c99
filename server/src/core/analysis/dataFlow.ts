/** Which artefacts are there when a node needs them (rules 2, 9 and 10 of the language page). */
import type {
  ArtefactDeclaration,
  ArtefactWord,
  ChainModel,
  ChainNode,
  ParallelNode,
  Phase,
} from '../model/chain.ts';

/** What makes an artefact: a node, the chain's inputs, a phase's deliverable, or a chain that is waited for. */
export interface Producer {
  readonly artefact: ArtefactWord;
  readonly by: 'node' | 'input' | 'phase' | 'handoff';
  /** With `node`. */
  readonly node?: ChainNode;
  /** With `phase`. */
  readonly phase?: Phase;
}

export type NeedState =
  /** On every path a producer came before. */
  | 'sure'
  /** A producer came before on some paths only, or may not run. */
  | 'maybe'
  /** A producer comes later in the order of the lists. */
  | 'later'
  /** The producer is in another lane of the same parallel, and nothing orders the two; `after` would. */
  | 'other-lane'
  /** The producer is in another route of the same decision, so that the two never both run. */
  | 'other-route'
  /** The producer comes before in the text, but no path leads from it to the node. */
  | 'no-path'
  /** Only the node itself makes it. */
  | 'itself'
  /** It is made, but only with other versions. */
  | 'version'
  /** Nothing makes it. */
  | 'unknown';

export interface Need {
  readonly word: ArtefactWord;
  readonly node: ChainNode;
  readonly state: NeedState;
  /** Those of the name, in text order; with `sure` and `maybe` those that can come before, with the other states those that cannot. */
  readonly producers: readonly Producer[];
}

/** Every `needs` of the chain's nodes and every `with` of its sub-chains, in text order. */
export declare function neededArtefacts(model: ChainModel): readonly Need[];

/** The same product (of versions that match) in two lanes of a parallel that does not join at `any`; one entry for each after the first. */
export declare function productsInTwoLanes(
  model: ChainModel,
): readonly {
  readonly parallel: ParallelNode;
  readonly first: ArtefactDeclaration;
  readonly again: ArtefactDeclaration;
}[];

/** Every artefact that can be there when `node` starts, by the text to write, with its producers in text order. */
export declare function artefactsBefore(
  model: ChainModel,
  node: ChainNode,
): ReadonlyMap<string, readonly Producer[]>;
