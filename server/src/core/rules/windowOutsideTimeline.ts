import { reachesPast } from '../analysis/windows.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import type { Rule } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { limitedTimeline } from './support/plannedTimes.ts';
import { toleranceOf } from './support/tolerance.ts';
import { quoted } from './support/words.ts';

const milestone = (estimate: string, window: string): string => `${oneStep}timeline:
  estimate: ${estimate}
  milestones:
    - window: ${window}
      what: Restored
`;

export const windowOutsideTimeline: Rule = {
  code: 'window-outside-timeline',
  family: 'time',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'The window of a phase or milestone ends after the timeline of its chain.',
  details:
    'The timeline says how long a run lasts at the most, and windows count from its start. One that ends later is a plan for a time when the chain is over. Widen the timeline, move the window, or say with because why it is so. If a window is in days, weeks or longer units, only the last of them is looked at, as what is planned for day 1 may be over within an hour. A tenth more is allowed where weeks are compared with months.',
  fixless: 'Only whoever plans the chain knows whether the timeline or the window is wrong.',
  valid: [
    { text: milestone('2-4 weeks', 'week 4') },
    { text: milestone('1 month', 'weeks 3-4') },
    { text: milestone('2-4 hours', 'day 1') },
    {
      text: milestone(
        '2-4 weeks',
        'weeks 5-6\n      because: the follow-up is written when the chain is over',
      ),
    },
  ],
  invalid: [
    { text: milestone('2-4 weeks', 'weeks 4-6\n#             ^^^^^^^^^') },
    {
      text: `${head}timeline: 4 hours
phases:
  - phase: Contain
    window: hours 0-2
    steps:
      - { skill: site-reliability-engineer, do: Restore the service }
  - { phase: Learn, window: hours 2-6, steps: [{ skill: technical-writer, do: Write it down }] }
#                           ^^^^^^^^^
`,
    },
  ],
  *check({ document, chain, soundness }) {
    const timeline = chain && limitedTimeline(chain, soundness);
    if (chain === undefined || timeline === undefined) return;
    const { max } = timeline.value;
    const parts = [
      ...chain.phases.map(({ name, window, because }) => ({ name, window, because })),
      ...chain.milestones.map(({ what, window, because }) => ({ name: what, window, because })),
    ];
    for (const { name, window, because } of parts) {
      if (window?.value === undefined || because !== undefined) continue;
      if (!reachesPast(window.value, max + toleranceOf(max, timeline.text, [window.text]))) continue;
      yield {
        span: window.span,
        message: `The window of ${quoted(name.text)} ends ${describeElapsed(window.value.to - max)} after the timeline. Widen the timeline, or change this window.`,
        related: [
          {
            uri: document.uri,
            span: timeline.span,
            message: 'This is how long the chain lasts at the most.',
          },
        ],
      };
    }
  },
};
