import { l10n } from 'vscode';
import type { Command } from './command.ts';
import { copyChain } from './support/copyChain.ts';

/**
 * Puts a chain on the clipboard as an instruction that a coding agent can follow. Takes the chain's URI; without one it is the chain that
 * a person looks at. Gives the text, or `undefined` where nothing was copied.
 */
export const copyChainAsInstruction: Command = {
  id: 'skillChains.copyChainAsInstruction',
  run: (context, argument): Promise<string | undefined> =>
    copyChain(context, argument, 'instruction', {
      none: l10n.t('Open a chain first, to copy it.'),
      copied: l10n.t('Copied the chain as an instruction for an agent.'),
    }),
};
