/** What a new document comes from: said by the caller or by the cursor, else chosen among all that the workspace has. */
import { l10n, QuickPickItemKind, ThemeIcon, Uri, window, workspace } from 'vscode';
import {
  type DocumentKind,
  type DocumentSource,
  type DocumentSourcesParams,
  documentSourcesMethod,
} from '../../../../server/src/lsp/protocol.ts';
import { isChainDocument } from '../../documents.ts';
import type { ServerClient } from '../../languageClient.ts';
import type { Root } from './documentFolder.ts';
import { exists } from './files.ts';
import { givenTexts, property } from './given.ts';
import { type Choice, literally } from './prompts.ts';

/** A choice of the first step: a source (`null`: no chain), and the folder where the choice says it. */
export interface ChosenSource {
  readonly source: DocumentSource | null;
  readonly root?: Root;
}

/** Of one chain, or of all. */
export async function knownSources(
  server: ServerClient,
  kind: DocumentKind,
  uri?: string,
): Promise<readonly DocumentSource[]> {
  const params: DocumentSourcesParams = { kind, uri };
  return (await server.request<readonly DocumentSource[]>(documentSourcesMethod, params)) ?? [];
}

/** The chain and node that a caller names: `{ chain, node }`, or an item of the tree of chains. `undefined`: neither. */
export function givenPlace(
  argument: unknown,
): { readonly chain: string; readonly node?: string } | undefined {
  const { chain, node } = givenTexts(argument, ['chain', 'node']);
  if (chain !== undefined) return { chain, ...(node === undefined ? {} : { node }) };
  const kind = property(argument, 'kind');
  const uri = kind === 'node' ? property(argument, 'uri') : property(argument, 'chain', 'uri');
  const id = kind === 'node' ? property(argument, 'node', 'id') : undefined;
  if (typeof uri !== 'string') return undefined;
  return { chain: uri, ...(typeof id === 'string' ? { node: id } : {}) };
}

/** What a chain offers at a node; a node that calls for no document stands for its chain. `undefined`: there is no such chain. */
export async function sourceAt(
  server: ServerClient,
  kind: DocumentKind,
  chain: string,
  node: string | undefined,
): Promise<DocumentSource | undefined> {
  await hand(chain);
  const sources = await knownSources(server, kind, chain);
  return sources.find(source => source.node === node) ?? sources.at(-1);
}

/** Opens the chain, and so hands it to the server, which may not have heard yet of a file that was made a moment ago. */
async function hand(chain: string): Promise<void> {
  const uri = Uri.parse(chain);
  if (uri.scheme === 'untitled' || !(await exists(uri))) return;
  // What is no text is no chain either, as the server will say.
  await workspace.openTextDocument(uri).then(undefined, () => undefined);
}

/**
 * What the active editor says: the chain in it, and the innermost node around the cursor that calls for the document. `undefined` where it shows no
 * chain, or one in which the cursor decides nothing between several nodes.
 */
export async function sourceAtCursor(
  server: ServerClient,
  kind: DocumentKind,
): Promise<DocumentSource | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isChainDocument(editor.document)) return undefined;
  const sources = await knownSources(server, kind, editor.document.uri.toString());
  if (sources.length === 1) return sources[0];
  const { line } = editor.selection.active;
  return sources.findLast(({ range }) => range && range.start.line <= line && line <= range.end.line);
}

/** Everything that a document may come from, chain by chain, that of the active editor first; and no chain at all, once for each folder. */
export function sourceChoices(
  kind: DocumentKind,
  sources: readonly DocumentSource[],
): readonly Choice<ChosenSource>[] {
  const active = window.activeTextEditor?.document.uri.toString();
  const uris = [...new Set(sources.map(({ uri }) => uri))];
  uris.sort((left, right) => Number(right === active) - Number(left === active));
  const choices = uris.flatMap((uri): Choice<ChosenSource>[] => {
    const own = sources.filter(source => source.uri === uri);
    const path = workspace.asRelativePath(Uri.parse(uri));
    if (kind === 'post-mortem') return own.map(source => choice(source, source.chainTitle, path));
    const [first] = own;
    if (first === undefined) return [];
    const label = `${first.chainTitle} (${path})`;
    const heading: Choice<ChosenSource> = { label, kind: QuickPickItemKind.Separator };
    const whole = l10n.t('the chain as a whole');
    return [
      heading,
      ...own.map(source =>
        source.node === undefined
          ? choice(source, source.chainTitle, whole)
          : choice(source, source.label, undefined),
      ),
    ];
  });
  return [...choices, ...withoutChain(choices.length > 0)];
}

const choice = (
  source: DocumentSource,
  label: string,
  description: string | undefined,
): Choice<ChosenSource> => ({
  label: literally(label),
  ...(description === undefined ? {} : { description }),
  iconPath: new ThemeIcon(source.node === undefined ? 'layers' : 'question'),
  value: { source },
});

function withoutChain(hasChains: boolean): readonly Choice<ChosenSource>[] {
  const folders = workspace.workspaceFolders ?? [];
  const label = l10n.t('Without a chain');
  const iconPath = new ThemeIcon('file');
  const separator: Choice<ChosenSource> = { label: '', kind: QuickPickItemKind.Separator };
  const items: readonly Choice<ChosenSource>[] =
    folders.length <= 1
      ? [{ label, iconPath, value: { source: null } }]
      : folders.map(folder => ({
          ...{ label, iconPath, description: folder.name },
          value: { source: null, root: folder },
        }));
  return hasChains ? [separator, ...items] : items;
}
