import { env, l10n, window } from 'vscode';
import { type ExportParams, type ExportResult, exportMethod } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';
import { chainUri } from './support/chainUri.ts';

/**
 * Puts the graph of a chain on the clipboard, as text for Mermaid. Takes the chain's URI; without one it is the chain that a person looks at.
 * Gives the text, or `undefined` where nothing was copied.
 */
export const copyGraphAsMermaid: Command = {
  id: 'skillChains.copyGraphAsMermaid',
  run: async (context, argument): Promise<string | undefined> => {
    const uri = chainUri(context, argument);
    if (uri === undefined) {
      void window.showInformationMessage(l10n.t('Open a chain first, to copy its graph.'));
      return undefined;
    }
    const params: ExportParams = { uri: uri.toString(), format: 'mermaid' };
    const text = await context.server.request<ExportResult>(exportMethod, params);
    if (text == null) {
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      void window.showErrorMessage(l10n.t('{0} holds no chain that could be copied.', name));
      return undefined;
    }
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(l10n.t('Copied the graph as Mermaid.'), 5000);
    return text;
  },
};
