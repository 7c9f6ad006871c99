/** Putting a chain on the clipboard, as one of the texts that the server makes of it. */
import { env, l10n, window } from 'vscode';
import { type ExportParams, type ExportResult, exportMethod } from '../../../../server/src/lsp/protocol.ts';
import type { CommandContext } from '../command.ts';
import { chainUri } from './chainUri.ts';

/**
 * Copies the chain that the argument names, else the one that a person looks at.
 * @param words What is said where there is no chain, and what once the text is on the clipboard.
 * @returns The text; `undefined` where nothing was copied.
 */
export async function copyChain(
  context: CommandContext,
  argument: unknown,
  format: ExportParams['format'],
  words: { readonly none: string; readonly copied: string },
): Promise<string | undefined> {
  const uri = chainUri(context, argument);
  if (uri === undefined) {
    void window.showInformationMessage(words.none);
    return undefined;
  }
  const params: ExportParams = { uri: uri.toString(), format };
  const text = await context.server.request<ExportResult>(exportMethod, params);
  if (text == null) {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    void window.showErrorMessage(l10n.t('{0} holds nothing that could be copied this way.', name));
    return undefined;
  }
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(words.copied, 5000);
  return text;
}
