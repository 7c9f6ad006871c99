import { l10n, window } from 'vscode';
import type { Command } from './command.ts';

/** Opens the library in the tree of chains. Gives whether one is offered here. */
export const showLibrary: Command = {
  id: 'skillChains.showLibrary',
  run: async ({ chains }): Promise<boolean> => {
    const isShown = await chains.showLibrary();
    if (!isShown)
      void window.showInformationMessage(
        l10n.t(
          'The library is not offered here: the chains of this workspace are the library itself, or it could not be read.',
        ),
      );
    return isShown;
  },
};
