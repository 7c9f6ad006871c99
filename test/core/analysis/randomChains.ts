/** Random chains for property tests, and a plain interpreter of the rules that runs them. */
import fc from 'fast-check';

/** A chain or node as its author would write it; JSON is YAML. */
export interface Written {
  [key: string]: unknown;
}

/** What a generated chain may hold. */
export interface Kinds {
  /** Jumps forward, to `end` and to `stop`; else routes only rejoin. */
  readonly jumps: boolean;
  /** Ids on every node; else most are named by their slugs, which repeat. */
  readonly ids: boolean;
}

const conditions = ['sunny', 'late', 'it rains today'];
const artefacts = ['x', 'y', 'z'];
const skills = ['a', 'b', 'c d', 'End', '审批'];

/** A list of nodes as numbers that say what each is, so that a list shrinks well. */
const seedLists = fc.letrec<{ list: readonly Seed[]; seed: Seed }>(tie => ({
  list: fc.array(tie('seed'), { minLength: 1, maxLength: 4 }),
  seed: fc.record({
    kind: fc.nat(9),
    choice: fc.nat(1000),
    inner: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      fc.constant([]),
      fc.array(tie('list'), { minLength: 1, maxLength: 3 }),
    ),
  }),
}));

interface Seed {
  readonly kind: number;
  readonly choice: number;
  readonly inner: readonly (readonly Seed[])[];
}

/** A chain of steps or phases; all jumps in it are legal. */
export const chains = (kinds: Kinds): fc.Arbitrary<Written> =>
  fc.array(seedLists.list, { minLength: 1, maxLength: 3 }).map(lists => {
    const maker = makerOf(kinds);
    const [first = []] = lists;
    if (lists.length === 1) return { chain: 'demo', title: 'Demo', steps: maker(first) };
    return {
      chain: 'demo',
      title: 'Demo',
      phases: lists.map((list, at) => ({ phase: `Phase ${at}`, steps: maker(list) })),
    };
  });

function makerOf({ jumps, ids }: Kinds): (seeds: readonly Seed[]) => readonly Written[] {
  let count = 0;
  const pick = <T>(from: readonly T[], by: number): T | undefined => from[by % from.length];
  const makeList = (seeds: readonly Seed[], inLane: boolean): readonly Written[] => {
    const own = seeds.map(() => `n${count++}`);
    return seeds.map((seed, at) => make(seed, own, at, inLane));
  };
  const make = (
    { kind, choice, inner }: Seed,
    own: readonly string[],
    at: number,
    inLane: boolean,
  ): Written => {
    const id = ids || jumps ? { id: own[at] } : {};
    const when = choice % 4 === 0 ? { when: pick(conditions, choice >> 2) } : {};
    const later = jumps ? own.slice(at + 1) : [];
    const earlier = jumps ? own.slice(0, at) : [];
    const goal = (by: number): unknown =>
      pick(
        [...later, ...earlier, ...(jumps ? ['stop', ...(inLane ? [] : ['end'])] : []), 'next', 'next'],
        by,
      );
    if (inner.length > 0 && kind < 3) {
      const lanes = inner.map((list, lane) => ({ lane: `Lane ${lane}`, steps: makeList(list, true) }));
      const join = pick(['all', 'any', { 'at-least': 1 + (choice % lanes.length) }], choice >> 3);
      return {
        ...id,
        parallel: lanes,
        join,
        ...when,
        ...(choice % 3 === 0 && { synthesize: worker(choice >> 1) }),
      };
    }
    if (inner.length > 0 && kind < 7) {
      const routes = inner.map((list, route) => ({
        when: pick(conditions, choice + route),
        steps: makeList(list, inLane),
        ...(choice % 5 === 0 && { go: goal(choice >> route), 'at-most': 2 }),
      }));
      return {
        ...id,
        decision: `Which ${own[at]}?`,
        ...when,
        routes: [...routes, { otherwise: goal(choice), 'at-most': 1 }],
      };
    }
    if (kind === 8) {
      const back = pick([...earlier, 'stop'], choice);
      const refused =
        earlier.length === 0 || back === 'stop' ? {} : { 'if-refused': { 'back-to': back, 'at-most': 1 } };
      return { ...id, checkpoint: `Good ${own[at]}?`, ...when, ...refused };
    }
    return { ...id, ...worker(choice), ...when };
  };
  return seeds => makeList(seeds, false);
}

