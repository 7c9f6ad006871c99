/** What the nodes of a chain need, as far as that follows from what was read. */
import type { Need, NeedState } from '../../analysis/dataFlow.ts';
import { readArtefact } from '../../model/values/artefact.ts';
import type { RuleContext } from '../rule.ts';
import { outermost } from './nodes.ts';

/** The needs in one of some states; a name that is none is left to the rule that says so. */
export function needsIn(context: RuleContext, ...states: readonly NeedState[]): readonly Need[] {
  return context
    .needs()
    .filter(need => states.includes(need.state) && readArtefact(need.word.text).ok && isKnown(context, need));
}

function isKnown({ sound, soundness }: RuleContext, { word, node, state, producers }: Need): boolean {
  if (soundness.mayDeclare(word.name)) return false;
  if (state === 'unknown') return true;
  if (!producers.every(({ artefact }) => soundness.holdsAt(artefact.span))) return false;
  if (state === 'version') return true;
  // Any jump may make a way.
  if (state === 'maybe' || state === 'no-path') return sound !== undefined;
  const makers = producers.flatMap(each => each.node ?? []);
  return [node, ...makers].every(each => soundness.hasRead(outermost(each)));
}
