/**
 * The meaning of one chain document: what its syntax tree says, with every reference still as written.
 *
 * Made from any tree, however broken: what cannot be read is absent. Pure; knows nothing of other documents.
 * Every word keeps the syntax node it came from, so that findings and edits have a place.
 */
import type { ListNode, MapNode, ScalarNode, SyntaxNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { Condition } from './values/condition.ts';
import type { Duration, Timeline } from './values/duration.ts';
import type { Target } from './values/target.ts';
import type { Window } from './values/window.ts';

/** A scalar that says something: its text, and where. */
export interface Word {
  readonly text: string;
  readonly span: Span;
  readonly node: ScalarNode;
}

/** A word whose text was read; `value` is `undefined` where it could not be. */
export interface Read<T> extends Word {
  readonly value: T | undefined;
}

/** An artefact named with an optional contract version, `post-mortem@1`. */
export interface ArtefactWord extends Word {
  /** Without the version. */
  readonly name: string;
  /** The major version; `undefined`: any. */
  readonly major: number | undefined;
}

/** A product or input: its name, and what is said of it. */
export interface ArtefactDeclaration extends ArtefactWord {
  readonly description?: Word;
}

/** Where a flow goes: a node's or phase's id, or one of the reserved words `next`, `end`, `stop`. */
export interface Jump {
  readonly target: Word;
  /** `back-to`, `go`, `otherwise` or `resumes-at`. */
  readonly key: 'back-to' | 'go' | 'otherwise' | 'resumes-at';
  readonly atMost?: Read<number>;
  /** The map that holds the jump: where a missing `at-most` is to be added. */
  readonly map: MapNode;
}

/** Nodes that run in order: the chain's steps, a phase's, a lane's or a route's. */
export interface NodeList {
  /** What holds the list. All phases of a chain share one `body`; for jumps they count as one list. */
  readonly owner: 'chain' | 'phase' | 'lane' | 'route';
  /** The node that the list stands in (its parallel or decision); `undefined` at the top. */
  readonly parentNode: ChainNode | undefined;
  /** The phase the list belongs to directly or through its parents; `undefined` in a chain with plain steps. */
  readonly phase: Phase | undefined;
  readonly nodes: readonly ChainNode[];
  readonly syntax: ListNode | undefined;
}

interface ChainNodeBase {
  /** By the id rules of the language page; unique in the chain, stable under edits elsewhere. */
  readonly id: string;
  /** The `id` as written; `undefined`: the id is a slug. */
  readonly idWord?: Word;
  /** What the node is called without its `id`: the slug of what it says; `''` where that has no letter or digit. */
  readonly slug: string;
  /** True where there is no `id` and the slug is empty, reserved or not the node's alone, so that a reference to it needs an `id`. */
  readonly ambiguous: boolean;
  /** What the node says, for people: its `do`, question, label or sub-chain. */
  readonly label: string;
  /** The word that names the node where it is shown: its `id`, else what the slug comes from. */
  readonly name: Word;
  /** The whole list entry. */
  readonly span: Span;
  /** The alias that repeats the node, or what it stands in, from elsewhere in the chain. */
  readonly repeatedAt?: Span;
  readonly syntax: MapNode;
  readonly list: NodeList;
  readonly when?: Read<Condition>;
  readonly takes?: Read<Duration>;
  readonly needs: readonly ArtefactWord[];
  readonly produces: readonly ArtefactDeclaration[];
  readonly after: readonly Word[];
}

export interface StepNode extends ChainNodeBase {
  readonly kind: 'step';
  /** As written: id, title or alias. One of `skill` and `team` is there in a valid chain. */
  readonly skill?: Word;
  readonly team?: Word;
  readonly does?: Word;
  readonly owner?: Word;
  readonly priority?: Word;
  readonly document?: Word;
  /** Set on the step that makes a whole of a parallel's lanes; its id is `<parallel>.synthesize`. */
  readonly synthesizes?: ParallelNode;
}

export interface ParallelNode extends ChainNodeBase {
  readonly kind: 'parallel';
  readonly lanes: readonly Lane[];
  readonly join: Join;
  /** The graph id of the point where its lanes meet, `<id>.join`. */
  readonly joinId: string;
  readonly joinWord?: Word;
  readonly synthesize?: StepNode;
}

export interface Lane {
  /** The graph id of the lane's own box; `undefined` for a bare entry, which has none. */
  readonly id: string | undefined;
  readonly idWord?: Word;
  /** As of a node; `''` for a bare entry. */
  readonly slug: string;
  /** As of a node; false for a bare entry. */
  readonly ambiguous: boolean;
  readonly name: Word | undefined;
  readonly list: NodeList;
  readonly span: Span;
}

export type Join =
  | { readonly policy: 'all' | 'any' }
  | { readonly policy: 'at-least'; readonly count: number };

export interface CheckpointNode extends ChainNodeBase {
  readonly kind: 'checkpoint';
  readonly by: readonly Word[];
  readonly criteria: readonly Word[];
  /** `undefined`: refused means `stop`. */
  readonly refused?: Jump;
}

export interface DecisionNode extends ChainNodeBase {
  readonly kind: 'decision';
  readonly by: readonly Word[];
  readonly routes: readonly Route[];
}

export interface Route {
  /** `undefined` on the `otherwise` route. */
  readonly when?: Read<Condition>;
  readonly otherwise: boolean;
  /** The key that opens the route: `when` or `otherwise`. */
  readonly keySpan: Span;
  /** Empty where the route only jumps. */
  readonly list: NodeList;
  /** Where the route goes after its list; `undefined`: it rejoins behind the decision. */
  readonly jump?: Jump;
  readonly span: Span;
}

export interface SubChainNode extends ChainNodeBase {
  readonly kind: 'chain';
  readonly chain: Word;
  readonly version?: Word;
  /** Child input to parent artefact. */
  readonly bindings: readonly { readonly input: Word; readonly artefact: ArtefactWord }[];
}

export type ChainNode = StepNode | ParallelNode | CheckpointNode | DecisionNode | SubChainNode;

export interface Phase {
  readonly id: string;
  readonly idWord?: Word;
  /** As of a node. */
  readonly slug: string;
  readonly ambiguous: boolean;
  readonly name: Word;
  readonly window?: Read<Window>;
  readonly takes?: Read<Duration>;
  /** Why it has this window or takes so long. */
  readonly because?: Word;
  readonly list: NodeList;
  /** What must hold before it begins, and before it is over. */
  readonly entry: readonly Word[];
  readonly exit: readonly Word[];
  readonly deliverables: readonly ArtefactDeclaration[];
  /** What it delivers, where that is a sentence. */
  readonly deliverable?: Word;
  readonly span: Span;
  readonly syntax: MapNode;
}

/** What is to be reached in a window of the timeline. */
export interface Milestone {
  readonly what: Word;
  readonly window?: Read<Window>;
  readonly because?: Word;
  readonly syntax: MapNode;
}

export type HandoffKind = 'then' | 'joins' | 'cycles-to' | 'escalates-to' | 'waits-for';

export interface Handoff {
  readonly kind: HandoffKind;
  readonly chain: Word;
  /** `at` of `joins` (a node of the other chain). */
  readonly at?: Word;
  /** `from` of `escalates-to`, `before` of `waits-for`: a node of this chain. */
  readonly node?: Word;
  /** `if` of `escalates-to`. */
  readonly condition?: Word;
  readonly resumes?: Jump;
  /** Of `escalates-to`: the chain pauses until the other one is done. */
  readonly blocks: boolean;
  /** What must hold before the chain of `then` starts. */
  readonly gate: readonly Word[];
  /** Of `then`: what is done if the other chain has to be undone. */
  readonly rollback?: Word;
  /** Of `cycles-to`: when its rounds are over, how many there are, and how often one starts. */
  readonly until?: Word;
  readonly atMost?: Read<number>;
  readonly every?: Word;
  /** Of `waits-for`: what is done until the other chain is ready, and when that is given up. */
  readonly workaround?: Word;
  readonly cutOver?: Word;
  readonly delivers: readonly ArtefactWord[];
  readonly needs: readonly ArtefactWord[];
  readonly syntax: MapNode;
  readonly span: Span;
}

/** Which numbers a measure can have; without ends where its author gives none. */
export interface MeasureDomain {
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Whole numbers only: a count, or a range with whole ends. */
  readonly whole: boolean;
  /** What the numbers count, as it is written; `''`: nobody says. */
  readonly unit: string;
}

/** Which numbers of a measure are good, which want attention and which want action. */
export interface MeasureBand {
  readonly name: 'green' | 'yellow' | 'red';
  readonly target: Read<Target>;
}

/** What tells that a run was a success: a sentence, or a metric with its target. */
export interface SuccessCriterion {
  /** The sentence, or what is measured. */
  readonly words: Word;
  readonly target?: Word;
  readonly within?: Word;
}

/** A mistake that is easily made. */
export interface Pitfall {
  readonly words: Word;
  readonly avoid?: Word;
}

/** Nodes that are added under certain circumstances. They are no nodes of the chain before it is applied. */
export interface Variation {
  readonly when?: Word;
  /** The node, phase or lane behind which they go; `undefined`: the end of the chain. */
  readonly insertAfter?: Word;
  /** The nodes at the top of `add`. Their ids are given among the variation's own nodes alone. */
  readonly added: readonly ChainNode[];
  /** All nodes of the variation, those of lanes, routes and `synthesize` included. */
  readonly nodes: readonly ChainNode[];
  /** By which references may name what the variation adds: its nodes and named lanes. */
  readonly ids: ReadonlySet<string>;
  /** The list entry. */
  readonly syntax: SyntaxNode;
}

export interface ChainModel {
  readonly kind: 'chain';
  readonly id?: Word;
  readonly title?: Word;
  readonly category?: Word;
  readonly version?: Word;
  readonly summary?: Word;
  readonly trigger?: Word;
  readonly timeline?: Read<Timeline>;
  readonly owner?: Word;
  readonly milestones: readonly Milestone[];
  readonly inputs: readonly ArtefactDeclaration[];
  readonly measures: readonly Word[];
  /** The numbers that each measure can have, by its name. */
  readonly measureDomains: ReadonlyMap<string, MeasureDomain>;
  /** The bands of each measure by its name, from good to bad; those that are written. */
  readonly measureBands: ReadonlyMap<string, readonly MeasureBand[]>;
  /** Every list at the top: one of plain steps, or one of each phase in order. */
  readonly body: readonly NodeList[];
  readonly phases: readonly Phase[];
  /** Every node of the chain in text order, those of lanes, routes and `synthesize` included; not those of `variations`. */
  readonly nodes: readonly ChainNode[];
  /** Those of `nodes` that are decisions. */
  readonly decisions: readonly DecisionNode[];
  /** By id; of two nodes with the same explicit id, the first. */
  readonly nodesById: ReadonlyMap<string, ChainNode>;
  readonly phasesById: ReadonlyMap<string, Phase>;
  /** Lanes with a name, by id. */
  readonly lanesById: ReadonlyMap<string, Lane>;
  /** Slugs that name nothing because they are empty, reserved or shared, with the places of the words they come from. */
  readonly ambiguousNames: ReadonlyMap<string, readonly Span[]>;
  readonly outputs: readonly ArtefactDeclaration[];
  /** The `output` where it is a sentence, which names no artefact. */
  readonly outcome?: Word;
  readonly handoffs: readonly Handoff[];
  readonly success: readonly SuccessCriterion[];
  readonly pitfalls: readonly Pitfall[];
  /** Questions to be asked after a run. */
  readonly retrospective: readonly Word[];
  readonly variations: readonly Variation[];
  readonly syntax: MapNode;
}
