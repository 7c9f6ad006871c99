import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature.ts';
import { declarationsOf } from './support/declarations.ts';
import { symbolAt } from './support/symbolAt.ts';

/**
 * Where the name at a place is declared: skills and teams in their catalogue, and skills where agents keep them, chains and their inputs in their file,
 * nodes and artefacts in this one. Each link carries the word it comes from; empty where nothing is known.
 */
export function definition(context: FeatureContext, position: Position): readonly LocationLink[] {
  const { document, project } = context;
  const symbol = symbolAt(context, document.lines.offset(position));
  if (symbol === undefined) return [];
  return declarationsOf(context, symbol).flatMap(({ uri, span, name }) => {
    const lines = uri === document.uri ? document.lines : project.linesOf(uri);
    if (lines === undefined) return [];
    return [
      {
        originSelectionRange: document.lines.range(symbol.span),
        targetUri: uri,
        targetRange: lines.range(span),
        targetSelectionRange: lines.range(name),
      },
    ];
  });
}
