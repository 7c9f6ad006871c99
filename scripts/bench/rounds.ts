/** Times of several contestants, taken in turn: what slows the machine down for a moment then slows all of them. */

export interface Times {
  /** Milliseconds, or whatever the contestant counts; sorted. */
  readonly sorted: readonly number[];
}

/** A contestant's name and one round of its work, which gives what it took. */
export interface Contestant {
  readonly name: string;
  readonly round: () => Promise<number> | number;
}

export interface RoundOptions {
  readonly rounds: number;
  /** Rounds before these that count for nothing. */
  readonly warmUp: number;
}

/** Plays the rounds, each contestant once in each, and gives their times by name. The one that begins changes from round to round. */
export async function inTurn(
  contestants: readonly Contestant[],
  { rounds, warmUp }: RoundOptions,
): Promise<ReadonlyMap<string, Times>> {
  const taken = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    const first = (round + warmUp) % contestants.length;
    for (const { name, round: play } of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const time = await play();
      if (round >= 0) taken.get(name)?.push(time);
    }
  }
  return new Map([...taken].map(([name, times]) => [name, timesOf(times)]));
}

export const timesOf = (times: readonly number[]): Times => ({
  sorted: times.toSorted((left, right) => left - right),
});

/** The time that this share (0 to 1) of the rounds stayed within; `NaN` where none was played. */
export function percentile({ sorted }: Times, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (times: Times): number => percentile(times, 0.5);

/** How long something takes, in milliseconds. */
export async function timed(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}
