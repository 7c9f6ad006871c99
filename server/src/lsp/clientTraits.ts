/** What the client said it can do, as plain answers to the questions this server has. */
import { field, list, text } from './params.ts';
import { canonicalUri } from './uris.ts';

export interface ClientTraits {
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** It lets `workspace/didChangeConfiguration` be registered for a section. */
  readonly registersConfiguration: boolean;
  /** It watches files for a server that registers for it. */
  readonly registersFileWatching: boolean;
  /** Completion may insert snippets. */
  readonly snippets: boolean;
  /** Edits of an action may hold snippets. */
  readonly snippetEdits: boolean;
  /** It is VS Code's own client, whose commands an item may call: it says so in its initialization options. */
  readonly retrigger: boolean;
  /** It reads files for the server: see `readFileMethod`. */
  readonly offersFiles: boolean;
  /** The canonical address of the packed library; `undefined`: it did not say. */
  readonly library: string | undefined;
  /** The canonical address of the layout engine's script; `undefined`: it did not say. */
  readonly layoutEngine: string | undefined;
  /** The ids of the commands that it answers to when a lens calls them; it says so in its initialization options. */
  readonly commands: readonly string[];
  /** It makes edits in which files get other names. */
  readonly renamesFiles: boolean;
  /** Symbols may be nested. */
  readonly nestedSymbols: boolean;
  /** A definition may be a link with the range it comes from. */
  readonly definitionLinks: boolean;
  /** Hovers may be Markdown. */
  readonly markdownHover: boolean;
  /** It asks for tooltip and link of an inlay hint when it shows them. */
  readonly resolvesHints: boolean;
  /** What it asks for again when it is told to. */
  readonly refreshes: ReadonlySet<Refreshed>;
}

/** What a client shows beside a text and may be told to ask for again, by the names of the protocol. */
export const refreshed = ['semanticTokens', 'inlayHint', 'codeLens'] as const;
export type Refreshed = (typeof refreshed)[number];

/** `params` are those of `initialize`. */
export function readClientTraits(params: unknown): ClientTraits {
  const has = (...path: readonly string[]): boolean => field(params, 'capabilities', ...path) === true;
  const hintProperties = list(
    field(params, 'capabilities', 'textDocument', 'inlayHint', 'resolveSupport', 'properties'),
  );
  const hoverFormats = field(params, 'capabilities', 'textDocument', 'hover', 'contentFormat');
  return {
    configuration: has('workspace', 'configuration'),
    registersConfiguration: has('workspace', 'didChangeConfiguration', 'dynamicRegistration'),
    registersFileWatching: has('workspace', 'didChangeWatchedFiles', 'dynamicRegistration'),
    snippets: has('textDocument', 'completion', 'completionItem', 'snippetSupport'),
    snippetEdits:
      has('workspace', 'workspaceEdit', 'snippetEditSupport') &&
      has('workspace', 'workspaceEdit', 'documentChanges'),
    retrigger: field(params, 'initializationOptions', 'retriggerCompletion') === true,
    offersFiles: field(params, 'initializationOptions', 'offersFiles') === true,
    library: canonicalUri(text(field(params, 'initializationOptions', 'library')) ?? ''),
    layoutEngine: canonicalUri(text(field(params, 'initializationOptions', 'layoutEngine')) ?? ''),
    commands: list(field(params, 'initializationOptions', 'commands')).filter(id => typeof id === 'string'),
    renamesFiles:
      has('workspace', 'workspaceEdit', 'documentChanges') &&
      list(field(params, 'capabilities', 'workspace', 'workspaceEdit', 'resourceOperations')).includes(
        'rename',
      ),
    nestedSymbols: has('textDocument', 'documentSymbol', 'hierarchicalDocumentSymbolSupport'),
    definitionLinks: has('textDocument', 'definition', 'linkSupport'),
    markdownHover: hoverFormats === undefined || list(hoverFormats).includes('markdown'),
    resolvesHints: ['tooltip', 'label.tooltip', 'label.location'].every(each =>
      hintProperties.includes(each),
    ),
    refreshes: new Set(refreshed.filter(each => has('workspace', each, 'refreshSupport'))),
  };
}
