import type { Rule } from './rule.ts';
import { syntaxFindings } from './support/syntaxProblems.ts';

export const secondDocument: Rule = {
  code: 'second-document',
  family: 'text',
  severity: 'error',
  reliesOn: 'nothing',
  fixless: 'What follows belongs in a file of its own, and only its author knows what to call it.',
  summary: 'A file holds more than one YAML document.',
  details:
    'A file is one chain, catalogue, suite or prompt plan. Nobody reads what comes after a second ---: move it to a file of its own.',
  valid: [
    {
      text: `---
chain: restore-service
title: Restore the service
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
---
#^^
chain: write-up
title: Write it up
steps:
  - skill: technical-writer
    do: Write down what happened
`,
    },
  ],
  check: ({ document }) => syntaxFindings(document, 'second-document'),
};
