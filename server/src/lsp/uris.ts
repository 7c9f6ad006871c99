/**
 * One spelling per document. Clients differ in what they escape (`c:` or `c%3A`, `+` or `%2B`, `C:` or `c:`), so everything
 * that comes in is brought to the form that VS Code itself writes, and the core only ever sees that.
 */
import { URI } from 'vscode-uri';

/** The canonical spelling; `undefined` where the text is no URI with a scheme. */
export function canonicalUri(uri: string): string | undefined {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return undefined;
  }
}

/** The canonical spelling of a folder: without a trailing slash, so that a child is the folder, a slash and its path. */
export function canonicalFolderUri(uri: string): string | undefined {
  const canonical = canonicalUri(uri);
  if (canonical === undefined) return undefined;
  const trimmed = canonical.replace(/\/+$/, '');
  return trimmed.endsWith(':') ? canonical : trimmed;
}

/** Whether `uri` is `folder` or lies below it; both canonical. */
export const liesIn = (folder: string, uri: string): boolean =>
  uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
