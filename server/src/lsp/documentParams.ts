/** Reading what a client asks of documents to be made. */
import type { DocumentKind, DocumentRequest, TemplateName } from '../core/index.ts';
import { field, integer, text } from './params.ts';
import { canonicalUri } from './uris.ts';

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
