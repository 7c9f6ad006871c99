import type { ScalarNode } from '../syntax/tree.ts';
import { comparable } from '../util/comparable.ts';
import { groupBy } from '../util/groupBy.ts';
import type { Fix, Rule } from './rule.ts';
import { type Failure, failureFinding, unreadable } from './support/readings.ts';
import { replaceScalar, scalarsOf } from './support/scalars.ts';

export const badId: Rule = {
  code: 'bad-id',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'An id or the name of an artefact is not spelled as one has to be.',
  details:
    'An id is made of lower-case words, numbers and hyphens, so that it reads the same in files, links and drawings. The words start, end, stop and next already have a meaning and cannot be ids of nodes.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  invalid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - id: Restore Service
#       ^^^^^^^^^^^^^^^
    skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - id: restore-service
    skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - id: Restore Service
#       ^^^^^^^^^^^^^^^
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: It answers again
    by: site-reliability-engineer
    if-refused: { back-to: Restore Service, at-most: 2 }
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - id: restore-service
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: It answers again
    by: site-reliability-engineer
    if-refused: { back-to: restore-service, at-most: 2 }
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - id: end
#       ^^^
    skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - id: end-here
    skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `suite: The platform
#      ^^^^^^^^^^^^
title: The platform
items:
  baseline: { chain: post-mortem }
`,
      path: 'platform.suite.yaml',
      fixed: `suite: the-platform
title: The platform
items:
  baseline: { chain: post-mortem }
`,
    },
  ],
  *check({ document }) {
    const references = groupBy(scalarsOf(document, 'node-reference', 'jump-target'), ({ text }) => text);
    for (const { node, meaning, failure } of unreadable(document, meanings)) {
      const { fixes, ...finding } = failureFinding(document, node, failure);
      const uses = meaning === 'node-id' ? (references.get(node.text) ?? []) : [];
      yield { ...finding, ...(fixes && { fixes: fixes.map(fix => alsoIn(uses, node, failure, fix)) }) };
    }
  },
};

const meanings = [
  'chain-id',
  'suite-id',
  'node-id',
  'skill-id',
  'team-id',
  'artefact-product',
  'artefact-use',
] as const;

/** A fix of an id that spells its references alike. Of a reserved word, such as `end`, they do not mean the node. */
function alsoIn(
  uses: readonly ScalarNode[],
  { text }: ScalarNode,
  { suggestion = '' }: Failure,
  fix: Fix,
): Fix {
  return comparable(suggestion) === comparable(text)
    ? { ...fix, edits: [...fix.edits, ...uses.flatMap(use => replaceScalar(use, suggestion))] }
    : fix;
}
