/** What a row of `handlers.ts` is, and how rows are made: how the parameters of a request are read, and what they are about. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { LanguageService } from '../core/index.ts';
import type { ClientTraits } from './clientTraits.ts';
import { field, text } from './params.ts';
import type { Settings } from './settings.ts';
import { canonicalUri } from './uris.ts';

/** A request whose parameters were read. */
export interface ReadRequest {
  /** The document it is about, canonical; `undefined`: about none. */
  readonly uri: string | undefined;
  /** Takes the row's fallback's place. */
  readonly fallback?: unknown;
  run(service: LanguageService, traits: ClientTraits, settings: Settings): unknown;
}

export interface Handler {
  readonly method: string;
  /** What `initialize` announces for it. */
  readonly capability: ServerCapabilities;
  /**
   * `document`: the text alone tells. `project`: the answer names other files, so the workspace must have been read, or the library
   * where the document is one of its own. `library`: both. `links`: the workspace, and the Markdown in it that leads to documents.
   */
  readonly needs: 'document' | 'project' | 'library' | 'links';
  /** Its parameters point into the text, and mean nothing once the text changed. */
  readonly positional: boolean;
  /** The answer where there is none: for documents nobody knows, and where answering failed. */
  readonly fallback: unknown;
  /** `undefined`: parameters that make no sense. */
  read(params: unknown): ReadRequest | undefined;
}

const documentUri = (params: unknown): string | undefined => {
  const uri = text(field(params, 'textDocument', 'uri'));
  return uri === undefined ? undefined : canonicalUri(uri);
};

type Answer<Input> = (
  service: LanguageService,
  uri: string,
  input: Input,
  traits: ClientTraits,
  settings: Settings,
) => unknown;

/** A row for a request about one document; `input` reads what it has besides the document. */
export function aboutDocument<Input>(
  row: Omit<Handler, 'read'>,
  input: (params: unknown) => Input | undefined,
  answer: Answer<Input>,
): Handler {
  return {
    ...row,
    read: params => {
      const uri = documentUri(params);
      const read = input(params);
      if (uri === undefined || read === undefined) return undefined;
      return {
        uri,
        run: (service, traits, settings) => answer(service, uri, read, traits, settings),
      };
    },
  };
}

/** A row for a request of our own: nothing announces it, and its answer speaks of names in other files. */
export const ofOurs = (
  method: string,
  fallback: unknown,
  read: Handler['read'],
  needs: Handler['needs'] = 'project',
): Handler => ({
  method,
  capability: {},
  needs,
  positional: false,
  fallback,
  read,
});

/** A row for a request about what `prepareCallHierarchy` answered, which comes back as it was given. */
export const aboutCalls = (method: string, answer: Answer<string | undefined>): Handler => ({
  method,
  capability: {},
  needs: 'project',
  positional: false,
  fallback: [],
  read: params => {
    const uri = canonicalUri(text(field(params, 'item', 'uri')) ?? '');
    const item = text(field(params, 'item', 'data'));
    return uri === undefined
      ? undefined
      : { uri, run: (service, traits, settings) => answer(service, uri, item, traits, settings) };
  },
});

/** Our own requests name their document by `uri` alone. */
export function aboutUri(
  params: unknown,
  answer: (service: LanguageService, uri: string) => unknown,
): ReadRequest | undefined {
  const given = text(field(params, 'uri'));
  const uri = given === undefined ? undefined : canonicalUri(given);
  return uri === undefined ? undefined : { uri, run: service => answer(service, uri) };
}
