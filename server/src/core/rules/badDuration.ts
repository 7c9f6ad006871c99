import type { Rule } from './rule.ts';
import { unreadableFindings } from './support/readings.ts';

export const badDuration: Rule = {
  code: 'bad-duration',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A duration cannot be read.',
  details:
    'A duration is a number or a range with a unit: 30 min, 2-4 weeks, 3 working days. A bare m could be minutes or months, so it is refused. A timeline may also be ongoing.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    takes: 2-4 h
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
timeline: ongoing
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
    takes: a while
#          ^^^^^^^
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    takes: 5m
#          ^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    takes: 5 minutes
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    takes: 1h 30min
#          ^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    takes: 90 minutes
`,
    },
  ],
  check: ({ document }) => unreadableFindings(document, 'duration', 'timeline'),
};
