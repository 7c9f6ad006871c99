/** Every rule, in the order in which the documentation lists them. */
import { conflictingKeys } from './conflictingKeys.ts';
import { duplicateKey } from './duplicateKey.ts';
import { emptyList } from './emptyList.ts';
import { missingKey } from './missingKey.ts';
import type { Rule } from './rule.ts';
import { secondDocument } from './secondDocument.ts';
import { tooLarge } from './tooLarge.ts';
import { unknownAlias } from './unknownAlias.ts';
import { unknownKey } from './unknownKey.ts';
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
];
