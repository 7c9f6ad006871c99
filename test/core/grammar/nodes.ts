/** The lists of generated chains, with their decisions and parallels: what every way brings is reckoned while they are made. */
import type { Written } from '../analysis/randomChains.ts';
import { drawRoutes } from './conditions.ts';
import type { Draw, ListSeed } from './draw.ts';
import {
  type Awaitable,
  arrive,
  common,
  isInLane,
  joined,
  type ListPlan,
  type Making,
  type NodePlan,
  openLists,
  planList,
  planName,
  type Target,
  type There,
  targetsOf,
} from './plan.ts';
import {
  drawWhen,
  drawWork,
  type Made,
  makeCheckpoint,
  makeStep,
  makeSubChain,
  newArtefact,
  oneOrMany,
  takes,
} from './steps.ts';

export interface MadeList {
  readonly nodes: readonly Written[];
  readonly after: There;
}

/** Makes the nodes of a list from one place to before another. */
export function makeRange(making: Making, list: ListPlan, from: number, to: number, there: There): MadeList {
  const nodes: Written[] = [];
  let current: There | undefined = there;
  for (let at = from; at < to; at++) {
    const plan = list.nodes[at];
    if (plan === undefined) break;
    list.at = at;
    const ways = [...(list.arriving.get(at) ?? []), ...(current === undefined ? [] : [current])];
    notePlace(making, plan, list);
    const { written, after } = makeNode(making, plan, list, common(ways));
    nodes.push(written);
    current = after;
  }
  return { nodes, after: current ?? new Set() };
}

const makeAll = (making: Making, list: ListPlan, there: There): MadeList =>
  makeRange(making, list, 0, list.nodes.length, there);

function notePlace(making: Making, { name }: NodePlan, list: ListPlan): void {
  if (name === undefined) return;
  const targets = openLists(list).flatMap(({ nodes }) =>
    nodes.flatMap(node => [node.name, node.phase].flatMap(each => each ?? [])),
  );
  making.places.push({ name, targets, inLane: isInLane(list) });
}

function makeNode(making: Making, plan: NodePlan, list: ListPlan, there: There): Made {
  const inLane = isInLane(list);
  if (plan.kind === 'parallel') return makeParallel(making, plan, list, there);
  if (plan.kind === 'decision') return makeDecision(making, plan, list, there);
  if (plan.kind === 'checkpoint') return makeCheckpoint(making, plan, list, there);
  const child = plan.kind === 'chain' ? makeSubChain(making, plan, list, there) : undefined;
  return child ?? makeStep(making, plan, list, there, inLane);
}

/** How lanes join, and which so join makes sure. */
function drawJoin(draw: Draw, lanes: number): { readonly join: unknown; readonly count: number } {
  const kind = draw.below(4);
  if (kind === 1) return { join: 'any', count: 1 };
  if (kind !== 2) return { join: kind === 0 ? undefined : 'all', count: lanes };
  const count = 1 + draw.below(lanes);
  return { join: { 'at-least': count }, count };
}

function makeParallel(making: Making, plan: NodePlan, list: ListPlan, there: There): Made {
  const { draw, seed, id } = plan;
  const { join, count } = drawJoin(draw, seed.inner.length);
  const isRace = count < seed.inner.length || join === 'any' || typeof join === 'object';
  const always = isRace || (list.first.always && list.at === 0);
  const product = join === 'any' && draw.chance(0.5) ? newArtefact(making, draw) : undefined;
  const when = drawWhen(making, plan, list);
  const synthesizes = draw.chance(0.3);
  const backwards = draw.chance(0.3);
  const order = seed.inner.map((_, at) => at);
  const lanes: Lane[] = [];
  const awaitable: Awaitable[] = [...list.awaitable];
  for (const at of backwards ? order.toReversed() : order) {
    const lane = makeLane(making, draw, seed.inner[at] ?? [], {
      list,
      there,
      awaitable: [...awaitable],
      first: { always, product },
    });
    lanes.push(lane);
    awaitable.push(...lane.awaitable);
  }
  const ends = lanes.map(lane => lane.after);
  const names = [...joined(ends)];
  const enough = ends.length - count + 1;
  const sure: There = new Set(names.filter(name => ends.filter(end => end.has(name)).length >= enough));
  const synthesis = synthesizes ? drawWork(making, draw, sure, { inLane: isInLane(list) }) : undefined;
  return {
    written: {
      ...(id !== undefined && { id }),
      parallel: (backwards ? lanes.toReversed() : lanes).map(lane => lane.written),
      ...(join !== undefined && { join }),
      ...(synthesis && { synthesize: synthesis.written }),
      ...(when !== undefined && { when }),
    },
    after: when === undefined ? new Set([...sure, ...(synthesis?.products ?? [])]) : there,
  };
}

interface Lane {
  readonly written: Written;
  readonly after: There;
  /** What nodes of the other lanes may wait for. */
  readonly awaitable: readonly Awaitable[];
}

