/** Every command of the extension: the ids are those of the manifest. */
import { commands, Disposable } from 'vscode';
import { applyVariation } from './applyVariation.ts';
import type { Command, CommandContext } from './command.ts';
import { copyChainAsInstruction } from './copyChainAsInstruction.ts';
import { copyChainAsMarkdown } from './copyChainAsMarkdown.ts';
import { copyGraphAsMermaid } from './copyGraphAsMermaid.ts';
import { exportGraphAsSvg } from './exportGraphAsSvg.ts';
import { fitGraph } from './fitGraph.ts';
import { lockGraph } from './lockGraph.ts';
import { newChain } from './newChain.ts';
import { newDecisionRecord } from './newDecisionRecord.ts';
import { newFromLibrary } from './newFromLibrary.ts';
import { newPostMortem } from './newPostMortem.ts';
import { openGraph } from './openGraph.ts';
import { openReference } from './openReference.ts';
import { refreshChains } from './refreshChains.ts';
import { resetGraphZoom } from './resetGraphZoom.ts';
import { restartServer } from './restartServer.ts';
import { showLibrary } from './showLibrary.ts';
import { showLog } from './showLog.ts';
import { showReferences } from './showReferences.ts';
import { zoomGraphIn } from './zoomGraphIn.ts';
import { zoomGraphOut } from './zoomGraphOut.ts';

export const allCommands: readonly Command[] = [
  newChain,
  newFromLibrary,
  showLibrary,
  newDecisionRecord,
  newPostMortem,
  applyVariation,
  openReference,
  openGraph,
  showReferences,
  exportGraphAsSvg,
  copyGraphAsMermaid,
  copyChainAsMarkdown,
  copyChainAsInstruction,
  zoomGraphIn,
  zoomGraphOut,
  resetGraphZoom,
  fitGraph,
  lockGraph,
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
