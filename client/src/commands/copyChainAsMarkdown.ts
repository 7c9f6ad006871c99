import { l10n } from 'vscode';
import type { Command } from './command.ts';
import { copyChain } from './support/copyChain.ts';

/**
 * Puts all that a chain says on the clipboard, as a Markdown document for people. Takes the chain's URI; without one it is the chain that
 * a person looks at. Gives the text, or `undefined` where nothing was copied.
 */
export const copyChainAsMarkdown: Command = {
  id: 'skillChains.copyChainAsMarkdown',
  run: (context, argument): Promise<string | undefined> =>
    copyChain(context, argument, 'markdown', {
      none: l10n.t('Open a chain first, to copy it.'),
      copied: l10n.t('Copied the chain as Markdown.'),
    }),
};
