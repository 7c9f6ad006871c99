/** The extension in a host that runs in a web worker: the editor in a browser, without a far side. */
import type { ExtensionContext } from 'vscode';
import { activateExtension } from './activate.ts';
import type { ServerClient } from './languageClient.ts';

let server: ServerClient | undefined;

export function activate(context: ExtensionContext): void {
  server = activateExtension(context, async host => {
    const { createWebClient } = await import('./connection.web.ts');
    return createWebClient(context.extensionUri, host);
  });
}

/** The editor waits for this one, and not for what is disposed, before it ends the worker. */
export const deactivate = (): Promise<void> | undefined => server?.stop();
