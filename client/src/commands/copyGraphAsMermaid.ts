import { l10n } from 'vscode';
import type { Command } from './command.ts';
import { copyChain } from './support/copyChain.ts';

/**
 * Puts the graph of a chain or a suite on the clipboard, as text for Mermaid. Takes the chain's URI; without one it is the chain that a person looks at.
 * Gives the text, or `undefined` where nothing was copied.
 */
export const copyGraphAsMermaid: Command = {
  id: 'skillChains.copyGraphAsMermaid',
  run: (context, argument): Promise<string | undefined> =>
    copyChain(context, argument, 'mermaid', {
      none: l10n.t('Open a chain or a suite first, to copy its graph.'),
      copied: l10n.t('Copied the graph as Mermaid.'),
    }),
};
