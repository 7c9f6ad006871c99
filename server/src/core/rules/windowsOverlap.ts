import { windowOverlaps } from '../analysis/windows.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { twoItems } from './support/suites.ts';
import { quoted } from './support/words.ts';

const phases = (second: string): string => `${head}phases:
  - phase: Contain
    window: weeks 1-4
    steps:
      - skill: site-reliability-engineer
        do: Restore the service
  - phase: Learn
    window: ${second}
    steps:
      - skill: technical-writer
        do: Write down what happened
`;

export const windowsOverlap: Rule = {
  code: 'windows-overlap',
  family: 'time',
  severity: 'warning',
  reliesOn: 'place',
  fixless: 'Only whoever plans the chain knows whether a window is wrong or the overlap is meant.',
  summary: 'A window begins well before an earlier one ends, and nothing says why.',
  details:
    'Two windows may share one cell of the coarser of their units, such as the week in which one ends and the other begins; windows in hours and minutes may only touch. More than that is two plans for the same time, and so is a single week within the weeks of another window, which is reported as information. Say with because that it is meant, or change one of the windows.',
  valid: [
    {
      text: phases('weeks 4-6'),
    },
    {
      text: phases('weeks 3-6\n    because: the writers start from a first account'),
    },
  ],
  invalid: [
    {
      text: `${twoItems}phases:
  - { phase: Foundation, window: weeks 1-4, items: [baseline] }
  - { phase: Hardening, window: weeks 3-8, items: [threats] }
#                               ^^^^^^^^^
`,
    },
    {
      text: phases('weeks 3-6\n#           ^^^^^^^^^'),
    },
    {
      text: phases('week 4\n#           ^^^^^^'),
    },
    {
      text: `${head}timeline:
  milestones:
    - { window: hours 0-2, what: Contained }
    - { window: hours 1-4, what: Restored }
#               ^^^^^^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  *check({ document, chain, suite, soundness }) {
    const plans = [
      chain?.phases ?? suite?.phases ?? [],
      chain?.milestones.map(each => ({ ...each, name: each.what })) ?? [],
    ];
    for (const { earlier, later, minutes, isWithin } of plans.flatMap(windowOverlaps)) {
      if (!soundness.holdsAt(earlier.window.span)) continue;
      yield {
        span: later.window.span,
        ...(isWithin && { severity: 'information' as const }),
        message: isWithin
          ? `This window lies within that of ${quoted(earlier.name.text)}. Say why with "because", or change one of the two.`
          : `This window overlaps that of ${quoted(earlier.name.text)} by ${describeElapsed(minutes)}. Say why with "because", or change one of the two.`,
        related: [
          {
            uri: document.uri,
            span: earlier.window.span,
            message: `This is the window of ${quoted(earlier.name.text)}.`,
          },
        ],
      };
    }
  },
};
