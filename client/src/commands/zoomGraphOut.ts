import type { Command } from './command.ts';

/** What the button of the graph that has the focus does. */
export const zoomGraphOut: Command = {
  id: 'skillChains.zoomGraphOut',
  run: ({ graphs }) => graphs.act('zoomOut'),
};