function makeLane(
  making: Making,
  draw: Draw,
  seeds: ListSeed,
  options: Pick<ListPlan, 'awaitable' | 'first'> & { readonly list: ListPlan; readonly there: There },
): Lane {
  const { list: outer, there, awaitable, first } = options;
  const list = planList(making, seeds, outer, { beginsLane: true, awaitable, first });
  const begun = making.places.length;
  const { nodes, after } = makeAll(making, list, there);
  const inside = making.places.slice(begun);
  const direct = new Set(list.nodes.map(node => node.name));
  const named: Awaitable[] = inside.map(({ name }) => ({
    name,
    there: new Set(),
    sure: direct.has(name) && !list.passed,
  }));
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined && draw.chance(0.5)) {
    return { written: only, after, awaitable: named };
  }
  const { id, label, name } = planName(making, draw, true, 'lane');
  const whole: readonly Awaitable[] = name === undefined ? [] : [{ name, there: after, sure: true }];
  return {
    written: { ...(id !== undefined && { id }), lane: label, steps: nodes },
    after,
    awaitable: [...whole, ...named],
  };
}

/** Where a route goes on: the words of its jump, and whether the next node of the list comes behind it. */
interface Way {
  readonly target: string;
  readonly limit: Written;
  readonly goesOn: boolean;
}

function makeDecision(making: Making, plan: NodePlan, list: ListPlan, there: There): Made {
  const { draw, seed, id, label } = plan;
  const { when: conditions, covering } = drawRoutes(draw, Math.max(1, seed.inner.length), making.spoken);
  const product =
    conditions.length > 1 && covering && draw.chance(0.5) ? newArtefact(making, draw) : undefined;
  const when = drawWhen(making, plan, list);
  const by = draw.chance(0.6) ? { by: oneOrMany([...new Set(draw.several(making.skills, 2))]) } : {};
  const length = takes(making, draw, 0.2);
  const onward: There[] = [];
  // Two routes that go to different nodes ahead would run on into one another.
  const ahead = targetsOf(list, true);
  const forward = ahead.length === 0 ? undefined : draw.pick(ahead);
  const wayFrom = (end: There, hasSteps: boolean, mayLeave: boolean): Way => {
    const way = drawWay(draw, list, { forward, hasSteps, mayLeave });
    if (way.goesOn) onward.push(end);
    else if (way.target === forward?.name) arrive(forward, end);
    return way;
  };
  const routes = conditions.map((condition, at): Written => {
    const isLast = covering && at === conditions.length - 1;
    const mayLeave = !isLast || onward.length > 0 || list.arriving.has(list.at + 1);
    const seeds = seed.inner[at];
    if (seeds === undefined) {
      const { target, limit } = wayFrom(there, false, mayLeave);
      return { when: condition, go: target, ...limit };
    }
    const inner = planList(making, seeds, list, { first: { always: false, product } });
    const { nodes, after } = makeAll(making, inner, there);
    if (!draw.chance(0.3)) {
      onward.push(after);
      return { when: condition, steps: nodes };
    }
    const { target, limit } = wayFrom(after, true, mayLeave);
    return { when: condition, steps: nodes, go: target, ...limit };
  });
  if (!covering) {
    const mayLeave = onward.length > 0 || list.arriving.has(list.at + 1);
    const seeds = seed.inner[conditions.length] ?? (draw.chance(0.3) ? [{ tape: [], inner: [] }] : undefined);
    const end = seeds === undefined ? undefined : makeAll(making, planList(making, seeds, list), there);
    const { target, limit } = wayFrom(end?.after ?? there, end !== undefined, mayLeave);
    if (end === undefined) routes.push({ otherwise: target, ...limit });
    else {
      const goes = target !== 'next' || draw.chance(0.2);
      routes.push({ otherwise: end.nodes, ...(goes && { go: target }), ...limit });
    }
  }
  return {
    written: {
      ...(id !== undefined && { id }),
      decision: label,
      ...by,
      routes,
      ...length,
      ...(when !== undefined && { when }),
    },
    after: when === undefined ? (onward.length === 0 ? undefined : common(onward)) : there,
  };
}

function drawWay(
  draw: Draw,
  list: ListPlan,
  { forward, hasSteps, mayLeave }: { forward: Target | undefined; hasSteps: boolean; mayLeave: boolean },
): Way {
  const next: Way = { target: 'next', limit: {}, goesOn: true };
  if (!mayLeave) return next;
  const back = targetsOf(list, false).filter(each => hasSteps || each.list !== list || each.at !== list.at);
  const kind = draw.below(10);
  if (kind < 4) return next;
  if (kind === 4) return { target: 'stop', limit: {}, goesOn: false };
  if (kind === 5 && !isInLane(list)) return { target: 'end', limit: {}, goesOn: false };
  if (kind === 6 && back.length > 0) {
    return { target: draw.pick(back).name, limit: { 'at-most': 1 + draw.below(9) }, goesOn: false };
  }
  return forward === undefined ? next : { target: forward.name, limit: {}, goesOn: false };
}
