/** The core answers in the protocol's richest form; older clients get the plain form of the same answer. */
import type {
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  MarkupContent,
  SymbolInformation,
} from 'vscode-languageserver-types';
import { isLibraryUri } from '../core/index.ts';
import type { ClientTraits } from './clientTraits.ts';

/** Nested symbols, or for clients that know no nesting a flat list in text order with the container's name. */
export function adaptSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  traits: ClientTraits,
): readonly (DocumentSymbol | SymbolInformation)[] {
  if (traits.nestedSymbols) return symbols;
  const flatten = (level: readonly DocumentSymbol[], container: string | undefined): SymbolInformation[] =>
    level.flatMap(({ name, kind, range, children }) => [
      {
        name,
        kind,
        location: { uri, range },
        ...(container === undefined ? {} : { containerName: container }),
      },
      ...flatten(children ?? [], name),
    ]);
  return flatten(symbols, undefined);
}

export function adaptDefinitions(
  definitions: readonly (Location | LocationLink)[],
  traits: ClientTraits,
): readonly (Location | LocationLink)[] {
  // A client that does not say where the library is has no way to show its documents.
  const opened =
    traits.library === undefined ? definitions.filter(each => !isLibraryUri(uriOf(each))) : definitions;
  if (traits.definitionLinks) return opened;
  return opened.map(definition =>
    'targetUri' in definition
      ? { uri: definition.targetUri, range: definition.targetSelectionRange }
      : definition,
  );
}

const uriOf = (definition: Location | LocationLink): string =>
  'targetUri' in definition ? definition.targetUri : definition.uri;

/** A client without Markdown gets the same words marked as plain text: Markdown is made to be read as it stands. */
export function adaptHover(hover: Hover | null, traits: ClientTraits): Hover | null {
  if (hover === null || traits.markdownHover || !isMarkup(hover.contents)) return hover;
  return { ...hover, contents: { kind: 'plaintext', value: hover.contents.value } };
}

const isMarkup = (contents: Hover['contents']): contents is MarkupContent =>
  typeof contents === 'object' && 'kind' in contents;

/** Without the links that lead where a client cannot go. */
export function adaptInlayHint(hint: InlayHint, traits: ClientTraits): InlayHint {
  if (traits.library !== undefined || typeof hint.label === 'string') return hint;
  const label = hint.label.map(({ location, ...part }) =>
    location === undefined || isLibraryUri(location.uri) ? part : { ...part, location },
  );
  return { ...hint, label };
}
