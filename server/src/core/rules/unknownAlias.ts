import type { Rule } from './rule.ts';
import { syntaxFindings } from './support/syntaxProblems.ts';

export const unknownAlias: Rule = {
  code: 'unknown-alias',
  family: 'text',
  severity: 'error',
  reliesOn: 'nothing',
  summary: 'An alias has no anchor before it.',
  details:
    'In YAML, an asterisk before a name repeats what an ampersand marked with that name earlier in the file. A text that begins with an asterisk has to be quoted.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
x-writer: &writer technical-writer
steps:
  - skill: site-reliability-engineer
    do: Restore the service
  - skill: *writer
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
  - skill: *writer
#          ^^^^^^^
    do: Write down what happened
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
  - skill: "*writer"
    do: Write down what happened
`,
    },
  ],
  check: ({ document }) => syntaxFindings(document, 'unknown-alias'),
};
