/** The requests of our own, which no other server answers: see `protocol.ts`. */
import { documentRequest, sourcesRequest, takeRequest } from './documentParams.ts';
import { aboutUri, type Handler, ofOurs } from './handler.ts';
import { field, integer, text } from './params.ts';
import {
  applyVariationMethod,
  chainsMethod,
  documentSourcesMethod,
  exportFormats,
  exportMethod,
  graphMethod,
  libraryEntriesMethod,
  libraryMethod,
  scaffoldMethod,
  searchLibraryMethod,
  suitesMethod,
  takeMethod,
  variationsMethod,
} from './protocol.ts';

export const ownHandlers: readonly Handler[] = [
  ofOurs(graphMethod, null, params => aboutUri(params, (service, uri) => service.graph(uri))),
  ofOurs(exportMethod, null, params => {
    const format = field(params, 'format');
    const known = exportFormats.find(each => each === format);
    return known && aboutUri(params, (service, uri) => service.exportChain(uri, known));
  }),
  ofOurs(chainsMethod, [], () => ({ uri: undefined, run: service => service.chains() })),
  ofOurs(suitesMethod, [], () => ({ uri: undefined, run: service => service.suites() })),
  ofOurs(libraryMethod, null, () => ({ uri: undefined, run: service => service.offeredLibrary() })),
  ofOurs(
    libraryEntriesMethod,
    [],
    () => ({ uri: undefined, run: service => service.libraryEntries() }),
    'library',
  ),
  ofOurs(
    searchLibraryMethod,
    [],
    params => {
      const query = text(field(params, 'query'));
      return query === undefined
        ? undefined
        : { uri: undefined, run: service => service.searchLibrary(query) };
    },
    'library',
  ),
  ofOurs(variationsMethod, [], params => aboutUri(params, (service, uri) => service.variations(uri))),
  ofOurs(applyVariationMethod, null, params => {
    const index = integer(field(params, 'index'));
    const mode = field(params, 'mode');
    if (index === undefined || (mode !== 'always' && mode !== 'optional')) return undefined;
    return aboutUri(params, (service, uri) => service.applyVariation(uri, index, mode));
  }),
  ofOurs(
    takeMethod,
    null,
    params => {
      const request = takeRequest(params);
      return request && { uri: undefined, run: service => service.takeAlong(request) };
    },
    'library',
  ),
  ofOurs(documentSourcesMethod, [], params => {
    const request = sourcesRequest(params);
    return (
      request && { uri: request.uri, run: service => service.documentSources(request.kind, request.uri) }
    );
  }),
  ofOurs(scaffoldMethod, null, params => {
    const request = documentRequest(params);
    return request && { uri: request.chain?.uri, run: service => service.scaffold(request) };
  }),
];
