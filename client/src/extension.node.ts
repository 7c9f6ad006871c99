/** The extension in a host that runs Node: the desktop, and the far side of a remote window. */
import type { ExtensionContext } from 'vscode';
import { activateExtension } from './activate.ts';
import type { ServerClient } from './languageClient.ts';
import { registerTasks } from './tasks.node.ts';

let server: ServerClient | undefined;

export function activate(context: ExtensionContext): void {
  server = activateExtension(context, async host => {
    const { createNodeClient } = await import('./connection.node.ts');
    return createNodeClient(context.extensionUri, host);
  });
  context.subscriptions.push(registerTasks(context.extensionUri, server));
}

/** VS Code waits for this one, and not for what is disposed, before it ends the process. */
export const deactivate = (): Promise<void> | undefined => server?.stop();
