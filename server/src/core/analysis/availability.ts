/** On which paths an artefact has been made: one walk over the flow for each artefact that is asked for. */
import type { ChainModel, ChainNode, ParallelNode, Phase, Route } from '../model/chain.ts';
import { afterReferences } from './after.ts';
import type { Flow, FlowEdge } from './flow.ts';
import type { Producer } from './producers.ts';
import { lanesToJoin, listsAround, nodesAround, textOrder } from './structure.ts';
import { type Gate, waysOutOf } from './waysOut.ts';

/** What is known at one point, before what happens there. */
export interface Presence {
  /** On every path the artefact was made. */
  readonly sure: boolean;
  /** On some path it was. */
  readonly maybe: boolean;
}

/** Edges that all walks over one chain follow at most. */
const longestWalk = 2_000_000;

export interface Availability {
  /**
   * Whether one of `producers` came before `node` starts, where the conditions `holding` (see `conditionsAround`) are
   * known to hold. `undefined` where the chain is too large for so many questions.
   */
  at(node: ChainNode, producers: readonly Producer[], holding: ReadonlySet<string>): Presence | undefined;
}

/** A condition's text as it is compared: two conditions are the same where they are written so, blanks aside. */
const conditionText = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The conditions that hold while a node runs: its `when`, those of the nodes and of the routes that it stands in. */
export function conditionsAround(node: ChainNode): ReadonlySet<string> {
  const conditions = new Set<string>();
  for (const each of nodesAround(node)) {
    if (each.when !== undefined) conditions.add(conditionText(each.when.text));
  }
  if (node.kind === 'step' && node.synthesizes?.when !== undefined)
    conditions.add(conditionText(node.synthesizes.when.text));
  for (const list of listsAround(node.list)) {
    const route =
      list.parentNode?.kind === 'decision'
        ? list.parentNode.routes.find(each => each.list === list)
        : undefined;
    if (route?.when !== undefined) conditions.add(conditionText(route.when.text));
  }
  return conditions;
}

export function availability(model: ChainModel, flow: Flow): Availability {
  const waits = waitsOf(model, flow);
  const course = courseOf(flow, waits);
  const numbers = new Map(course.map(({ place }, at): [Place, number] => [place, at]));
  const walks = new Map<string, (at: number) => Presence>();
  let left = longestWalk;
  let unmade: Uint8Array | undefined;
  /** Before the first maker all is as if nothing were made, whatever is asked for: that part is gone over once. */
  const beginning = (producers: readonly Producer[], holding: ReadonlySet<string>): Beginning | undefined => {
    if (holding.size > 0) return undefined;
    const makers = producers.map(({ node }) => (node === undefined ? -1 : (numbers.get(node.id) ?? -1)));
    unmade ??= walkOver(flow, course, [], holding).upTo(course.length - 1).sure;
    return { sure: unmade, length: Math.min(course.length, ...makers.map(at => at + 1)) };
  };
  return {
    at: (node, producers, holding) => {
      const made = producers.map(each => `${each.node?.id ?? ''}|${each.phase?.id ?? ''}`).join(' ');
      const key = `${made}\n${[...holding].sort().join('\n')}`;
      let walk = walks.get(key);
      if (walk === undefined) {
        left -= flow.edges.length + course.length;
        if (left < 0) return undefined;
        const { upTo } = walkOver(flow, course, producers, holding, beginning(producers, holding));
        walk = at => {
          const { sure, maybe } = upTo(at);
          return { sure: sure[at] !== 0, maybe: maybe[at] === 1 };
        };
        walks.set(key, walk);
      }
      return walk(numbers.get(node.id) ?? -1);
    },
  };
}

/** What `after` makes nodes wait for. */
interface Waits {
  /** The ways out of each thing that is waited for. */
  readonly gates: ReadonlyMap<Gate, readonly FlowEdge[]>;
  /** By the waiting node's id. */
  readonly waits: ReadonlyMap<string, readonly Wait[]>;
}

interface Wait {
  readonly gate: Gate;
  /** It runs whenever its lane does, so that what all ways out of it bring is sure. */
  readonly certain: boolean;
}

