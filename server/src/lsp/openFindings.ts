/**
 * What clients are shown of open documents. The same findings of the same text are sent once: each publication makes an editor
 * work them out anew on the screen, and VS Code drops a menu of fixes that a person opened just before.
 */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { OpenDocument } from './openDocuments.ts';

/** What a client is sent; `version` is absent where findings belong to no text. */
export interface Publication {
  /** As the client spells it. */
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

export interface OpenFindings {
  /** The document is opened (anew), so its client shows nothing of it that counts; or it is closed. */
  forget(uri: string): void;
  show(document: OpenDocument, diagnostics: readonly Diagnostic[]): void;
  /** @param document Its file is gone, so nothing is shown of it. */
  takeBack(document: OpenDocument): void;
}

export function createOpenFindings(send: (publication: Publication) => void): OpenFindings {
  /** The last publication of each document as one text, by canonical URI. */
  const sent = new Map<string, string>();
  return {
    forget: uri => {
      sent.delete(uri);
    },
    show: ({ uri, clientUri, version }, diagnostics) => {
      const publication = { uri: clientUri, version, diagnostics: [...diagnostics] };
      const text = JSON.stringify(publication);
      // A newer version is told of even so: the editor has moved what it shows along with the text.
      if (sent.get(uri) === text) return;
      sent.set(uri, text);
      send(publication);
    },
    takeBack: ({ uri, clientUri }) => {
      sent.delete(uri);
      send({ uri: clientUri, diagnostics: [] });
    },
  };
}
