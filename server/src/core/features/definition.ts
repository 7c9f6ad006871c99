import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature.ts';
import { declarationsOf } from './support/declarations.ts';
import { edgeAt } from './support/describeHandoffs.ts';
import { symbolAt, wordAt } from './support/symbolAt.ts';

/**
 * Where the name at a place is declared: skills and teams in their catalogue, and skills where agents keep them, chains and their inputs in their file,
 * nodes and artefacts in this one. From the key of a handoff, where the other chain writes the same. Each link carries the word it comes from; empty where nothing is known.
 */
export function definition(context: FeatureContext, position: Position): readonly LocationLink[] {
  const { document, project } = context;
  const offset = document.lines.offset(position);
  const symbol = symbolAt(context, offset);
  if (symbol === undefined) return otherEnds(context, offset);
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

/** From the key of a handoff (`then`, `waits-for`) to where the other chain writes the same edge. */
function otherEnds(context: FeatureContext, offset: number): readonly LocationLink[] {
  const { document, project } = context;
  const word = wordAt(context, offset);
  if (word?.keyOf === undefined) return [];
  return (edgeAt(context, word.span)?.ends ?? []).flatMap(({ uri, handoff }) => {
    const lines = project.linesOf(uri);
    if (lines === undefined) return [];
    return [
      {
        originSelectionRange: document.lines.range(word.span),
        targetUri: uri,
        targetRange: lines.range(handoff.span),
        targetSelectionRange: lines.range(handoff.chain.span),
      },
    ];
  });
}
