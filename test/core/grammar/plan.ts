/** What is known of a chain while it is made: what it may speak of, what stands where, and what is there at each point. */
import type { Spoken } from './conditions.ts';
import { type Draw, drawFrom, type ListSeed, type NodeSeed } from './draw.ts';
import { commonLabels, labels } from './words.ts';

/** The artefacts that every way to a point has made, by name; one made under a condition stands behind that. */
export type There = ReadonlySet<string>;

export const guarded = (condition: string, name: string): string => `${condition}\n${name}`;

/** What every one of several ways brings. */
export function common(ways: readonly There[]): There {
  const [first = new Set<string>(), ...others] = ways;
  return new Set([...first].filter(name => others.every(each => each.has(name))));
}

export const joined = (ways: readonly There[]): There => new Set(ways.flatMap(each => [...each]));

/** A chain that another one may run or hand over to. */
export interface Neighbour {
  readonly id: string;
  readonly version: string | undefined;
  readonly inputs: ReadonlyMap<string, number | undefined>;
  readonly outputs: ReadonlyMap<string, number | undefined>;
  /** Minutes that its timeline gives it at most; `undefined`: it gives none. */
  readonly longest: number | undefined;
  /** By these its nodes can be named. */
  readonly places: readonly Place[];
}

/** A node that can be named, and where a jump from it may lead. */
export interface Place {
  readonly name: string;
  readonly targets: readonly string[];
  readonly inLane: boolean;
}

/** What nodes in other lanes may wait for: by `after` all of `there` has been made. */
export interface Awaitable {
  readonly name: string;
  readonly there: There;
  /** It runs, or is passed, whenever its lane does. */
  readonly sure: boolean;
}

/** What of the grammar is made; all of it unless it says otherwise. */
export interface Extent {
  /**
   * What a simulation can follow: every node has an id and each step a length, all in hours, `after` waits only for what surely runs, and
   * phases may be too short.
   */
  readonly plain?: boolean;
}

export interface Making {
  readonly extent: Extent;
  /** Every spelling of every skill, and the teams. */
  readonly skills: readonly string[];
  readonly teams: readonly string[];
  /** What may run as a part of this chain. */
  readonly children: readonly Neighbour[];
  readonly spoken: Spoken;
  /** The version of each artefact of the chain; with `undefined` it has none. */
  readonly majors: Map<string, number | undefined>;
  /** What nodes make, and what phases deliver. */
  readonly products: Set<string>;
  /** What nodes need. */
  readonly needed: Set<string>;
  readonly places: Place[];
  /** Minutes that all nodes since the last phase began take together at most, of those that say how long. */
  longest: number;
  /** One of these nodes has no length. */
  unknown: boolean;
  /** A number that was not given before. */
  number(): number;
}

export type Kind = 'step' | 'parallel' | 'checkpoint' | 'decision' | 'chain';

/** A node before it is made: jumps to it need its name. */
export interface NodePlan {
  readonly kind: Kind;
  readonly draw: Draw;
  readonly seed: NodeSeed;
  readonly id: string | undefined;
  readonly label: string;
  /** How it is referred to; `undefined`: it cannot be. */
  readonly name: string | undefined;
  /** How the phase is referred to that it is the first node of. */
  readonly phase: string | undefined;
}

export interface ListPlan {
  readonly nodes: readonly NodePlan[];
  readonly beginsLane: boolean;
  readonly outer: ListPlan | undefined;
  /** What its first node has to do, where lanes race or routes bring the same. */
  readonly first: { readonly always: boolean; readonly product: string | undefined };
  /** What its nodes may wait for in other lanes. */
  readonly awaitable: readonly Awaitable[];
  /** The place that is being made. */
  at: number;
  /** What jumps bring, by the place that they lead to. */
  readonly arriving: Map<number, There[]>;
  /** Some jump leads past a node of it. */
  passed: boolean;
}

export function planNode(making: Making, seed: NodeSeed, phase?: string): NodePlan {
  const draw = drawFrom(seed.tape);
  const kinds: readonly Kind[] =
    seed.inner.length > 0
      ? ['decision', 'parallel']
      : ['step', 'step', 'step', 'checkpoint', ...(making.children.length > 0 ? (['chain'] as const) : [])];
  const kind = draw.pick(kinds);
  const named = planName(
    making,
    draw,
    kind === 'checkpoint' || kind === 'decision',
    kind === 'step' ? 's' : kind,
  );
  return { kind, draw, seed, phase, ...named };
}

export interface Named {
  readonly id: string | undefined;
  readonly label: string;
  readonly name: string | undefined;
}

/** An id, a label, or both; `labelled`: the label names it where it has no id. */
export function planName(making: Making, draw: Draw, labelled: boolean, stem: string): Named {
  const number = making.number();
  const [text, slug] = draw.pick(labels);
  const isCommon = draw.chance(0.2);
  const label = isCommon ? draw.pick(commonLabels) : `${text} ${number}`;
  const wantsId = draw.chance(0.5) || making.extent.plain === true || (!isCommon && slug === '' && labelled);
  const id = wantsId ? `${stem}-${number}` : undefined;
  const bySlug = labelled && !isCommon ? `${slug}-${number}` : undefined;
  return { id, label, name: id ?? bySlug };
}

export function planList(
  making: Making,
  seeds: ListSeed,
  outer: ListPlan | undefined,
  others: Partial<Pick<ListPlan, 'beginsLane' | 'first' | 'awaitable'>> = {},
): ListPlan {
  return {
    nodes: seeds.map(seed => planNode(making, seed)),
    outer,
    beginsLane: false,
    first: { always: false, product: undefined },
    awaitable: outer?.awaitable ?? [],
    ...others,
    at: 0,
    arriving: new Map(),
    passed: false,
  };
}

/** The list and those around it that a jump may lead to: not out of a lane. */
export function openLists(list: ListPlan): readonly ListPlan[] {
  const lists = [list];
  for (let at = list; !at.beginsLane && at.outer !== undefined; at = at.outer) lists.push(at.outer);
  return lists;
}

export const isInLane = (list: ListPlan): boolean =>
  list.beginsLane || (list.outer !== undefined && isInLane(list.outer));

export interface Target {
  readonly name: string;
  readonly list: ListPlan;
  readonly at: number;
}

/** What a jump may lead to; `forward`: what comes behind the place that is being made, in the list or an enclosing one. */
export function targetsOf(list: ListPlan, forward: boolean): readonly Target[] {
  return openLists(list).flatMap(each =>
    each.nodes.flatMap((node, at): readonly Target[] =>
      at > each.at !== forward
        ? []
        : [node.name, node.phase].flatMap(name => (name === undefined ? [] : [{ name, list: each, at }])),
    ),
  );
}

/** Tells that a jump brings what is there to its target. */
export function arrive(target: Target, there: There): void {
  const { list, at } = target;
  list.arriving.set(at, [...(list.arriving.get(at) ?? []), there]);
  if (at > list.at + 1) list.passed = true;
}
