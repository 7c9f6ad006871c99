import type { ScalarNode } from '../syntax/tree.ts';
import type { Finding, Rule } from './rule.ts';
import { asId, isId, reservedIds } from './support/ids.ts';
import { replaceScalar, scalarsOf } from './support/scalars.ts';
import { quoted } from './support/words.ts';

export const badId: Rule = {
  code: 'bad-id',
  severity: 'error',
  reliesOn: 'place',
  summary: 'An id is not written as an id.',
  details:
    'An id is made of lower-case words, numbers and hyphens, so that it reads the same in files, links and drawings. The words start, end, stop and next mean something already and are no ids of nodes.',
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
  - id: end
#       ^^^
    skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  *check({ document }) {
    for (const node of scalarsOf(document, 'chain-id', 'node-id', 'skill-id', 'team-id')) {
      if (!isId(node.text)) yield malformed(node);
    }
    for (const node of scalarsOf(document, 'node-id')) {
      if (!reservedIds.has(node.text)) continue;
      const message = `${quoted(node.text)} already means something where a chain says how it goes on. Choose another id.`;
      yield { span: node.span, message };
    }
  },
};

function malformed(node: ScalarNode): Finding {
  const what = `${quoted(node.text)} is no id. Ids are lower-case words and numbers joined by hyphens`;
  const id = asId(node.text);
  if (id === undefined) return { span: node.span, message: `${what}; write one.` };
  return {
    span: node.span,
    message: `${what}; write ${quoted(id)}.`,
    fixes: [{ title: `Change to ${quoted(id)}`, edits: replaceScalar(node, id), preferred: true }],
  };
}
