import type { Rule } from './rule.ts';
import { unreadableFindings } from './support/readings.ts';

export const badVersion: Rule = {
  code: 'bad-version',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A version or a range of versions cannot be read.',
  details:
    'A version has three numbers, 1.2.0; raise the first when chains that use this one must change. A range says which versions of another chain will do: ^1, 1.x or >=1.2 <2.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
version: 1.2.0
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
version: one point two
#        ^^^^^^^^^^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
version: 1.2
#        ^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
version: 1.2.0
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  check: ({ document }) => unreadableFindings(document, 'version', 'version-range'),
};
