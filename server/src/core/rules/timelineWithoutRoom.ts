import { chainSchedule } from '../analysis/schedule.ts';
import { reachesPast } from '../analysis/windows.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import { chainLengths } from '../project/chains.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { limitedTimeline } from './support/plannedTimes.ts';

const chain = (timeline: string, takes: string): string => `${head}timeline: ${timeline}
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    takes: ${takes}
`;

export const timelineWithoutRoom: Rule = {
  code: 'timeline-without-room',
  family: 'time',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'document',
  summary: 'The longest run of a chain lasts longer than the longest time of its timeline.',
  details:
    'Where everything runs and takes as long as it may, the chain is over later than its timeline says. That may never happen, as everything seldom takes its longest at once. Whoever promises the timeline should know of it: give the timeline more time, or the steps less. A tenth more is allowed.',
  fixless: 'Only whoever plans the chain knows whether the timeline or the steps are wrong.',
  valid: [
    { text: chain('2-4 days', '1-4 days') },
    { text: chain('{ estimate: 10 days }', '8-11 days') },
    { text: chain('ongoing', '1-4 days') },
  ],
  invalid: [
    { text: chain('2-4 days\n#         ^^^^^^^^', '1-6 days') },
    { text: chain('{ estimate: 10 days }\n#                     ^^^^^^^', '8-14 days') },
  ],
  *check({ document, project, sound, soundness }) {
    const timeline = sound && limitedTimeline(sound.model, soundness);
    if (sound === undefined || timeline === undefined) return;
    const limit = timeline.value.max * 1.1;
    const { total, phases } = chainSchedule(
      sound.model,
      chainLengths(project.chainsFor(document.uri)),
      sound.flow(),
    );
    // The shortest run, windows that are missed, and steps too long for their phase have findings of their own.
    if (total.max === undefined || total.max <= limit || (total.min ?? 0) > limit) return;
    for (const [{ window }, { ends, excess }] of phases) {
      const isMissed = window?.value && (reachesPast(window.value, limit) || (ends ?? 0) > window.value.to);
      if (excess > 0 || isMissed) return;
    }
    yield {
      span: timeline.span,
      message: `The longest run of this chain lasts ${describeElapsed(total.max)}, which is ${describeElapsed(total.max - timeline.value.max)} more than this. Give the timeline more time, or the steps less.`,
    };
  },
};
