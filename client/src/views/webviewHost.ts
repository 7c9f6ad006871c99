/**
 * The shell that every webview of the extension stands in: one page, set once, under a policy that runs nothing but our own script,
 * and a channel on which both sides read what they get before they believe it.
 */
import type { Disposable, Uri as UriType, Webview } from 'vscode';
import { env, Uri } from 'vscode';

/** What a page is made of: files below `webviewFolder`, and its name for screen readers. */
export interface WebviewPage {
  readonly script: string;
  readonly style: string;
  readonly title: string;
}

/** The one folder that a page may load from; nothing else of the extension is in it. `extension` is where that is installed. */
const webviewFolder = (extension: UriType): UriType => Uri.joinPath(extension, 'dist', 'webview');

/** Sets the page. Once: setting it again would throw away what a person sees. */
export function fillWebview(webview: Webview, extension: UriType, page: WebviewPage): void {
  const folder = webviewFolder(extension);
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
  const nonce = createNonce();
  webview.html = `<!DOCTYPE html>
<html lang="${escapeMarkup(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(contentPolicy(webview.cspSource, nonce))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(page.title)}</title>
<link rel="stylesheet" href="${escapeMarkup(address(page.style))}">
</head>
<body>
<script nonce="${nonce}" src="${escapeMarkup(address(page.script))}"></script>
</body>
</html>`;
}

/** `source` is where the editor serves a webview's files from. */
function contentPolicy(source: string, nonce: string): string {
  return [
    `default-src 'none'`,
    `img-src ${source} data: blob:`,
    `font-src ${source}`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    'worker-src blob:',
    `connect-src ${source}`,
  ].join('; ');
}

/** 128 random bits. */
const createNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What either side says of a message that it does not know. */
export interface Rejection {
  readonly type: 'rejected';
  readonly reason: string;
}

export interface WebviewChannel<Out> extends Disposable {
  post(message: Out): void;
}

/**
 * Opens the channel to a page.
 * @param read The message as it must be, or `undefined`: then the page is told so, and the message goes nowhere.
 */
export function openWebviewChannel<In, Out>(
  webview: Webview,
  read: (message: unknown) => In | undefined,
  onMessage: (message: In) => void,
): WebviewChannel<Out> {
  const listening = webview.onDidReceiveMessage((given: unknown) => {
    const message = read(given);
    if (message !== undefined) return onMessage(message);
    const rejection: Rejection = { type: 'rejected', reason: 'The editor knows no such message.' };
    void webview.postMessage(rejection);
  });
  return {
    post: message => void webview.postMessage(message),
    dispose: () => listening.dispose(),
  };
}