function waitsOf(model: ChainModel, flow: Flow): Waits {
  const gates = new Map<Gate, readonly FlowEdge[]>();
  const waits = new Map<string, readonly Wait[]>();
  const references = afterReferences(model).filter(each => each.state === 'orders');
  const isJumpedOver = references.length === 0 ? () => false : jumpedOver(model, flow);
  for (const { node, target } of references) {
    if (target.kind !== 'lane' && target.kind !== 'node') continue;
    const gate = target.kind === 'lane' ? target.lane : target.node;
    if (!gates.has(gate)) {
      gates.set(gate, waysOutOf(gate, flow));
    }
    const certain =
      target.kind === 'lane' || (target.node.list.owner === 'lane' && !isJumpedOver(target.node));
    waits.set(node.id, [...(waits.get(node.id) ?? []), { gate, certain }]);
  }
  return { gates, waits };
}

/** Tells whether a forward jump leads past a node of its list. */
export function jumpedOver(model: ChainModel, flow: Flow): (node: ChainNode) => boolean {
  const order = textOrder(model);
  const place = (node: ChainNode | undefined): number => (node === undefined ? -1 : (order.get(node) ?? -1));
  /** By list, the places that jumps lead over: from one node to another, neither included. */
  const jumps = flow.jumps.flatMap(({ from, target, backward, problem, handoff }) =>
    from === undefined ||
    target?.kind !== 'node' ||
    backward ||
    problem !== undefined ||
    handoff !== undefined
      ? []
      : [{ from: place(from), to: place(target.node) }],
  );
  jumps.sort((left, right) => left.from - right.from);
  // Whatever stands between in text order and in a list that holds the target is passed by.
  const furthest: number[] = [];
  let reach = -1;
  let next = 0;
  for (let at = 0; at < model.nodes.length; at++) {
    for (; (jumps[next]?.from ?? Number.POSITIVE_INFINITY) < at; next++)
      reach = Math.max(reach, jumps[next]?.to ?? -1);
    furthest.push(reach);
  }
  return node => (furthest[place(node)] ?? -1) > place(node);
}

/** A point of the flow by its id, or something that is waited for. */
type Place = string | Gate;

/** Points and gates in an order in which each comes behind all that leads to it; back edges left out. */
function walkOrder(flow: Flow, { gates, waits }: Waits): readonly Place[] {
  const open = new Map<Place, number>([...flow.points.keys(), ...gates.keys()].map(place => [place, 0]));
  const behind = new Map<Place, Place[]>();
  const need = (earlier: Place, later: Place): void => {
    open.set(later, (open.get(later) ?? 0) + 1);
    const known = behind.get(earlier);
    if (known === undefined) behind.set(earlier, [later]);
    else known.push(later);
  };
  for (const { from, to, back } of flow.edges) if (!back) need(from, to);
  for (const [gate, edges] of gates) for (const { from } of edges) need(from, gate);
  for (const [id, each] of waits) for (const { gate } of each) need(gate, id);
  const order = [...open].filter(([, count]) => count === 0).map(([place]) => place);
  for (const place of order) {
    for (const later of behind.get(place) ?? []) {
      const count = (open.get(later) ?? 0) - 1;
      open.set(later, count);
      if (count === 0) order.push(later);
    }
  }
  return order;
}

/** An edge, with where in the course it begins. */
interface Leg {
  readonly from: number;
  readonly edge: FlowEdge;
}

/** A point or gate of the course: what leads to it, and the gates that it waits for. */
interface Stage {
  readonly place: Place;
  readonly legs: readonly Leg[];
  readonly waits: readonly { readonly gate: number; readonly certain: boolean }[];
  /** With a join. */
  readonly parallel: ParallelNode | undefined;
}

/** Everything behind all that leads to it. What nothing reaches leads nowhere. */
function courseOf(flow: Flow, { gates, waits }: Waits): readonly Stage[] {
  const order = walkOrder(flow, { gates, waits });
  const numbers = new Map(order.map((place, at): [Place, number] => [place, at]));
  const isOpen = (edge: FlowEdge): boolean => !edge.back && (!flow.certain || flow.reachable.has(edge.from));
  return order.map(place => {
    const edges = typeof place === 'string' ? flow.incoming.get(place) : gates.get(place);
    const awaited = typeof place === 'string' ? waits.get(place) : undefined;
    return {
      place,
      legs: (edges ?? []).filter(isOpen).map(edge => ({ from: numbers.get(edge.from) ?? -1, edge })),
      waits: (awaited ?? []).map(({ gate, certain }) => ({ gate: numbers.get(gate) ?? -1, certain })),
      parallel: typeof place === 'string' ? flow.points.get(place)?.parallel : undefined,
    };
  });
}

