import type { Rule } from './rule.ts';
import { unreadableFindings } from './support/readings.ts';

export const badTarget: Rule = {
  code: 'bad-target',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A target cannot be read.',
  details:
    'A target is a comparison with a number (at least 90 %, < 30 minutes), a range, a number followed by a plus, or a change. Without a number nobody can tell whether it was reached.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - metric: Actions closed on time
    target: '>= 90 %'
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - metric: Actions closed on time
    target: at least 90 %
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
success:
  - metric: Actions closed on time
    target: most of them
#           ^^^^^^^^^^^^
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - metric: Actions closed on time
    target: 90 % or more
#           ^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - metric: Actions closed on time
    target: at least 90 %
`,
    },
  ],
  check: ({ document }) => unreadableFindings(document, 'target'),
};
