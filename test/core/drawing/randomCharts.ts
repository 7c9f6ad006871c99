/** Random chains of any size that hold whatever the language has, all jumps legal: the data of the tests on drawings. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildChainGraph } from '../../../server/src/core/analysis/buildChainGraph.ts';
import type { ChainGraph, ChainHandoff } from '../../../server/src/core/analysis/chainGraph.ts';
import { buildChain } from '../../../server/src/core/model/buildChain.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';
import type { Written } from '../analysis/randomChains.ts';
import { treeOf } from '../analysis/writtenTree.ts';

/** A number that says all of a chain but its size, and the size in nodes, about. */
export interface ChartSeed {
  readonly seed: number;
  readonly size: number;
}

export const chartSeeds = (largest: number): fc.Arbitrary<ChartSeed> =>
  fc.record({ seed: fc.integer({ min: 0 }), size: fc.integer({ min: 1, max: largest }) });

/** What every test may have happen to words. */
const phrases = [
  'It',
  'Establish which records are exposed, whose they are, how sensitive',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen',
  '确定哪些个人数据被泄露以及其敏感程度',
  'حدد السجلات المكشوفة ومدى حساسيتها',
  'Ship it 🚀👨‍👩‍👧‍👦 to everyone',
  'severity > 3 or special-category-records > 0',
];

/**
 * `plain` leaves out the edges between lanes, jumps forward, and jumps behind steps: there a step more changes what an exit of
 * a decision is, from going on to jumping or back.
 */
