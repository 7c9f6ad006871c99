/**
 * The requests this server answers: one row each, from which the announced capabilities follow. A row reads the parameters,
 * says what it must wait for, calls the facade once, and has an answer for when that fails.
 */

import type { ServerCapabilities } from 'vscode-languageserver';
import type { CompletionItem } from 'vscode-languageserver-types';
import { codeActionKinds, tokenModifiers, tokenTypes } from '../core/index.ts';
import { adaptDefinitions, adaptHover, adaptInlayHint, adaptSymbols } from './adapt.ts';
import type { ClientTraits } from './clientTraits.ts';
import { aboutCalls, aboutDocument, type Handler } from './handler.ts';
import { hintData, isInlayHint } from './inlayHintParams.ts';
import { ownHandlers } from './ownHandlers.ts';
import { field, integer, isFields, list, position, range, text } from './params.ts';
import { fileOperations, movesAnswer, movesIn, orRefused, renameAnswer } from './renames.ts';

const nothing = (): true => true;
/** A client that says nothing of indentation gets the language's own. */
const formatOptions = (params: unknown) => ({
  tabSize: integer(field(params, 'options', 'tabSize')) ?? 2,
  insertSpaces: field(params, 'options', 'insertSpaces') === true,
});
const place = (params: unknown) => position(field(params, 'position'));

