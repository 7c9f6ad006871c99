/** The texts the client has open, kept in step by its incremental changes. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { field, integer, list, range, text } from './params.ts';
import { canonicalUri } from './uris.ts';

export interface OpenDocument {
  /** Canonical. */
  readonly uri: string;
  /** As the client spells it: what it is told must be spelled the same way. */
  readonly clientUri: string;
  readonly version: number;
  readonly text: string;
}

export interface OpenDocuments {
  /** Parameters of `didOpen`; gives the canonical URI, or `undefined` where they make no sense. */
  open(params: unknown): string | undefined;
  /** Parameters of `didChange`; `undefined` also where the document is not open. */
  change(params: unknown): string | undefined;
  close(uri: string): void;
  /** The open document that parameters with a `textDocument` mean. */
  named(params: unknown): OpenDocument | undefined;
  get(uri: string): OpenDocument | undefined;
  /** Canonical URIs, in the order of opening. */
  uris(): readonly string[];
}

export function createOpenDocuments(): OpenDocuments {
  const documents = new Map<string, { readonly clientUri: string; readonly document: TextDocument }>();
  const canonical = (params: unknown): string | undefined => {
    const uri = text(field(params, 'textDocument', 'uri'));
    return uri === undefined ? undefined : canonicalUri(uri);
  };
  const get = (uri: string): OpenDocument | undefined => {
    const known = documents.get(uri);
    if (known === undefined) return undefined;
    const { document, clientUri } = known;
    return { uri, clientUri, version: document.version, text: document.getText() };
  };
  return {
    open: params => {
      const uri = canonical(params);
      const clientUri = text(field(params, 'textDocument', 'uri'));
      const content = text(field(params, 'textDocument', 'text'));
      if (uri === undefined || clientUri === undefined || content === undefined) return undefined;
      const language = text(field(params, 'textDocument', 'languageId')) ?? '';
      const version = integer(field(params, 'textDocument', 'version')) ?? 0;
      documents.set(uri, { clientUri, document: TextDocument.create(clientUri, language, version, content) });
      return uri;
    },
    change: params => {
      const uri = canonical(params);
      const known = uri === undefined ? undefined : documents.get(uri);
      const version = integer(field(params, 'textDocument', 'version'));
      const changes = list(field(params, 'contentChanges')).map(contentChange);
      if (uri === undefined || known === undefined) return undefined;
      // A change that cannot be read would leave our text different from the client's: the readable ones are still applied,
      // as the whole text of the next full change, or the next opening, mends it.
      const readable = changes.filter(change => change !== undefined);
      const document = TextDocument.update(known.document, readable, version ?? known.document.version + 1);
      documents.set(uri, { clientUri: known.clientUri, document });
      return uri;
    },
    close: uri => {
      documents.delete(uri);
    },
    named: params => {
      const uri = canonical(params);
      return uri === undefined ? undefined : get(uri);
    },
    get,
    uris: () => [...documents.keys()],
  };
}

function contentChange(value: unknown): TextDocumentContentChangeEvent | undefined {
  const replacement = text(field(value, 'text'));
  if (replacement === undefined) return undefined;
  if (field(value, 'range') === undefined) return { text: replacement };
  const where = range(field(value, 'range'));
  return where === undefined ? undefined : { range: where, text: replacement };
}
