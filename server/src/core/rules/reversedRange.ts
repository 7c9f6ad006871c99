import type { Rule } from './rule.ts';
import { failureFinding, unreadable } from './support/readings.ts';

export const reversedRange: Rule = {
  code: 'reversed-range',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A range begins with its larger end.',
  details: 'A range runs from the smaller to the larger number. The quick fix swaps the two.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
timeline: 2-4 weeks
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
timeline: 4-2 weeks
#         ^^^^^^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
timeline: 2-4 weeks
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
measures:
  severity: 5-1
#           ^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
measures:
  severity: 1-5
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  *check({ document }) {
    for (const { node, failure } of unreadable(document)) {
      if (failure.code === 'reversed-range') yield failureFinding(document, node, failure);
    }
  },
};
