/** Whether a server that ended by itself is started once more. */

export interface RestartPolicy {
  /** The server ended at `now` (milliseconds); says what to do about it. */
  ended(now: number): 'restart' | 'give up';
  /** A person asked for a fresh start, so what was before counts no more. */
  forget(): void;
}

/** So often a server may end within `period`, in milliseconds, and be started again. */
const mostRestarts = 4;
const period = 3 * 60 * 1000;

export function createRestartPolicy(): RestartPolicy {
  let ends: readonly number[] = [];
  return {
    ended: now => {
      ends = [...ends.filter(end => now - end < period), now];
      return ends.length > mostRestarts ? 'give up' : 'restart';
    },
    forget: () => {
      ends = [];
    },
  };
}
