import type { Command } from './command.ts';

export const restartServer: Command = {
  id: 'skillChains.restartServer',
  run: ({ server }) => server.restart(),
};
