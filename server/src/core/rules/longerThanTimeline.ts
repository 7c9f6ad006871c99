import { chainSchedule } from '../analysis/schedule.ts';
import { reachesPast } from '../analysis/windows.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import { chainLengths } from '../project/chains.ts';
import type { Rule } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { limitedTimeline } from './support/plannedTimes.ts';
import { toleranceOf } from './support/tolerance.ts';

const chain = (timeline: string, takes: string): string => `${head}timeline: ${timeline}
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    takes: ${takes}
  - skill: technical-writer
    do: Write down what happened
    takes: 1-2 days
`;

export const longerThanTimeline: Rule = {
  code: 'longer-than-timeline',
  family: 'time',
  severity: 'warning',
  reliesOn: 'document',
  summary: 'Even the shortest run of a chain lasts longer than its timeline says.',
  details:
    'The shortest run leaves out what is optional, takes the shortest routes, and each step takes as little time as it may. Where that lasts longer than the longest time that the timeline gives, no run can keep to it. Give the timeline more time, or the steps less. A tenth more is allowed where weeks are compared with months.',
  fixless: 'Only whoever plans the chain knows whether the timeline or the steps are wrong.',
  valid: [
    { text: chain('2-4 days', '1-5 days') },
    { text: chain('1 month', '4 weeks') },
    {
      text: `${oneStep}    takes: 3 weeks\n    when: the database is lost\ntimeline: { estimate: 1 week }\n`,
    },
  ],
  invalid: [
    { text: chain('4-8 hours\n#         ^^^^^^^^^', '2 hours') },
    {
      text: `${oneStep}    takes: 3-4 weeks\ntimeline: { estimate: 2 weeks }\n#                     ^^^^^^^\n`,
    },
  ],
  *check({ document, project, sound, soundness }) {
    const timeline = sound && limitedTimeline(sound.model, soundness);
    if (sound === undefined || timeline === undefined) return;
    const { model } = sound;
    const times = [...model.nodes, ...model.phases].flatMap(({ takes }) => takes?.text ?? []);
    const limit = timeline.value.max + toleranceOf(timeline.value.max, timeline.text, times);
    // A window that lies outside of the timeline has a finding of its own.
    if (model.phases.some(({ window }) => window?.value && reachesPast(window.value, limit))) return;
    const { min } = chainSchedule(model, chainLengths(project.chainsFor(document.uri)), sound.flow()).total;
    if (min === undefined || min <= limit) return;
    yield {
      span: timeline.span,
      message: `The shortest run of this chain lasts ${describeElapsed(min)}, which is ${describeElapsed(min - timeline.value.max)} more than this. Give the timeline more time, or the steps less.`,
    };
  },
};
