import type { Rule } from './rule.ts';
import { removeEntry } from './support/edits.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { bare, quoted } from './support/words.ts';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A key stands twice in one mapping.',
  details:
    'Of a key that is repeated only one value can count, and tools do not agree on which. Join the two values, or remove one of them.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
  - skill: technical-writer
    do: Write down what happened
`,
    },
  ],
  invalid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    do: Restore it again
#   ^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
inputs:
  alert: What fired
  alert: When it fired
# ^^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [alert]
`,
      fixed: `chain: restore-service
title: Restore the service
inputs:
  alert: What fired
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [alert]
`,
    },
  ],
  *check({ document }) {
    for (const { entry, first, span } of shapeProblems(document, 'duplicate-key')) {
      const record = document.shape.records.get(entry.parent);
      const where = record === undefined ? 'here' : `in this ${bare(record.title)}`;
      const edits = removeEntry(document, entry);
      const key = quoted(entry.key.text);
      yield {
        span,
        message: `${key} stands twice ${where}. Join both values in one, or remove one of them.`,
        related: [{ uri: document.uri, span: first.key.span, message: `${key} stands here first.` }],
        fixes: edits === undefined ? [] : [{ title: `Remove this ${key}`, edits }],
      };
    }
  },
};
