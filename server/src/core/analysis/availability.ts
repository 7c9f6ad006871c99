/** On which paths an artefact has been made: one walk over the flow for each artefact that is asked for. */
import type { ChainModel, ChainNode, ParallelNode, Phase, Route } from '../model/chain.ts';
import { afterReferences } from './after.ts';
import type { Flow, FlowEdge } from './flow.ts';
import type { Producer } from './producers.ts';
import { lanesToJoin, listsAround, nodesAround, textOrder } from './structure.ts';

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
  const places = new Map(course.map(({ id }, at): [string, number] => [id, at]));
  const walks = new Map<string, (at: number) => Presence>();
  let left = longestWalk;
  return {
    at: (node, producers, holding) => {
      const made = producers.map(each => `${each.node?.id ?? ''}|${each.phase?.id ?? ''}`).join(' ');
      const key = `${made}\n${[...holding].sort().join('\n')}`;
      let walk = walks.get(key);
      if (walk === undefined) {
        left -= flow.edges.length + course.length;
        if (left < 0) return undefined;
        walk = walkOver(flow, course, producers, holding);
        walks.set(key, walk);
      }
      return walk(places.get(node.id) ?? -1);
    },
  };
}

/** What `after` makes a node wait for. */
interface Wait {
  /** The ways out of what it waits for. */
  readonly edges: readonly FlowEdge[];
  /** What it waits for runs whenever its lane does, so that what all ways out bring is sure. */
  readonly certain: boolean;
}

type Waits = ReadonlyMap<string, readonly Wait[]>;

function waitsOf(model: ChainModel, flow: Flow): Waits {
  const waits = new Map<string, readonly Wait[]>();
  const references = afterReferences(model).filter(each => each.state === 'orders');
  const isJumpedOver = references.length === 0 ? () => false : jumpedOver(model, flow);
  const waysOut = new Map<ChainNode, readonly FlowEdge[]>();
  for (const { node, target } of references) {
    const lane = target.kind === 'lane' ? target.lane : undefined;
    const awaited = target.kind === 'node' ? target.node : undefined;
    const parallel = lane?.list.parentNode;
    const edges =
      parallel?.kind === 'parallel'
        ? (flow.incoming.get(parallel.joinId) ?? []).filter(edge => parallel.lanes[edge.lane ?? -1] === lane)
        : awaited === undefined
          ? []
          : (waysOut.get(awaited) ?? waysOutOf(awaited, flow));
    if (awaited !== undefined) waysOut.set(awaited, edges);
    const certain = lane !== undefined || (awaited?.list.owner === 'lane' && !isJumpedOver(awaited));
    waits.set(node.id, [...(waits.get(node.id) ?? []), { edges, certain }]);
  }
  return waits;
}

/** The edges on which control leaves a node and all that stands in it, going on. */
function waysOutOf(node: ChainNode, flow: Flow): readonly FlowEdge[] {
  const goingOn = (id: string): readonly FlowEdge[] =>
    (flow.outgoing.get(id) ?? []).filter(edge => !edge.back && edge.to !== 'stop');
  if (node.kind === 'parallel') {
    const skips = goingOn(node.id).filter(edge => edge.kind === 'skip');
    return [...skips, ...goingOn(node.synthesize?.id ?? node.joinId)];
  }
  if (node.kind !== 'decision') return goingOn(node.id);
  const inside = new Set([node.id]);
  for (const id of inside) {
    // What leads to another node of a route stays inside; all else goes out.
    for (const { to } of goingOn(id)) if (isWithin(flow, to, node)) inside.add(to);
  }
  return [...inside].flatMap(goingOn).filter(edge => !inside.has(edge.to));
}

