import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import { anchoredAt, placesOf } from '../syntax/anchors.ts';
import type { FeatureContext } from './feature.ts';
import { namedAt, type Occurrence, occurrencesOf } from './support/occurrences.ts';

/** Every place in this document of what is named at a position; where it is declared as written, elsewhere as read. */
export function documentHighlights(
  context: FeatureContext,
  position: Position,
): readonly DocumentHighlight[] {
  const { document } = context;
  return placesAt(context, document.lines.offset(position)).map(({ span, declares }) => ({
    range: document.lines.range(span),
    kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function placesAt(context: FeatureContext, offset: number): readonly Pick<Occurrence, 'span' | 'declares'>[] {
  const { tree, uri } = context.document;
  const anchored = anchoredAt(tree, offset);
  if (anchored !== undefined) return placesOf(anchored);
  const symbol = namedAt(context, offset);
  if (symbol === undefined) return [];
  return occurrencesOf(context, symbol, each => each.uri === uri).filter(each => each.uri === uri);
}
