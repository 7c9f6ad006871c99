/**
 * What the extension is made of, as a list; nothing here takes time, and the server starts when something needs it.
 * What is returned is for the entry alone, which ends the server with the window.
 */
import type { Disposable, ExtensionContext } from 'vscode';
import { window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientHost } from './clientOptions.ts';
import { registerCommands } from './commands/index.ts';
import { isChainDocument } from './documents.ts';
import { createServerClient, type ServerClient } from './languageClient.ts';
import { registerLibrary } from './library.ts';
import { registerRulePages } from './rulePages.ts';
import { createChainsView } from './views/chains/chainsView.ts';
import { createGraphView } from './views/graph/graphView.ts';

export function activateExtension(
  context: ExtensionContext,
  connect: (host: ClientHost) => Promise<BaseLanguageClient>,
): ServerClient {
  const log = window.createOutputChannel('Skill Chains', { log: true });
  const server = createServerClient(log, connect);
  const chains = createChainsView(server);
  const graphs = createGraphView(context.extensionUri, server, message => log.warn(message));
  context.subscriptions.push(
    log,
    server,
    chains,
    graphs,
    registerLibrary(context.extensionUri),
    registerRulePages(context.extensionUri),
    startWithFirstDocument(server),
    registerCommands({ extensionUri: context.extensionUri, log, server, chains, graphs }),
  );
  return server;
}

function startWithFirstDocument(server: ServerClient): Disposable {
  if (workspace.textDocuments.some(isChainDocument)) void server.start();
  return workspace.onDidOpenTextDocument(document => {
    if (isChainDocument(document)) void server.start();
  });
}
