/** Every command of the extension: the ids are those of the manifest. */
import type { LogOutputChannel } from 'vscode';
import { commands, Disposable } from 'vscode';
import type { ServerClient } from '../languageClient.ts';
import type { ChainsView } from '../views/chains/chainsView.ts';
import { newChain } from './newChain.ts';
import { refreshChains } from './refreshChains.ts';
import { restartServer } from './restartServer.ts';
import { showLog } from './showLog.ts';

/** What commands work with. */
export interface CommandContext {
  readonly log: LogOutputChannel;
  readonly server: ServerClient;
  readonly chains: ChainsView;
}

export interface Command {
  readonly id: string;
  /** `argument` is whatever a caller gave; the result goes back to them. */
  run(context: CommandContext, argument: unknown): unknown;
}

export const allCommands: readonly Command[] = [newChain, restartServer, showLog, refreshChains];

export function registerCommands(context: CommandContext): Disposable {
  return Disposable.from(
    ...allCommands.map(({ id, run }) =>
      commands.registerCommand(id, (argument: unknown) => run(context, argument)),
    ),
  );
}
