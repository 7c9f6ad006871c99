/**
 * Runs a written chain by rules 1 to 15 of the language page, with every choice of routes: what the schedule is held against. It
 * knows the text alone and nothing of how the core reckons; every node has an `id`, and every condition that is no route's is open.
 */
import type { Written } from '../analysis/randomChains.ts';

/** `max`: everything runs and takes as long as it may; `min`: no `when` holds, and all is as short as it may be. */
export type Side = 'min' | 'max';

/** When nodes started, in minutes, of one run that came to `end`; the times of joins and syntheses among them. */
export interface Run {
  readonly total: number;
  readonly starts: ReadonlyMap<string, number>;
}

/** A node that ends so many minutes later than it would. */
export interface Delay {
  readonly id: string;
  readonly by: number;
}

const minutes: Readonly<Record<string, number>> = { min: 1, h: 60, d: 1440, w: 10_080 };

/** Reads `2 h`, `2-4 h` and windows as `hours 2-4`: the forms that the simulation writes itself. */
function lengthOf(value: unknown, side: Side): number | undefined {
  const [, first, last = first, unit = ''] = /^(\d+)(?:-(\d+))? (\w+)$/.exec(String(value)) ?? [];
  return first === undefined ? undefined : Number(side === 'min' ? first : last) * (minutes[unit] ?? 0);
}

const windowOf = (value: unknown): { readonly from: number; readonly to: number } | undefined => {
  const [, first, last] = /^hours (\d+)-(\d+)$/.exec(String(value)) ?? [];
  return first === undefined ? undefined : { from: Number(first) * 60, to: Number(last) * 60 };
};

const listOf = (value: unknown): readonly Written[] => (Array.isArray(value) ? value : []);
const isMap = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const idOf = (node: Written): string => String(node['id']);

/** How a list of nodes ended: when, and whether by going on, by a jump, or in a way that does not count. */
type Ended = { readonly at: number; readonly to?: string } | { readonly at: 'never' };

/** What a lane waits for before it goes on; the answer is when that ended, `undefined` where it never will. */
type Course<T> = Generator<string, T, number | undefined>;

/** The decisions that a run came to are asked of `choose`, by id and number of routes. */
export function runOnce(
  chain: Written,
  side: Side,
  choose: (id: string, count: number) => number,
  delay?: Delay,
): Run | undefined {
  const phases = chain['phases'] === undefined ? [chain] : listOf(chain['phases']);
  const phaseAt = phases.flatMap((phase, at) => listOf(phase['steps']).map(() => at));
  const nodes = phases.flatMap(phase => listOf(phase['steps']));
  const names = new Map(phases.map(phase => [idOf(phase), idOf(listOf(phase['steps'])[0] ?? {})]));
  const world: World = { side, choose, delay, starts: new Map(), ends: new Map(), names };
  let phase = -1;
  let begun = 0;
  /** What the phase waits for once its last node is over. */
  const leave = (time: number): number => {
    const takes = lengthOf(phases[phase]?.['takes'], side);
    return takes === undefined ? time : Math.max(time, begun + takes);
  };
  const course = runList(world, nodes, 0, (at, time) => {
    const next = at < nodes.length ? (phaseAt[at] ?? 0) : phases.length;
    if (next === phase) return time;
    const left = leave(time);
    phase = next;
    begun = Math.max(left, windowOf(phases[next]?.['window'])?.from ?? 0);
    return begun;
  });
  // What nothing around can end will never be.
  let step = course.next();
  while (step.done !== true) step = course.next();
  const { value } = step;
  if (value.at === 'never') return undefined;
  if (value.to !== undefined && value.to !== 'end') return undefined;
  return { total: leave(value.at), starts: world.starts };
}

interface World {
  readonly side: Side;
  readonly choose: (id: string, count: number) => number;
  readonly delay: Delay | undefined;
  readonly starts: Map<string, number>;
  readonly ends: Map<string, number>;
  /** By the id of a phase, that of its first node. */
  readonly names: ReadonlyMap<string, string>;
}

/** Runs a list; `enter` is asked before each place, and behind the last, when it may go on there. */
function* runList(
  world: World,
  nodes: readonly Written[],
  start: number,
  enter: (at: number, time: number) => number = (_, time) => time,
): Course<Ended> {
  let time = start;
  let at = 0;
  for (;;) {
    time = enter(at, time);
    const node = nodes[at];
    if (node === undefined) return { at: time };
    const ended: Ended = yield* runNode(world, node, time);
    if (ended.at === 'never') return ended;
    time = ended.at;
    at++;
    if (ended.to === undefined) continue;
    const to = world.names.get(ended.to) ?? ended.to;
    const target = nodes.findIndex(each => each['id'] === to);
    if (target < 0) return { at: time, to };
    // A way back counts in neither scenario.
    if (target < at) return { at: 'never' };
    at = target;
  }
}

