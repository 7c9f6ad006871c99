import { readTimeline } from '../model/values/duration.ts';
import type { Rule } from './rule.ts';
import { failureFinding, unreadable } from './support/readings.ts';
import { changesTo } from './support/scalars.ts';

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
    takes: 5min
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
  *check({ document }) {
    for (const { node, failure } of unreadable(document, ['duration', 'timeline'])) {
      if (failure.code === 'reversed-range') continue;
      const finding = failureFinding(document, node, failure);
      if (failure.code !== 'ambiguous-unit') yield finding;
      else
        yield {
          ...finding,
          fixes: changesTo(node, withUnits(node.text)).map(fix => ({ ...fix, preferred: false })),
        };
    }
  },
};

/** A duration with a bare `m`, in minutes and in months. */
const withUnits = (text: string): readonly string[] =>
  ['min', 'mo'].map(unit => text.replace(/(\d\s*)m\b/gi, `$1${unit}`)).filter(each => readTimeline(each).ok);
