import type { Command } from './command.ts';

/** What the button of the graph that has the focus does. */
export const zoomGraphIn: Command = {
  id: 'skillChains.zoomGraphIn',
  run: ({ graphs }) => graphs.act('zoomIn'),
};