function* runNode(world: World, node: Written, arrival: number): Course<Ended> {
  const { side, starts, delay } = world;
  const id = idOf(node);
  let start = arrival;
  for (const name of [node['after'] ?? []].flat()) {
    const end = yield String(name);
    start = Math.max(start, end ?? 0);
  }
  starts.set(id, start);
  const late = delay?.id === id ? delay.by : 0;
  const isSkipped = side === 'min' && node['when'] !== undefined;
  const takes = isSkipped || node['takes'] === undefined ? 0 : (lengthOf(node['takes'], side) ?? Number.NaN);
  const end = start + takes + late;
  let ended: Ended = { at: end };
  if (!isSkipped && node['parallel'] !== undefined) ended = yield* runLanes(world, node, end);
  if (!isSkipped && node['decision'] !== undefined) ended = yield* runRoute(world, node, end);
  if (ended.at !== 'never') world.ends.set(id, ended.at);
  return ended;
}

function* runRoute(world: World, node: Written, time: number): Course<Ended> {
  const routes = listOf(node['routes']);
  const route = routes[world.choose(idOf(node), routes.length)] ?? {};
  const otherwise = route['otherwise'];
  const steps = listOf(route['steps'] ?? otherwise);
  const ended: Ended = yield* runList(world, steps, time);
  if (ended.at === 'never' || ended.to !== undefined) return ended;
  const go = route['go'] ?? (Array.isArray(otherwise) ? undefined : otherwise);
  if (go === undefined || go === 'next') return ended;
  return go === 'stop' ? { at: 'never' } : { at: ended.at, to: String(go) };
}

/** Runs the lanes beside each other: each goes on until it waits for a node of another one that has not ended. */
function* runLanes(world: World, node: Written, time: number): Course<Ended> {
  const lanes = listOf(node['parallel']).map(lane => {
    const isLane = lane['lane'] !== undefined;
    const course = runList(world, isLane ? listOf(lane['steps']) : [lane], time);
    const state: LaneState = {
      id: isLane ? idOf(lane) : undefined,
      course,
      awaited: undefined,
      ended: undefined,
    };
    return state;
  });
  yield* advance(world, lanes);
  const times = lanes.flatMap(({ ended }) => (typeof ended?.at === 'number' ? [ended.at] : []));
  const join = node['join'];
  const count = isMap(join) ? Number(join['at-least']) : join === 'any' ? 1 : lanes.length;
  const joined = times.toSorted((left, right) => left - right)[count - 1];
  // A lane that stops, or goes back, takes the whole run out of the count.
  if (joined === undefined || times.length < lanes.length) return { at: 'never' };
  world.starts.set(`${idOf(node)}.join`, joined);
  const late = world.delay?.id === `${idOf(node)}.join` ? world.delay.by : 0;
  const synthesis = node['synthesize'];
  if (!isMap(synthesis)) return { at: joined + late };
  const id = `${idOf(node)}.synthesize`;
  world.starts.set(id, joined + late);
  const slow = world.delay?.id === id ? world.delay.by : 0;
  return { at: joined + late + (lengthOf(synthesis['takes'], world.side) ?? Number.NaN) + slow };
}

interface LaneState {
  readonly id: string | undefined;
  readonly course: Course<Ended>;
  /** What it waits for; `undefined` before it began. */
  awaited: string | undefined;
  ended: Ended | undefined;
}

function* advance(world: World, lanes: readonly LaneState[]): Course<void> {
  for (;;) {
    let isMoving = false;
    for (const lane of lanes) {
      while (lane.ended === undefined) {
        const end = lane.awaited === undefined ? undefined : world.ends.get(lane.awaited);
        if (lane.awaited !== undefined && end === undefined) break;
        isMoving = true;
        goOn(world, lane, end);
      }
    }
    if (isMoving) continue;
    const [stuck] = lanes.filter(each => each.ended === undefined);
    if (stuck?.awaited === undefined) return;
    // It may be in a lane of a parallel around this one.
    goOn(world, stuck, yield stuck.awaited);
  }
}

function goOn(world: World, lane: LaneState, end: number | undefined): void {
  const { value, done } = lane.course.next(end);
  if (done !== true) {
    lane.awaited = value;
    return;
  }
  lane.ended = value;
  if (lane.id !== undefined && value.at !== 'never') world.ends.set(lane.id, value.at);
}

/** So many choices of routes are tried at most; `undefined` for a chain that has more. */
const mostRuns = 400;

/** Every run that comes to `end`: each choice of a route at each decision that it comes to. */
export function allRuns(chain: Written, side: Side, delay?: Delay): readonly Run[] | undefined {
  const runs: Run[] = [];
  // The choices of a run in the order in which they are met; the next run takes the last one that has another.
  let taken: number[] = [];
  for (let count = 0; count < mostRuns; count++) {
    const met: { readonly chosen: number; readonly of: number }[] = [];
    const choices = new Map<string, number>();
    const choose = (id: string, of: number): number => {
      const known = choices.get(id);
      if (known !== undefined) return known;
      const chosen = taken[met.length] ?? 0;
      met.push({ chosen, of });
      choices.set(id, chosen);
      return chosen;
    };
    const run = runOnce(chain, side, choose, delay);
    if (run !== undefined) runs.push(run);
    const last = met.findLastIndex(each => each.chosen + 1 < each.of);
    if (last < 0) return runs;
    taken = [...met.slice(0, last).map(each => each.chosen), (met[last]?.chosen ?? 0) + 1];
  }
  return undefined;
}
