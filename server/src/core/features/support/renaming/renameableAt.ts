import type { FeatureContext } from '../../feature.ts';
import { agentSkillAt } from './agentSkills.ts';
import { anchorAt } from './anchors.ts';
import { artefactAt } from './artefacts.ts';
import { documentNameAt } from './documentNames.ts';
import { nameAt } from './names.ts';
import { planInputAt } from './planInputs.ts';
import type { Renameable } from './renaming.ts';
import { skillWordAt } from './skillWords.ts';
import { wordedNodeAt } from './wordedNodes.ts';

/** In this order; the first that finds its kind of name decides. */
const kinds: readonly ((context: FeatureContext, offset: number) => Renameable | undefined)[] = [
  anchorAt,
  planInputAt,
  documentNameAt,
  artefactAt,
  agentSkillAt,
  nameAt,
  skillWordAt,
  wordedNodeAt,
];

/** What can be given another name at an offset; `undefined`: nothing. */
export function renameableAt(context: FeatureContext, offset: number): Renameable | undefined {
  for (const at of kinds) {
    const found = at(context, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
