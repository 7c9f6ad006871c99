/** How far a long command has come, for a person who waits at a terminal. */
import type { Host } from '../host.ts';

/** Milliseconds that nobody minds, and between two signs of life. */
const patience = 500;
const rhythm = 100;

export interface Progress {
  /** One more is done. */
  step(): void;
  /** Leaves the line as it was before. */
  end(): void;
}

/** @param doing The verb before the count, such as `Checking`. */
export function createProgress(
  { errors, now }: Pick<Host, 'errors' | 'now'>,
  doing: string,
  all: number,
): Progress {
  let done = 0;
  let told = now().getTime() + patience - rhythm;
  let isTold = false;
  return {
    step: () => {
      done += 1;
      const at = now().getTime();
      if (!errors.isTerminal || at - told < rhythm) return;
      told = at;
      isTold = true;
      errors.write(`\r\u001b[2K${doing} ${done} of ${all}`);
    },
    end: () => {
      if (isTold) errors.write('\r\u001b[2K');
    },
  };
}
