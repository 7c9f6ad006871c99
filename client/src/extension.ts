/**
 * The extension in every host: one that runs Node (the desktop, and the far side of a remote window), and one in a web worker (the editor in
 * a browser). One bundle for both halves what the package holds of the client; of each way to the server only the one that is used is run.
 */
import type { ExtensionContext } from 'vscode';
import { activateExtension } from './activate.ts';
import type { ServerClient } from './languageClient.ts';
import { registerTasks } from './tasks.node.ts';

let server: ServerClient | undefined;

/** Only a worker of a browser has this; Node has none of it in its own workers. */
const isWebWorker = 'importScripts' in globalThis;

export function activate(context: ExtensionContext): void {
  server = activateExtension(context, async host => {
    if (isWebWorker) {
      const { createWebClient } = await import('./connection.web.ts');
      return createWebClient(context.extensionUri, host);
    }
    const { createNodeClient } = await import('./connection.node.ts');
    return createNodeClient(context.extensionUri, host);
  });
  if (!isWebWorker) context.subscriptions.push(registerTasks(context.extensionUri, server));
}

/** The editor waits for this one, and not for what is disposed, before it ends the host. */
export const deactivate = (): Promise<void> | undefined => server?.stop();
