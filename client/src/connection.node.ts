/** The language server as a child process of the desktop's and the remote's extension host. Loaded when the client starts. */
import { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { serverFlags } from '../../server/src/lsp/protocol.ts';
import { type ClientHost, clientOptions } from './clientOptions.ts';

/** `extension` is the folder the extension is installed in. */
export function createNodeClient(extension: Uri, host: ClientHost): BaseLanguageClient {
  const module = Uri.joinPath(extension, 'dist', 'server.js').fsPath;
  const start = { module, transport: TransportKind.ipc };
  const run = { ...start, options: { execArgv: [...serverFlags] } };
  const debug = { ...start, options: { execArgv: [...serverFlags, '--nolazy', '--inspect=6009'] } };
  return new LanguageClient('skillChains', 'Skill Chains', { run, debug }, clientOptions(extension, host));
}
