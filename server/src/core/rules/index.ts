/** Every rule, in the order in which the documentation lists them. */
import { ambiguousSkill } from './ambiguousSkill.ts';
import { badDuration } from './badDuration.ts';
import { badId } from './badId.ts';
import { badTarget } from './badTarget.ts';
import { badVersion } from './badVersion.ts';
import { badWindow } from './badWindow.ts';
import { chainIdNotFileName } from './chainIdNotFileName.ts';
import { conflictingKeys } from './conflictingKeys.ts';
import { duplicateId } from './duplicateId.ts';
import { duplicateKey } from './duplicateKey.ts';
import { emptyList } from './emptyList.ts';
import { joinOutOfRange } from './joinOutOfRange.ts';
import { missingKey } from './missingKey.ts';
import { reversedRange } from './reversedRange.ts';
import type { Rule } from './rule.ts';
import { secondDocument } from './secondDocument.ts';
import { tooLarge } from './tooLarge.ts';
import { unknownAlias } from './unknownAlias.ts';
import { unknownChain } from './unknownChain.ts';
import { unknownKey } from './unknownKey.ts';
import { unknownNode } from './unknownNode.ts';
import { unknownSkill } from './unknownSkill.ts';
import { unknownTeam } from './unknownTeam.ts';
import { wrongType } from './wrongType.ts';
import { wrongValue } from './wrongValue.ts';
import { yamlSyntax } from './yamlSyntax.ts';
import { yamlTrap } from './yamlTrap.ts';

export const rules: readonly Rule[] = [
  yamlSyntax,
  yamlTrap,
  secondDocument,
  unknownAlias,
  tooLarge,
  unknownKey,
  missingKey,
  wrongType,
  wrongValue,
  duplicateKey,
  conflictingKeys,
  emptyList,
  badDuration,
  badTarget,
  badWindow,
  badVersion,
  badId,
  reversedRange,
  unknownSkill,
  ambiguousSkill,
  unknownTeam,
  unknownNode,
  unknownChain,
  duplicateId,
  chainIdNotFileName,
  joinOutOfRange,
];
