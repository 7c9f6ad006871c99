import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature.ts';
import { namedAt, occurrencesOf } from './support/occurrences.ts';

/** Every place in this document of what is named at a position; where it is declared as written, elsewhere as read. */
export function documentHighlights(
  context: FeatureContext,
  position: Position,
): readonly DocumentHighlight[] {
  const { document } = context;
  const symbol = namedAt(context, document.lines.offset(position));
  if (symbol === undefined) return [];
  return occurrencesOf(context, symbol, each => each.uri === document.uri)
    .filter(({ uri }) => uri === document.uri)
    .map(({ span, declares }) => ({
      range: document.lines.range(span),
      kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
