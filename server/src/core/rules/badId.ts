import type { Rule } from './rule.ts';
import { unreadableFindings } from './support/readings.ts';

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
  check: ({ document }) =>
    unreadableFindings(
      document,
      'chain-id',
      'suite-id',
      'node-id',
      'skill-id',
      'team-id',
      'artefact-product',
      'artefact-use',
    ),
};
