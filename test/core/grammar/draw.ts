/**
 * Random choices that shrink well. Every choice is read off a tape of numbers on which 0 says the plainest thing and what is
 * beyond the end is 0; each node has a tape of its own, so that taking one node out changes no other.
 */
import fc from 'fast-check';

export type Tape = readonly number[];

/** One more than the largest number on a tape. */
const scale = 10_000;

export interface Draw {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** Whether something happens that does in this share of all cases. */
  chance(share: number): boolean;
  /** One of several, of which the first is the plainest. */
  pick<T>(from: readonly T[]): T;
  /** From one to `most` of several, in their order. */
  several<T>(from: readonly T[], most: number): readonly T[];
}

export function drawFrom(tape: Tape): Draw {
  let at = 0;
  const next = (): number => tape[at++] ?? 0;
  const below = (count: number): number => Math.floor((next() * count) / scale);
  const pick = <T>(from: readonly T[]): T => {
    for (const found of from.slice(below(from.length))) return found;
    throw new Error('There is nothing to pick from.');
  };
  return {
    below,
    pick,
    chance: share => next() >= scale * (1 - share),
    several: (from, most) => {
      const first = below(from.length);
      return from.slice(first, first + 1 + below(most));
    },
  };
}

const tapes = (longest: number): fc.Arbitrary<Tape> =>
  fc.array(fc.nat(scale - 1), { maxLength: longest, size: 'max' });

/** What a node is made from: its choices, and the lists that stand in it. */
export interface NodeSeed {
  readonly tape: Tape;
  readonly inner: readonly ListSeed[];
}

export type ListSeed = readonly NodeSeed[];

/** What a chain is made from: its choices, the lists of its phases, and how it is written. */
export interface ChainSeed {
  readonly tape: Tape;
  readonly lists: readonly ListSeed[];
  readonly style: Tape;
}

/** What a workspace is made from: its chains, and its catalogue. */
export interface WorkspaceSeed {
  readonly chains: readonly ChainSeed[];
  readonly catalogue: Tape;
  readonly style: Tape;
}

/** So many lists stand in one another at most. */
const deepest = 3;

const nodes = (depth: number): fc.Arbitrary<NodeSeed> =>
  fc.record({ tape: tapes(32), inner: depth === 0 ? fc.constant([]) : inner(depth) });

const lists = (depth: number, most: number): fc.Arbitrary<ListSeed> =>
  fc.array(nodes(depth), { minLength: 1, maxLength: most, size: 'max' });

const inner = (depth: number): fc.Arbitrary<readonly ListSeed[]> =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(lists(depth - 1, 2), { minLength: 1, maxLength: 3, size: 'max' }) },
  );

export const chainSeeds: fc.Arbitrary<ChainSeed> = fc.noBias(
  fc.record({
    tape: tapes(90),
    lists: fc.oneof(
      { weight: 3, arbitrary: fc.array(lists(deepest, 3), { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(lists(deepest, 2), { minLength: 2, maxLength: 3, size: 'max' }) },
    ),
    style: tapes(160),
  }),
);

export const workspaceSeeds = (mostChains: number): fc.Arbitrary<WorkspaceSeed> =>
  fc.noBias(
    fc.record({
      chains: fc.array(chainSeeds, { minLength: 1, maxLength: mostChains, size: 'max' }),
      catalogue: tapes(60),
      style: tapes(120),
    }),
  );