/** What a step is about. */
const worker = (choice: number): Written => ({
  skill: skills[choice % skills.length],
  do: 'It',
  needs: choice % 2 === 0 ? [artefacts[(choice >> 1) % 3]] : [],
  produces: choice % 3 === 0 ? [artefacts[(choice >> 2) % 3]] : [],
});

/** What was there each time a step with an id started, by its id. */
export type Log = Map<string, Set<string>[]>;

type Outcome = { readonly kind: 'next' | 'stop' | 'end' } | { readonly kind: 'go'; readonly to: string };

const listOf = (value: unknown): readonly Written[] => (Array.isArray(value) ? value : []);
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Runs a chain once by the rules of the language page, with `random` for whatever is open: which conditions hold, who
 * accepts, which lane ends first. A backward jump stops the run, as one whose returns are used up does.
 */
export function runOnce(chain: Written, random: () => number, log: Log): Outcome {
  const truth = new Map<string, boolean>();
  const holds = (condition: unknown): boolean => {
    const text = wordOf(condition);
    const known = truth.get(text) ?? random() < 0.5;
    truth.set(text, known);
    return known;
  };
  const jump = (target: unknown): Outcome => {
    const to = wordOf(target);
    return to === 'next' || to === 'stop' || to === 'end' ? { kind: to } : { kind: 'go', to };
  };
  const work = (step: Written, id: string, have: Set<string>): void => {
    log.set(id, [...(log.get(id) ?? []), new Set(have)]);
    for (const product of listOf(step['produces'])) have.add(String(product));
  };
  const runList = (nodes: readonly Written[], have: Set<string>): Outcome => {
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] ?? {};
      if (node['when'] !== undefined && !holds(node['when'])) continue;
      const outcome = run(node, have);
      if (outcome.kind === 'next') continue;
      const target = outcome.kind === 'go' ? nodes.findIndex(each => each['id'] === outcome.to) : -1;
      if (target < 0) return outcome;
      if (target <= at) return { kind: 'stop' };
      at = target - 1;
    }
    return { kind: 'next' };
  };
  const run = (node: Written, have: Set<string>): Outcome => {
    const id = wordOf(node['id']);
    if (node['parallel'] !== undefined) return runLanes(node, id, have);
    if (node['decision'] !== undefined) {
      const route =
        listOf(node['routes']).find(each => each['when'] === undefined || holds(each['when'])) ?? {};
      const outcome = runList(listOf(route['steps']), have);
      const target = route['go'] ?? route['otherwise'];
      return outcome.kind !== 'next' || target === undefined ? outcome : jump(target);
    }
    if (node['checkpoint'] !== undefined) return { kind: random() < 0.7 ? 'next' : 'stop' };
    work(node, id, have);
    return { kind: 'next' };
  };
  const runLanes = (node: Written, id: string, have: Set<string>): Outcome => {
    const lanes = listOf(node['parallel']).map(lane => {
      const mine = new Set(have);
      return { order: random(), mine, outcome: runList(listOf(lane['steps']), mine) };
    });
    const join = node['join'];
    const policy =
      typeof join === 'object' && join !== null && 'at-least' in join ? Number(join['at-least']) : join;
    let missing = policy === 'all' ? lanes.length : policy === 'any' ? 1 : Number(policy);
    for (const { mine, outcome } of lanes.toSorted((left, right) => left.order - right.order)) {
      if (missing === 0) break;
      if (outcome.kind !== 'next') return { kind: 'stop' };
      for (const each of mine) have.add(each);
      missing--;
    }
    const synthesis = node['synthesize'];
    if (typeof synthesis === 'object' && synthesis !== null) work({ ...synthesis }, `${id}.synthesize`, have);
    return { kind: 'next' };
  };
  const lists = chain['phases'] === undefined ? [chain] : listOf(chain['phases']);
  return runList(
    lists.flatMap(list => listOf(list['steps'])),
    new Set(),
  );
}