/** The first part of a walk, where it is known. */
interface Beginning {
  readonly sure: Uint8Array;
  readonly length: number;
}

/** What is known along the course, as far as it was walked: by number 1 for yes. */
interface Walked {
  readonly sure: Uint8Array;
  readonly maybe: Uint8Array;
}

/** Goes once along the course, as far as somebody asks. Where nothing leads, nothing can be missing. */
function walkOver(
  flow: Flow,
  course: readonly Stage[],
  producers: readonly Producer[],
  holding: ReadonlySet<string>,
  beginning?: Beginning,
): { readonly upTo: (at: number) => Walked } {
  const makers = new Set(producers.map(each => each.node?.id));
  const phases = new Set(producers.flatMap(each => each.phase ?? []));
  const sure = new Uint8Array(course.length).fill(1);
  const maybe = new Uint8Array(course.length);
  let walked = beginning?.length ?? 0;
  if (beginning !== undefined) sure.set(beginning.sure.subarray(0, walked));
  /** Whether the artefact is made by the time control comes along. */
  const isMade = ({ edge }: Leg): boolean =>
    (edge.kind !== 'skip' && makers.has(edge.from)) || (phases.size > 0 && endsPhase(flow, edge, phases));
  const isSure = (leg: Leg): boolean => sure[leg.from] === 1 || isMade(leg);
  const isPossible = (leg: Leg): boolean => maybe[leg.from] === 1 || isMade(leg);
  const visit = (at: number, { place, legs, waits, parallel }: Stage): void => {
    const open = holding.size === 0 ? legs : legs.filter(leg => !isRuledOut(flow, leg.edge, holding));
    const arrives = parallel === undefined ? open.every(isSure) : isSureAtJoin(parallel, open, isSure);
    const isCertain =
      (arrives && place !== 'start') || waits.some(({ gate, certain }) => certain && sure[gate] === 1);
    sure[at] = isCertain ? 1 : 0;
    maybe[at] = open.some(isPossible) || waits.some(({ gate }) => maybe[gate] === 1) ? 1 : 0;
  };
  return {
    upTo: at => {
      for (; walked <= at; walked++) {
        const stage = course[walked];
        if (stage !== undefined) visit(walked, stage);
      }
      return { sure, maybe };
    },
  };
}

/**
 * After a join enough lanes have ended, nobody knows which: a product is sure where so many lanes make it for sure that
 * at least one of them is among the ended. With `all` one lane is enough, with `any` it takes every lane.
 */
function isSureAtJoin(parallel: ParallelNode, legs: readonly Leg[], isSure: (leg: Leg) => boolean): boolean {
  const { lanes } = parallel;
  if (lanes.length === 0) return legs.every(isSure);
  const unsure = new Set(legs.filter(leg => !isSure(leg)).map(leg => leg.edge.lane));
  return lanes.length - unsure.size >= lanes.length - lanesToJoin(parallel) + 1;
}

/** Whether an edge goes on from a phase that has brought its deliverable to what comes behind it. */
function endsPhase(flow: Flow, { from, to, kind, jump }: FlowEdge, phases: ReadonlySet<Phase>): boolean {
  if (phases.size === 0 || jump !== undefined || kind === 'refused') return false;
  const phaseOf = (id: string): Phase | undefined => {
    const point = flow.points.get(id);
    return (point?.node ?? point?.parallel)?.list.phase;
  };
  const phase = phaseOf(from);
  return phase !== undefined && phases.has(phase) && phaseOf(to) !== phase;
}

/** Whether control cannot go along an edge while the conditions hold: past a node that runs, or by a route behind one that is taken. */
function isRuledOut(flow: Flow, { from, kind, route }: FlowEdge, holding: ReadonlySet<string>): boolean {
  if (holding.size === 0) return false;
  const node = flow.points.get(from)?.node;
  const holds = (when: { readonly text: string } | undefined): boolean =>
    when !== undefined && holding.has(conditionText(when.text));
  if (kind === 'skip') return holds(node?.when);
  if (node?.kind !== 'decision' || (kind !== 'route' && kind !== 'fallback')) return false;
  const taken = node.routes.findIndex((each: Route) => holds(each.when));
  return taken >= 0 && (route === undefined || node.routes.indexOf(route) > taken);
}
