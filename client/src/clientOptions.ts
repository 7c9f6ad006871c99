/** How the client library is set up. Loaded with the library, when the client starts, never before. */
import { type LogOutputChannel, MarkdownString, Uri } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { documentSelector, isChainDocument } from './documents.ts';
import { packedLibrary } from './library.ts';
import { withRulePages } from './rulePages.ts';
import { refuseUnsaved, withoutUnsaved } from './unsavedFiles.ts';
import { withoutDoubles } from './yamlExtension.ts';

export interface ClientHost {
  readonly log: LogOutputChannel;
  /** The server ended by itself: whether to start it again. Whoever answers tells the person. */
  ended(): 'restart' | 'give up';
}

const referenceCommand = 'skillChains.openReference';

/** `extension` is the folder the extension is installed in. */
export function clientOptions(extension: Uri, host: ClientHost): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    retriggerCompletion: true,
    offersFiles: true,
    library: packedLibrary(extension).toString(),
    layoutEngine: Uri.joinPath(extension, 'dist', 'webview', 'elk-worker.min.js').toString(),
    commands: [
      'skillChains.newDecisionRecord',
      'skillChains.newPostMortem',
      'skillChains.applyVariation',
      'skillChains.openGraph',
      'skillChains.showReferences',
      referenceCommand,
    ],
  };
  return {
    documentSelector,
    outputChannel: host.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'skill-chains',
    initializationOptions,
    errorHandler: {
      // A message that could not be read or written costs that message; only a closed connection ends the server.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({
        action: host.ended() === 'restart' ? CloseAction.Restart : CloseAction.DoNotRestart,
        handled: true,
      }),
    },
    initializationFailedHandler: () => false,
    // What the server never saw opened it answers with nothing, so keeping documents from it here is enough.
    middleware: {
      handleDiagnostics: (uri, findings, next) => next(uri, withRulePages(withoutDoubles(uri, findings))),
      // The server writes one link into a hover, and words of a document only escaped: nothing else may be run from there.
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        for (const content of hover?.contents ?? []) {
          if (content instanceof MarkdownString) content.isTrusted = { enabledCommands: [referenceCommand] };
        }
        return hover;
      },
      provideRenameEdits: async (document, position, newName, token, next) => {
        const edit = await next(document, position, newName, token);
        refuseUnsaved(edit);
        return edit;
      },
      workspace: {
        willRenameFiles: async (event, next) => {
          const edit = await next(event);
          return edit && withoutUnsaved(edit);
        },
      },
      didOpen: async (document, next) => {
        if (isChainDocument(document)) await next(document);
      },
      didChange: async (event, next) => {
        if (isChainDocument(event.document)) await next(event);
      },
      didSave: async (document, next) => {
        if (isChainDocument(document)) await next(document);
      },
    },
  };
}
