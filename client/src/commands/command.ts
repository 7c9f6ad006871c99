/** What a command is: one file in this folder, listed in index.ts. */
import type { LogOutputChannel, Uri } from 'vscode';
import type { ServerClient } from '../languageClient.ts';
import type { ChainsView } from '../views/chains/chainsView.ts';
import type { GraphView } from '../views/graph/graphView.ts';

/** What commands work with. */
export interface CommandContext {
  /** Where the extension and its documentation stand. */
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly server: ServerClient;
  readonly chains: ChainsView;
  readonly graphs: GraphView;
}

export interface Command {
  readonly id: string;
  /** `argument` is whatever a caller gave; the result goes back to them. */
  run(context: CommandContext, argument: unknown): unknown;
}
