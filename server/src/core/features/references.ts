import type { Location, Position } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature.ts';
import { namedAt, occurrencesOf } from './support/occurrences.ts';

/**
 * Every place of what is named at a position, in all documents of the workspace folder: skills, teams, chains, nodes, artefacts, inputs,
 * measures, items and plans. Empty where nothing is named.
 *
 * @param withDeclarations The places that declare it are among them.
 */
export function references(
  context: FeatureContext,
  position: Position,
  withDeclarations: boolean,
): readonly Location[] {
  const { document, project } = context;
  const symbol = namedAt(context, document.lines.offset(position));
  if (symbol === undefined) return [];
  return occurrencesOf(context, symbol, () => true).flatMap(({ uri, span, declares }) => {
    const lines = project.linesOf(uri);
    return lines === undefined || (declares && !withDeclarations) ? [] : [{ uri, range: lines.range(span) }];
  });
}
