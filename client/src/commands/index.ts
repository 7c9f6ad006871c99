/** Every command of the extension: the ids are those of the manifest. */
import { commands, Disposable } from 'vscode';
import type { Command, CommandContext } from './command.ts';
import { newChain } from './newChain.ts';
import { newDecisionRecord } from './newDecisionRecord.ts';
import { newPostMortem } from './newPostMortem.ts';
import { openReference } from './openReference.ts';
import { refreshChains } from './refreshChains.ts';
import { restartServer } from './restartServer.ts';
import { showLog } from './showLog.ts';

export const allCommands: readonly Command[] = [
  newChain,
  newDecisionRecord,
  newPostMortem,
  openReference,
  restartServer,
  showLog,
  refreshChains,
];

export function registerCommands(context: CommandContext): Disposable {
  return Disposable.from(
    ...allCommands.map(({ id, run }) =>
      commands.registerCommand(id, (argument: unknown) => run(context, argument)),
    ),
  );
}
