import { reloadMethod } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';

/** The tree follows every change by itself; this is for file systems that do not report them. */
export const refreshChains: Command = {
  id: 'skillChains.refreshChains',
  run: async ({ server, chains }) => {
    await server.notify(reloadMethod);
    chains.refresh();
  },
};
