import type { Command } from './command.ts';

export const showLog: Command = {
  id: 'skillChains.showLog',
  run: ({ log }) => log.show(),
};
