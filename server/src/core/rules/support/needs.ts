/** What the nodes of a chain need, where all that they make and use was read. */
import { type Need, type NeedState, neededArtefacts } from '../../analysis/dataFlow.ts';
import { readArtefact } from '../../model/values/artefact.ts';
import type { RuleContext } from '../rule.ts';

/** The needs in one of some states; a name that is none is left to the rule that says so. */
export function needsIn({ sound, soundness }: RuleContext, ...states: readonly NeedState[]): readonly Need[] {
  if (sound === undefined || !soundness.artefacts) return [];
  return neededArtefacts(sound.model).filter(
    ({ state, word }) =>
      states.includes(state) && readArtefact(word.text).ok && !soundness.mayDeclare(word.name),
  );
}
