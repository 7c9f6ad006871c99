import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { DocumentState } from '../project/snapshot.ts';
import { type Anchored, anchoredAt } from '../syntax/anchors.ts';
import type { FeatureContext } from './feature.ts';
import { declarationsOf } from './support/declarations.ts';
import { edgeAt } from './support/describeHandoffs.ts';
import { symbolAt, wordAt } from './support/symbolAt.ts';

/**
 * Where the name at a place is declared: skills and teams in their catalogue, and skills where agents keep them, chains and their inputs in their file,
 * nodes and artefacts in this one, and what an alias repeats at its anchor. From the key of a handoff, where the other chain writes the same. Each link carries the word it comes from; empty where nothing is known.
 */
export function definition(context: FeatureContext, position: Position): readonly LocationLink[] {
  const { document, project } = context;
  const offset = document.lines.offset(position);
  const anchored = anchoredAt(document.tree, offset);
  if (anchored !== undefined) return [toAnchor(document, anchored)];
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

const toAnchor = ({ uri, lines }: DocumentState, { at, anchor, node }: Anchored): LocationLink => ({
  originSelectionRange: lines.range(at),
  targetUri: uri,
  targetRange: lines.range({ start: anchor.start, end: node.span.end }),
  targetSelectionRange: lines.range(anchor),
});

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
