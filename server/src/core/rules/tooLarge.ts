import type { Rule } from './rule.ts';
import { syntaxFindings } from './support/syntaxProblems.ts';

export const tooLarge: Rule = {
  code: 'too-large',
  family: 'text',
  severity: 'warning',
  reliesOn: 'nothing',
  silenced: 'never',
  fixless: 'Only its author knows where to divide the file.',
  summary: 'A file is too large or too deep to be checked.',
  details:
    'A chain is written for people; beyond some length or depth a file is data in disguise, and checking it would keep the editor from its work. Split it, or keep data out of it.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  invalid: [],
  check: ({ document }) => syntaxFindings(document, 'too-large'),
};
