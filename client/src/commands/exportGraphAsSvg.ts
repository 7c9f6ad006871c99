import { l10n, Uri, window, workspace } from 'vscode';
import { type ExportParams, type ExportResult, exportMethod } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';
import { chainUri } from './support/chainUri.ts';
import { exists } from './support/files.ts';

/**
 * Writes the graph of a chain or a suite into an SVG file. Takes the chain's URI, or `{ uri, target }` with the URI of the file; without a target it asks for
 * one, and the dialog asks before a file is replaced. A target that is given and exists is left as it is.
 * Gives the URI of the file, or `undefined` where none was written.
 */
export const exportGraphAsSvg: Command = {
  id: 'skillChains.exportGraphAsSvg',
  run: async (context, argument): Promise<Uri | undefined> => {
    const uri = chainUri(context, argument);
    if (uri === undefined) {
      void window.showInformationMessage(l10n.t('Open a chain or a suite first, to export its graph.'));
      return undefined;
    }
    const params: ExportParams = { uri: uri.toString(), format: 'svg' };
    const svg = await context.server.request<ExportResult>(exportMethod, params);
    if (svg == null) {
      void window.showErrorMessage(
        l10n.t('{0} holds no chain and no suite that could be exported.', nameOf(uri)),
      );
      return undefined;
    }
    const given = givenTarget(argument);
    if (given !== undefined && (await exists(given))) {
      void window.showErrorMessage(l10n.t('{0} exists and was not changed.', nameOf(given)));
      return undefined;
    }
    const target = given ?? (await askTarget(uri));
    return target === undefined ? undefined : write(target, svg);
  },
};

function givenTarget(argument: unknown): Uri | undefined {
  const target: unknown =
    typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'target') : undefined;
  if (target instanceof Uri) return target;
  return typeof target === 'string' ? Uri.parse(target) : undefined;
}

const nameOf = (uri: Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** Beside the chain, by its name; the dialog asks before it gives a file that exists. */
function askTarget(chain: Uri): Thenable<Uri | undefined> {
  const name = `${nameOf(chain).replace(/(?:\.chain|\.suite)?\.ya?ml$/, '')}.svg`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const beside = chain.scheme === 'untitled' ? folder : Uri.joinPath(chain, '..');
  return window.showSaveDialog({
    title: l10n.t('Export Graph as SVG'),
    ...(beside !== undefined && { defaultUri: Uri.joinPath(beside, name) }),
    filters: { [l10n.t('SVG picture')]: ['svg'] },
  });
}

async function write(target: Uri, svg: string): Promise<Uri | undefined> {
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    void window.showErrorMessage(l10n.t('{0} could not be written: {1}', nameOf(target), why));
    return undefined;
  }
  window.setStatusBarMessage(l10n.t('Exported the graph to {0}.', nameOf(target)), 5000);
  return target;
}
