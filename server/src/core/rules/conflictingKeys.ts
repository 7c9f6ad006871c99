import type { DocumentState } from '../project/snapshot.ts';
import type { Entry } from '../syntax/tree.ts';
import type { Fix, Rule } from './rule.ts';
import { removeEntry } from './support/edits.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { capitalised, quoted } from './support/words.ts';

export const conflictingKeys: Rule = {
  code: 'conflicting-keys',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'Two keys that exclude each other are used together.',
  details:
    'One key says what kind of node a list entry is, and a chain has either steps or phases. With two such keys nobody can say which one counts. Keep one, and move the other to an entry of its own.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
phases:
  - phase: Response
    steps:
      - skill: site-reliability-engineer
        do: Restore the service
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
phases:
#^^^^^
  - phase: Aftermath
    steps:
      - skill: technical-writer
        do: Write down what happened
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    checkpoint: Service is back
#   ^^^^^^^^^^
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
steps:
  - { skill: technical-writer, team: writers, do: Write down what happened }
#                              ^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - { skill: technical-writer, do: Write down what happened }
`,
    },
  ],
  *check({ document }) {
    for (const { entry, first, span, record } of shapeProblems(document, 'conflicting-keys')) {
      const names = `${quoted(first.key.text)} or ${quoted(entry.key.text)}`;
      const isOneRecord = document.shape.records.get(entry.parent)?.title === record;
      const advice = isOneRecord
        ? 'Keep one of them.'
        : 'Keep one, and put the other into an entry of its own.';
      yield {
        span,
        message: `${capitalised(record)} has ${names}, not both. ${advice}`,
        related: [
          { uri: document.uri, span: first.key.span, message: `${quoted(first.key.text)} stands here.` },
        ],
        fixes: removal(document, entry),
      };
    }
  },
};

/** Only what stands on one line is offered for removal: more is work that nobody wants to lose by a click. */
function removal(document: DocumentState, entry: Entry): readonly Fix[] {
  const { start, end } = document.lines.range(entry.span);
  const edits = start.line === end.line ? removeEntry(document, entry) : undefined;
  return edits === undefined ? [] : [{ title: `Remove ${quoted(entry.key.text)}`, edits }];
}
