import type { Location, Position } from 'vscode-languageserver-types';
import { anchoredAt, placesOf } from '../syntax/anchors.ts';
import type { FeatureContext } from './feature.ts';
import { linkedPlaces } from './support/linkedPlaces.ts';
import { namedAt, occurrencesOf } from './support/occurrences.ts';

/**
 * Every place of what is named at a position, in all documents of the workspace folder: skills, teams, chains, nodes, artefacts, inputs,
 * measures, items, suites and plans; of an anchor the aliases that repeat it; then the paths that lead to it, in documents and in Markdown. Empty where nothing is named.
 *
 * @param withDeclarations The places that declare it are among them.
 */
export function references(
  context: FeatureContext,
  position: Position,
  withDeclarations: boolean,
): readonly Location[] {
  const { document, project, linking } = context;
  const offset = document.lines.offset(position);
  const anchored = anchoredAt(document.tree, offset);
  if (anchored !== undefined) {
    return placesOf(anchored)
      .filter(({ declares }) => withDeclarations || !declares)
      .map(({ span }) => ({ uri: document.uri, range: document.lines.range(span) }));
  }
  const symbol = namedAt(context, offset);
  if (symbol === undefined) return [];
  const occurrences = occurrencesOf(context, symbol, () => true);
  const placeOf = ({ uri, span }: (typeof occurrences)[number]): string => `${span.start} ${uri}`;
  const named = new Set(occurrences.map(placeOf));
  const linked = linkedPlaces(context, symbol).map(place => ({ ...place, declares: false }));
  return [...occurrences, ...linked.filter(place => !named.has(placeOf(place)))].flatMap(place => {
    const lines = linking?.get(place.uri)?.lines ?? project.linesOf(place.uri);
    return lines === undefined || (place.declares && !withDeclarations)
      ? []
      : [{ uri: place.uri, range: lines.range(place.span) }];
  });
}
