/** Reading what a client asks of documents to be made. */
import type { DocumentKind, DocumentRequest, TakeRequest, TemplateName } from '../core/index.ts';
import { field, integer, list, text } from './params.ts';
import { isKebabCase, isPlanId } from './protocol.ts';
import { canonicalFolderUri, canonicalUri } from './uris.ts';

export interface SourcesRequest {
  readonly kind: DocumentKind;
  readonly uri: string | undefined;
}

/** `undefined`: parameters that make no sense. */
export function sourcesRequest(params: unknown): SourcesRequest | undefined {
  const kind = text(field(params, 'kind'));
  if (kind !== 'adr' && kind !== 'post-mortem') return undefined;
  const given = text(field(params, 'uri'));
  return { kind, uri: given === undefined ? undefined : canonicalUri(given) };
}

const templateNames: readonly TemplateName[] = ['madr', 'madr-minimal', 'nygard', 'post-mortem'];

/** `undefined`: parameters that make no sense. A date and a time are held to their form, as they go into the document as they are. */
export function documentRequest(params: unknown): DocumentRequest | undefined {
  const template = templateNames.find(name => name === field(params, 'template'));
  const title = text(field(params, 'title'));
  const date = text(field(params, 'date'));
  const time = text(field(params, 'time'));
  if (template === undefined || title === undefined || date === undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time ?? '00:00')) return undefined;
  const number = integer(field(params, 'number'));
  const author = text(field(params, 'author'));
  const target = text(field(params, 'target'));
  const chain = canonicalUri(text(field(params, 'chain', 'uri')) ?? '');
  const hasChain = field(params, 'chain') !== undefined;
  if (hasChain && chain === undefined) return undefined;
  return {
    ...{ template, title, date, time, number },
    author: author?.trim() === '' ? undefined : author,
    chain: chain === undefined ? undefined : { uri: chain, node: text(field(params, 'chain', 'node')) },
    target: target === undefined ? undefined : canonicalUri(target),
  };
}

/** `undefined`: parameters that make no sense. An id is held to its form, as it goes into a document as it is. */
export function takeRequest(params: unknown): TakeRequest | undefined {
  const documents = list(field(params, 'documents')).map(document => {
    const [uri, id] = [canonicalUri(text(field(document, 'uri')) ?? ''), text(field(document, 'id'))];
    const isId = id !== undefined && (isKebabCase(id) || isPlanId(id));
    return uri === undefined || !isId ? undefined : { uri, id };
  });
  const folder = text(field(params, 'folder'));
  if (documents.length === 0 || !documents.every(document => document !== undefined)) return undefined;
  return { documents, folder: folder === undefined ? undefined : canonicalFolderUri(folder) };
}
