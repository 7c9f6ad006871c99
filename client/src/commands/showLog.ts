import type { Command } from './index.ts';

export const showLog: Command = {
  id: 'skillChains.showLog',
  run: ({ log }) => log.show(),
};
