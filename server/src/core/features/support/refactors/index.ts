/** Every refactoring, in the order of the menu; each is tried before it is offered. */
import { isLibraryUri } from '../../../project/library.ts';
import { applyEdits, orderedEdits } from '../../../syntax/offsetMap.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { bringsNone, type FindingsOf, tried } from '../mendable.ts';
import { addId } from './addId.ts';
import { blockText } from './blockText.ts';
import { canonicalSkill } from './canonicalSkill.ts';
import { conditionToWhen } from './conditionToWhen.ts';
import { makeLane } from './makeLane.ts';
import { moveItem } from './moveItem.ts';
import { quoteText } from './quoteText.ts';
import type { ChainPlace, Refactor, RefactorPlace } from './refactor.ts';
import { wrapInParallel } from './wrapInParallel.ts';

const ofChains: readonly ((place: ChainPlace) => readonly Refactor[])[] = [
  addId,
  canonicalSkill,
  conditionToWhen,
  wrapInParallel,
  makeLane,
];

const ofAll: readonly ((place: RefactorPlace) => readonly Refactor[])[] = [quoteText, blockText, moveItem];

/** UTF-16 units of a text with refactorings: of a longer one each trial would hold up whoever moves the cursor. */
const longestText = 60_000;

/**
 * What can be done at a place and leads to a text that reads well, has every comment and no new finding.
 * @param isAsked Whether somebody wants refactorings of a kind: others are not tried.
 */
export function refactors(
  context: FeatureContext,
  span: Span,
  isAsked: (kind: string) => boolean,
  findingsOf: FindingsOf,
): readonly Refactor[] {
  const { model, tree, text, uri } = context.document;
  if (model === undefined || !tree.complete || text.length > longestText || isLibraryUri(uri)) return [];
  const found = [
    ...(model.kind === 'chain' ? ofChains.flatMap(refactor => refactor({ context, model, span })) : []),
    ...ofAll.flatMap(refactor => refactor({ context, span })),
  ];
  return found.filter(({ kind, edits }) => isAsked(kind) && holds(context, edits, findingsOf));
}

function holds(context: FeatureContext, edits: Refactor['edits'], findingsOf: FindingsOf): boolean {
  const { text, tree } = context.document;
  const ordered = orderedEdits(edits);
  if (ordered.length !== edits.length) return false;
  const trial = tried(context, applyEdits(text, ordered).text, findingsOf);
  if (trial === undefined) return false;
  const after = trial.context.document.tree;
  return (
    after.complete &&
    after.comments.length === tree.comments.length &&
    bringsNone(findingsOf(context), trial.findings)
  );
}