export function writtenChart(
  { seed, size }: ChartSeed,
  { plain = false }: { readonly plain?: boolean } = {},
): Written {
  const random = randomNumbers(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(from: readonly T[]): T | undefined => from[below(from.length)];
  let left = size;
  let made = 0;
  const all: string[] = [];

  const worker = (): Written => ({
    ...(chance(0.9) ? { skill: pick(phrases) } : { team: pick(phrases) }),
    do: pick(phrases),
    ...(chance(0.4) && { takes: pick(['1-2 hours', '3 days', '30 min - 2 h', '2 mo']) }),
    ...(chance(0.15) && { document: pick(['adr', 'post-mortem']) }),
  });
  const newIds = (count: number): readonly string[] => Array.from({ length: count }, () => `n${made++}`);
  /** `open`: the lists that a jump may lead to, by their ids; the last is the node's own, of which `own` are planned. */
  const makeList = (
    open: readonly (readonly string[])[],
    inLane: boolean,
    depth: number,
    own = newIds(Math.min(left, 1 + below(5))),
  ): Written[] => {
    const nodes: Written[] = [];
    const here: string[] = [];
    const scopes = [...open, plain ? here : own];
    // Nodes inside these take from the same number, so a list may end up shorter than it was planned.
    for (const [at, id] of own.entries()) {
      if (left <= 0 && at > 0) break;
      here.push(id);
      all.push(id);
      left--;
      nodes.push({
        id,
        ...makeNode(id, scopes, inLane, depth),
        ...(chance(0.15) && { when: pick(phrases) }),
      });
    }
    return nodes;
  };
  const jump = (id: string, scopes: readonly (readonly string[])[], inLane: boolean): Written => {
    const earlier = scopes.flat().filter(each => each !== id);
    const target = chance(0.5) ? pick(earlier) : pick(['stop', ...(inLane || plain ? [] : ['end']), 'next']);
    return { go: target ?? 'next', 'at-most': 1 + below(9) };
  };
  const makeNode = (
    id: string,
    scopes: readonly (readonly string[])[],
    inLane: boolean,
    depth: number,
  ): Written => {
    const kind = random();
    if (kind < 0.12 && depth < 5) return makeParallel(depth);
    if (kind < 0.3 && depth < 5) {
      const routes = Array.from({ length: 1 + below(3) }, () => ({
        when: pick(phrases),
        ...(chance(0.7) ? { steps: makeList(scopes, inLane, depth + 1) } : jump(id, scopes, inLane)),
        ...(!plain && chance(0.2) && jump(id, scopes, inLane)),
      }));
      const { go } = jump(id, scopes, inLane);
      const otherwise = chance(0.3) ? makeList(scopes, inLane, depth + 1) : go;
      const by = chance(0.4) ? { by: ['a', 'b', 'c'].slice(0, 1 + below(3)) } : {};
      return { decision: pick(phrases), ...by, routes: [...routes, { otherwise, 'at-most': 2 }] };
    }
    if (kind < 0.4) {
      const earlier = scopes.flat().filter(each => each !== id);
      const back = pick(earlier);
      const refused =
        back === undefined || chance(0.3) ? {} : { 'if-refused': { 'back-to': back, 'at-most': 2 } };
      return { checkpoint: pick(phrases), by: ['a', 'b', 'c', 'd'].slice(0, below(5)), ...refused };
    }
    if (kind < 0.46) return { chain: 'other', version: '^1' };
    return worker();
  };
  const makeParallel = (depth: number): Written => {
    const lanes = Array.from({ length: 1 + below(4) }, (_, at) => {
      const from = all.length;
      const steps = makeList([], true, depth + 1);
      const inside = all.slice(from);
      return { steps, inside, lane: chance(0.5) ? { lane: `Lane ${at} ${made++}` } : undefined };
    });
    if (!plain) {
      for (const [at, { steps }] of lanes.entries()) {
        const other = lanes[below(at)];
        const target = other?.inside[below(other.inside.length)];
        const last = steps.at(-1);
        if (at > 0 && last !== undefined && target !== undefined && chance(0.4)) last['after'] = [target];
      }
    }
    return {
      parallel: lanes.map(({ lane, steps }) =>
        lane === undefined && steps.length === 1 ? steps[0] : { lane: `Lane ${made++}`, ...lane, steps },
      ),
      join: pick(['all', 'any', { 'at-least': 1 }]),
      ...(chance(0.3) && { synthesize: worker() }),
    };
  };

  const share = Math.ceil(left / 3);
  const phaseIds = chance(0.4) ? Array.from({ length: 1 + below(4) }, () => newIds(share)) : undefined;
  const body =
    phaseIds === undefined
      ? { steps: makeList([], false, 0, newIds(left)) }
      : {
          phases: phaseIds.map((ids, at) => {
            const open = plain ? phaseIds.slice(0, at) : phaseIds;
            const kept = left;
            left = Math.min(left, share);
            const begun = left;
            const steps = makeList(open, false, 0, ids);
            left = kept - (begun - left);
            return { phase: `Phase ${at}`, window: `weeks ${at + 1}-${at + 2}`, steps };
          }),
        };
  const handoffs = [
    // biome-ignore lint/suspicious/noThenProperty: a word of the language
    ...(chance(0.5) ? [{ then: 'next-one' }, { 'cycles-to': 'again', every: 'quarterly' }] : []),
    ...Array.from({ length: below(4) }, () => ({
      'escalates-to': 'help',
      if: pick(phrases),
      from: pick(all),
    })),
    ...Array.from({ length: below(3) }, () => ({ 'waits-for': 'paper', before: pick(all) })),
  ];
  // Other chains hand over to every second one.
  const fed = { 'x-fed': seed % 2 === 0 };
  return {
    chain: 'demo',
    title: 'Demo',
    trigger: pick(phrases),
    ...body,
    output: pick(phrases),
    handoffs,
    ...fed,
  };
}

export function graphOfWritten(chain: Written): ChainGraph {
  const model = buildChain(treeOf(chain));
  assert.ok(model !== undefined);
  // Some nodes have problems, so that badges are drawn.
  const problemsAt = ({ start }: { readonly start: number }) => ({
    errors: start % 5 === 0 ? 1 : 0,
    warnings: start % 7 === 0 ? 12 : 0,
  });
  return buildChainGraph(model, {
    uri: 'test:demo',
    version: 1,
    lines: lineMap(''),
    complete: true,
    problemsAt,
    handoffs: [
      ...model.handoffs.map(own => ({ other: own.chain.text, own, ends: [] })),
      ...(chain['x-fed'] === true ? handoffsFromElsewhere('n0') : []),
    ],
  });
}

/** What another chain writes of its handoffs from and to this one: each kind, one of them to the node `at`. */
function handoffsFromElsewhere(at: string): readonly ChainHandoff[] {
  const demo = 'demo';
  const feeder = buildChain(
    treeOf({
      chain: 'feeder',
      handoffs: [
        // biome-ignore lint/suspicious/noThenProperty: a word of the language
        { then: demo },
        { joins: demo, at },
        { 'cycles-to': demo, every: 'quarterly' },
        { 'escalates-to': demo, if: phrases[1] },
        { 'waits-for': demo },
      ],
    }),
  );
  return (feeder?.handoffs ?? []).map(handoff => ({
    other: 'feeder',
    own: undefined,
    ends: [{ uri: 'test:feeder', handoff }],
  }));
}

/** Numbers from 0 to below 1 that only the seed decides: Mulberry32, by Tommy Ettinger, in the public domain. */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
