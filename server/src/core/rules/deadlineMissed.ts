import { chainSchedule } from '../analysis/schedule.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import { chainLengths } from '../project/chains.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { toleranceOf } from './support/tolerance.ts';

const phase = (takes: string): string => `${head}phases:
  - phase: Contain
    window: hours 0-4
    steps:
      - skill: site-reliability-engineer
        do: Restore the service
        takes: ${takes}
`;

export const deadlineMissed: Rule = {
  code: 'deadline-missed',
  family: 'time',
  severity: 'warning',
  reliesOn: 'document',
  fixless: 'Only whoever plans the chain knows whether the window or the steps are wrong.',
  summary: 'A phase may last longer than its window.',
  details:
    'The end of a window is a deadline. Where everything takes as long as it may, the steps of this phase and of those before it end later than that. Shorten them, let some of them run in parallel, or widen the window.',
  valid: [
    {
      text: phase('2-4 hours'),
    },
  ],
  invalid: [
    {
      text: phase('2-6 hours').replace('hours 0-4', 'hours 0-4\n#           ^^^^^^^^^'),
    },
  ],
  *check({ document, project, sound }) {
    if (sound === undefined || !sound.model.phases.some(({ window }) => window?.value !== undefined)) return;
    const ofChain = chainLengths(project.chainsFor(document.uri));
    for (const [{ window, ...phase }, { ends }] of chainSchedule(sound.model, ofChain, sound.flow()).phases) {
      const closes = window?.value?.to;
      if (window === undefined || closes === undefined || ends === undefined) continue;
      const late = ends - closes;
      const lengths = phase.list.nodes.map(({ takes }) => takes?.text ?? '');
      if (late <= toleranceOf(closes, window.text, lengths)) continue;
      yield {
        span: window.span,
        message: `At the longest this phase ends ${describeElapsed(ends)} after the start, which is ${describeElapsed(late)} later than its window. Shorten what takes long, or widen the window.`,
      };
    }
  },
};
