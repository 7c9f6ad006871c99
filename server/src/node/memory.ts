/** The memory of the process, once much was read and checked. */
import { setFlagsFromString } from 'node:v8';

/** There where the process was started with `--expose-gc`, as our client does. */
const collect: unknown = Reflect.get(globalThis, 'gc');

/** Gives back what reading took, and keeps small what is to come. Takes a moment, some milliseconds for a large workspace. */
export function tidyUp(): void {
  // Reading much is quickest where the heap may grow at will. From then on nearly all of it stays, and V8 would let as much again pile up
  // before it looks for what can go.
  setFlagsFromString('--heap-growing-percent=50');
  // Only a collection of this flavor gives back what the process keeps for later.
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
