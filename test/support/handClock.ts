/** A clock that is turned by hand, for what waits on timers. */
export interface HandClock {
  /** Milliseconds since the beginning. */
  now(): number;
  /** Calls `run` once, so many milliseconds from now; the result takes that back. */
  after(milliseconds: number, run: () => void): () => void;
  /** Lets time go by without a timer being looked at, as it does while something works. */
  spend(milliseconds: number): void;
  /** Lets so many milliseconds pass, and what they set off come to its end. */
  pass(milliseconds: number): Promise<void>;
  /** Settles once all that is under way has come to its end. */
  settle(): Promise<void>;
}

export function handClock(): HandClock {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter(each => each !== timer);
      };
    },
    spend: milliseconds => {
      now += milliseconds;
    },
    pass: milliseconds => {
      now += milliseconds;
      const due = timers.filter(timer => timer.at <= now);
      timers = timers.filter(timer => timer.at > now);
      for (const timer of due) timer.run();
      return settle();
    },
    settle,
  };
}