function isWithin(flow: Flow, id: string, node: ChainNode): boolean {
  const point = flow.points.get(id);
  const at = point?.node ?? point?.parallel;
  return at !== undefined && at !== node && nodesAround(at).includes(node);
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

/** The points in an order in which each comes behind all that leads to it; back edges left out. */
function walkOrder(flow: Flow, waits: Waits): readonly string[] {
  const open = new Map<string, number>([...flow.points.keys()].map(id => [id, 0]));
  const behind = new Map<string, string[]>();
  const need = (earlier: string, later: string): void => {
    open.set(later, (open.get(later) ?? 0) + 1);
    const known = behind.get(earlier);
    if (known === undefined) behind.set(earlier, [later]);
    else known.push(later);
  };
  for (const { from, to, back } of flow.edges) if (!back) need(from, to);
  for (const [id, each] of waits) for (const { edges } of each) for (const { from } of edges) need(from, id);
  const order = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (const id of order) {
    for (const later of behind.get(id) ?? []) {
      const count = (open.get(later) ?? 0) - 1;
      open.set(later, count);
      if (count === 0) order.push(later);
    }
  }
  return order;
}

/** An edge, with the place of its beginning in the course. */
interface Leg {
  readonly from: number;
  readonly edge: FlowEdge;
}

/** A point of the course: what leads to it, and what it waits for. */
interface Stage {
  readonly id: string;
  readonly legs: readonly Leg[];
  readonly waits: readonly { readonly legs: readonly Leg[]; readonly certain: boolean }[];
  /** With a join. */
  readonly parallel: ParallelNode | undefined;
}

/** Every point behind all that leads to it. What nothing reaches leads nowhere. */
function courseOf(flow: Flow, waits: Waits): readonly Stage[] {
  const order = walkOrder(flow, waits);
  const places = new Map(order.map((id, at): [string, number] => [id, at]));
  const isOpen = (edge: FlowEdge): boolean => !edge.back && (!flow.certain || flow.reachable.has(edge.from));
  const legsOf = (edges: readonly FlowEdge[]): readonly Leg[] =>
    edges.filter(isOpen).map(edge => ({ from: places.get(edge.from) ?? -1, edge }));
  return order.map(id => ({
    id,
    legs: legsOf(flow.incoming.get(id) ?? []),
    waits: (waits.get(id) ?? []).map(({ edges, certain }) => ({ legs: legsOf(edges), certain })),
    parallel: flow.points.get(id)?.parallel,
  }));
}

/** Goes once along the course; gives what is known at a place of it. Where nothing leads, nothing can be missing. */
function walkOver(
  flow: Flow,
  course: readonly Stage[],
  producers: readonly Producer[],
  holding: ReadonlySet<string>,
): (at: number) => Presence {
  const makers = new Set(producers.map(each => each.node?.id));
  const phases = new Set(producers.flatMap(each => each.phase ?? []));
  const sure = new Uint8Array(course.length).fill(1);
  const maybe = new Uint8Array(course.length);
  /** Whether the artefact is made by the time control comes along. */
  const isMade = ({ edge }: Leg): boolean =>
    (edge.kind !== 'skip' && makers.has(edge.from)) || (phases.size > 0 && endsPhase(flow, edge, phases));
  const isSure = (leg: Leg): boolean => sure[leg.from] === 1 || isMade(leg);
  const isPossible = (leg: Leg): boolean => maybe[leg.from] === 1 || isMade(leg);
  for (const [at, { id, legs, waits, parallel }] of course.entries()) {
    const open = holding.size === 0 ? legs : legs.filter(leg => !isRuledOut(flow, leg.edge, holding));
    const isCertain =
      (id !== 'start' &&
        (parallel === undefined ? open.every(isSure) : isSureAtJoin(parallel, open, isSure))) ||
      waits.some(wait => wait.certain && wait.legs.length > 0 && wait.legs.every(isSure));
    sure[at] = isCertain ? 1 : 0;
    maybe[at] = open.some(isPossible) || waits.some(wait => wait.legs.some(isPossible)) ? 1 : 0;
  }
  return at => ({ sure: sure[at] !== 0, maybe: maybe[at] === 1 });
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
