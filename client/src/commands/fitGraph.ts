import type { Command } from './command.ts';

/** What the button of the graph that has the focus does. */
export const fitGraph: Command = {
  id: 'skillChains.fitGraph',
  run: ({ graphs }) => graphs.act('fit'),
};
