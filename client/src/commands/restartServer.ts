import type { Command } from './index.ts';

export const restartServer: Command = {
  id: 'skillChains.restartServer',
  run: ({ server }) => server.restart(),
};
