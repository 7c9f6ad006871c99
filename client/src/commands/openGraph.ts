import { l10n, type Uri, window } from 'vscode';
import type { Command } from './command.ts';
import { chainUri } from './support/chainUri.ts';

/**
 * Shows the graph of a chain or a suite beside its text. Takes the chain's URI; without one it is the chain that a person looks at.
 * Gives the URI of the chain, or `undefined` where there is none.
 */
export const openGraph: Command = {
  id: 'skillChains.openGraph',
  run: (context, argument): Uri | undefined => {
    const uri = chainUri(context, argument);
    if (uri === undefined) {
      void window.showInformationMessage(l10n.t('Open a chain or a suite first, to see its graph.'));
      return undefined;
    }
    context.graphs.open(uri);
    return uri;
  },
};
