/** Keeps a repeated piece of work from running too often, and from ever missing the last call. */

export interface PacerClock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Calls `run` once, `milliseconds` from now; the result takes that back. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface Pacer {
  /** Asks for one run that begins after this call: at once, or when the pace allows. */
  request(): void;
  dispose(): void;
}

/**
 * The first request runs at once; later ones at most every `interval` milliseconds, one at a time. However many come meanwhile, one
 * more run follows. `work` must not reject.
 */
export function createPacer(interval: number, clock: PacerClock, work: () => Promise<void>): Pacer {
  let last = Number.NEGATIVE_INFINITY;
  let running = false;
  let wanted = false;
  let disposed = false;
  let takeBack: (() => void) | undefined;

  const run = async (): Promise<void> => {
    takeBack = undefined;
    wanted = false;
    running = true;
    last = clock.now();
    await work();
    running = false;
    if (wanted) schedule();
  };
  const schedule = (): void => {
    wanted = true;
    if (disposed || running || takeBack !== undefined) return;
    const wait = last + interval - clock.now();
    if (wait <= 0) void run();
    else takeBack = clock.after(wait, () => void run());
  };
  return {
    request: schedule,
    dispose: () => {
      disposed = true;
      takeBack?.();
    },
  };
}

export const systemClock: PacerClock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
