import type { Command } from './command.ts';

/** Ties the graph that has the focus to its chain, or lets it follow the editor again. */
export const lockGraph: Command = {
  id: 'skillChains.lockGraph',
  run: ({ graphs }) => graphs.toggleLock(),
};