export const handlers: readonly Handler[] = [
  aboutDocument(
    {
      method: 'textDocument/completion',
      // Values follow a colon and a blank, items a hyphen, and flow style its brackets and commas.
      capability: {
        completionProvider: {
          triggerCharacters: [':', ' ', '-', '[', '{', ',', '@'],
          resolveProvider: true,
        },
      },
      needs: 'project',
      positional: true,
      fallback: { isIncomplete: false, items: [] },
    },
    params => {
      const at = place(params);
      return at && { at, typed: text(field(params, 'context', 'triggerCharacter')) };
    },
    (service, uri, { at, typed }, traits) =>
      service.completion(uri, at, {
        ...{ snippets: traits.snippets, retrigger: traits.retrigger },
        ...(typed !== undefined && { typed }),
      }),
  ),
  {
    method: 'completionItem/resolve',
    capability: {},
    needs: 'document',
    positional: false,
    fallback: null,
    read: params =>
      isCompletionItem(params)
        ? { uri: undefined, fallback: params, run: service => service.resolveCompletion(params) }
        : undefined,
  },
  aboutDocument(
    {
      method: 'textDocument/hover',
      capability: { hoverProvider: true },
      needs: 'project',
      positional: true,
      fallback: null,
    },
    place,
    (service, uri, at, traits) => adaptHover(service.hover(uri, at, traits.commands), traits),
  ),
  aboutDocument(
    {
      method: 'textDocument/definition',
      capability: { definitionProvider: true },
      needs: 'project',
      positional: true,
      fallback: [],
    },
    place,
    (service, uri, at, traits) => adaptDefinitions(service.definition(uri, at), traits),
  ),
  aboutDocument(
    {
      method: 'textDocument/references',
      capability: { referencesProvider: true },
      needs: 'links',
      positional: true,
      fallback: [],
    },
    params => {
      const at = place(params);
      return at && { at, withDeclarations: field(params, 'context', 'includeDeclaration') === true };
    },
    (service, uri, { at, withDeclarations }) => service.references(uri, at, withDeclarations),
  ),
  aboutDocument(
    {
      method: 'textDocument/documentHighlight',
      capability: { documentHighlightProvider: true },
      needs: 'project',
      positional: true,
      fallback: [],
    },
    place,
    (service, uri, at) => service.documentHighlights(uri, at),
  ),
  aboutDocument(
    {
      method: 'textDocument/prepareRename',
      capability: {},
      needs: 'project',
      positional: true,
      fallback: null,
    },
    place,
    (service, uri, at) => orRefused(service.prepareRename(uri, at)),
  ),
  aboutDocument(
    {
      method: 'textDocument/rename',
      capability: { renameProvider: { prepareProvider: true } },
      needs: 'links',
      positional: true,
      fallback: null,
    },
    params => {
      const at = place(params);
      const newName = text(field(params, 'newName'));
      return at === undefined || newName === undefined ? undefined : { at, newName };
    },
    (service, uri, { at, newName }, traits) =>
      renameAnswer(service, service.rename(uri, at, newName), traits),
  ),
  {
    method: 'workspace/willRenameFiles',
    // Announced with the folders, below.
    capability: {},
    needs: 'links',
    positional: false,
    fallback: null,
    read: params => {
      const moves = movesIn(params);
      return { uri: undefined, run: service => movesAnswer(service, moves) };
    },
  },
  aboutDocument(
    {
      method: 'textDocument/codeAction',
      capability: {
        codeActionProvider: { codeActionKinds: [...codeActionKinds] },
      },
      needs: 'project',
      positional: true,
      fallback: [],
    },
    params => {
      const where = range(field(params, 'range'));
      const only = field(params, 'context', 'only');
      return (
        where && {
          where,
          only: only === undefined ? undefined : list(only).filter(kind => typeof kind === 'string'),
          // `CodeActionTriggerKind.Automatic`; a client that says nothing is asked by a person.
          byPerson: field(params, 'context', 'triggerKind') !== 2,
        }
      );
    },
    (service, uri, { where, only, byPerson }, { snippetEdits }) =>
      service.codeActions(uri, where, only, { byPerson, snippetEdits }),
  ),
  aboutDocument(
    {
      method: 'textDocument/documentSymbol',
      capability: { documentSymbolProvider: { label: 'Skill Chains' } },
      needs: 'document',
      positional: false,
      fallback: [],
    },
    nothing,
    (service, uri, _, traits) => adaptSymbols(service.documentSymbols(uri), uri, traits),
  ),
  aboutDocument(
    {
      method: 'textDocument/prepareCallHierarchy',
      capability: { callHierarchyProvider: true },
      needs: 'project',
      positional: true,
      fallback: null,
    },
    place,
    (service, uri, at) => service.prepareCallHierarchy(uri, at),
  ),
  aboutCalls('callHierarchy/incomingCalls', (service, uri, item) => service.incomingCalls(uri, item)),
  aboutCalls('callHierarchy/outgoingCalls', (service, uri, item) => service.outgoingCalls(uri, item)),
  {
    method: 'workspace/symbol',
    capability: { workspaceSymbolProvider: true },
    needs: 'project',
    positional: false,
    fallback: [],
    read: params => {
      const query = text(field(params, 'query'));
      return query === undefined
        ? undefined
        : { uri: undefined, run: service => service.workspaceSymbols(query) };
    },
  },
  aboutDocument(
    {
      method: 'textDocument/foldingRange',
      capability: { foldingRangeProvider: true },
      needs: 'document',
      positional: false,
      fallback: [],
    },
    nothing,
    (service, uri) => service.foldingRanges(uri),
  ),
  aboutDocument(
    {
      method: 'textDocument/selectionRange',
      capability: { selectionRangeProvider: true },
      needs: 'document',
      positional: true,
      fallback: null,
    },
    params => {
      const positions = list(field(params, 'positions')).map(position);
      return positions.every(at => at !== undefined) ? positions : undefined;
    },
    (service, uri, positions) => service.selectionRanges(uri, positions),
  ),
  aboutDocument(
    {
      method: 'textDocument/documentLink',
      capability: { documentLinkProvider: { resolveProvider: false } },
      needs: 'project',
      positional: false,
      fallback: [],
    },
    nothing,
    (service, uri) => service.documentLinks(uri),
  ),
  aboutDocument(
    {
      method: 'textDocument/codeLens',
      capability: { codeLensProvider: { resolveProvider: false } },
      needs: 'project',
      positional: false,
      fallback: [],
    },
    nothing,
    (service, uri, _, traits) => service.codeLenses(uri, traits.commands),
  ),
  aboutDocument(
    {
      method: 'textDocument/formatting',
      capability: { documentFormattingProvider: true },
      needs: 'document',
      positional: true,
      fallback: [],
    },
    formatOptions,
    (service, uri, options) => service.formatting(uri, options),
  ),
  aboutDocument(
    {
      method: 'textDocument/rangeFormatting',
      capability: { documentRangeFormattingProvider: true },
      needs: 'document',
      positional: true,
      fallback: [],
    },
    params => {
      const where = range(field(params, 'range'));
      return where && { where, options: formatOptions(params) };
    },
    (service, uri, { where, options }) => service.rangeFormatting(uri, where, options),
  ),
  aboutDocument(
    {
      method: 'textDocument/inlayHint',
      capability: { inlayHintProvider: { resolveProvider: true } },
      needs: 'project',
      positional: true,
      fallback: [],
    },
    params => range(field(params, 'range')),
    (service, uri, where, traits, { inlayHints }) =>
      service
        .inlayHints(uri, where, inlayHints, traits.resolvesHints)
        .map(hint => adaptInlayHint(hint, traits)),
  ),
  {
    method: 'inlayHint/resolve',
    capability: {},
    needs: 'project',
    positional: false,
    fallback: null,
    read: params => {
      const data = hintData(params);
      if (!isInlayHint(params) || data === undefined) return undefined;
      return {
        uri: data.uri,
        fallback: params,
        run: (service, traits) => adaptInlayHint(service.resolveInlayHint(params, data), traits),
      };
    },
  },
  aboutDocument(
    {
      method: 'textDocument/semanticTokens/full',
      capability: {
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
          full: { delta: true },
          range: true,
        },
      },
      needs: 'project',
      positional: false,
      fallback: null,
    },
    nothing,
    (service, uri) => service.semanticTokens(uri),
  ),
  aboutDocument(
    {
      method: 'textDocument/semanticTokens/full/delta',
      capability: {},
      needs: 'project',
      positional: false,
      fallback: null,
    },
    params => text(field(params, 'previousResultId')),
    (service, uri, known) => service.semanticTokensSince(uri, known),
  ),
  aboutDocument(
    {
      method: 'textDocument/semanticTokens/range',
      capability: {},
      needs: 'project',
      positional: true,
      fallback: null,
    },
    params => range(field(params, 'range')),
    (service, uri, where) => service.semanticTokensIn(uri, where),
  ),
  ...ownHandlers,
];

/** An item comes back as it was given, so its label is all that must hold; a wrong rest costs the documentation, no more. */
const isCompletionItem = (value: unknown): value is CompletionItem =>
  isFields(value) && typeof value['label'] === 'string';

/** What a menu of refactorings leads to, in clients that show such a thing and have the command. */
const refactoringsPage = {
  kind: 'refactor',
  command: {
    title: 'About these refactorings',
    command: 'skillChains.openReference',
    arguments: [{ page: 'docs/refactorings.md' }],
  },
};

/** What `initialize` announces: how documents are kept in step, and one entry per row above. */
export function capabilities(
  { commands }: Pick<ClientTraits, 'commands'>,
  rows: readonly Handler[] = handlers,
): ServerCapabilities {
  const isDocumented = commands.includes(refactoringsPage.command.command);
  return Object.assign(
    {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
    } satisfies ServerCapabilities,
    ...rows.map(row => row.capability),
    isDocumented && {
      codeActionProvider: { codeActionKinds: [...codeActionKinds], documentation: [refactoringsPage] },
    },
  );
}
