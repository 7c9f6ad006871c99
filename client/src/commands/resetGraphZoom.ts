import type { Command } from './command.ts';

/** What the button of the graph that has the focus does. */
export const resetGraphZoom: Command = {
  id: 'skillChains.resetGraphZoom',
  run: ({ graphs }) => graphs.act('resetZoom'),
};
