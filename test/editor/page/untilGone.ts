/** Waits for the end of processes that nobody here started, or that were killed a moment ago. */
import assert from 'node:assert/strict';
import { type ProcessInfo, processesWith } from '../../../scripts/support/processes.ts';

/**
 * Settles once none of the processes is left that have `<variable>=<value>` in their environment. Processes tell nobody when they end, so this
 * one looks again and again, for 20 s at most.
 */
export async function untilGone(
  variable: string,
  value: string,
  isMeant: (process: ProcessInfo) => boolean = () => true,
): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const left = (await processesWith(variable, value)).filter(isMeant);
    if (left.length === 0) return;
    if (performance.now() > deadline) assert.fail(`Left 20 s after the end:\n${describeAll(left)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

export const describeAll = (all: readonly ProcessInfo[]): string =>
  all.map(({ pid, command }) => `${pid} ${command}`).join('\n');
