import type { Rule } from './rule.ts';
import { unreadableFindings } from './support/readings.ts';

export const badWindow: Rule = {
  code: 'bad-window',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A window of time cannot be read.',
  details:
    'A window says when, counted from the start: hours 0-2, day 1, weeks 1-4. A unit and one or two numbers are all it takes.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
timeline:
  estimate: 4 weeks
  milestones:
    - { window: week 1, what: Contained }
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
timeline:
  estimate: 4 weeks
  milestones:
    - window: soon
#             ^^^^
      what: Contained
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
timeline:
  estimate: 4 weeks
  milestones:
    - window: week 1 to week 2
#             ^^^^^^^^^^^^^^^^
      what: Contained
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
timeline:
  estimate: 4 weeks
  milestones:
    - window: weeks 1-2
      what: Contained
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  check: ({ document }) => unreadableFindings(document, 'window'),
};
