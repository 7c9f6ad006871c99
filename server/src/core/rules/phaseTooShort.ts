import { chainSchedule } from '../analysis/schedule.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import { chainLengths } from '../project/chains.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';

const phase = (takes: string): string => `${head}phases:
  - phase: Contain
    takes: 4 hours
    steps:
      - skill: site-reliability-engineer
        do: Restore the service
        takes: ${takes}
`;

export const phaseTooShort: Rule = {
  code: 'phase-too-short',
  family: 'time',
  severity: 'warning',
  reliesOn: 'document',
  fixless: 'Only whoever plans the chain knows whether the phase or its steps are wrong.',
  summary: 'The steps of a phase may last longer than the phase says it takes.',
  details:
    'A phase lasts as long as it says, and its steps have to fit into that. If they take as long as they may, they do not fit, and the phase is taken to last as long as they do. Give the phase more time, or the steps less.',
  valid: [
    {
      text: phase('2-4 hours'),
    },
  ],
  invalid: [
    {
      text: phase('2-6 hours').replace('takes: 4 hours', 'takes: 4 hours\n#          ^^^^^^^'),
    },
  ],
  *check({ document, project, sound }) {
    if (sound === undefined || !sound.model.phases.some(({ takes }) => takes?.value !== undefined)) return;
    const lengths = chainLengths(project.chainsFor(document.uri));
    for (const [{ takes }, { excess }] of chainSchedule(sound.model, lengths, sound.flow()).phases) {
      if (takes === undefined || excess === 0) continue;
      yield {
        span: takes.span,
        message: `The steps of this phase may last ${describeElapsed(excess)} longer than this. Give the phase more time, or the steps less.`,
      };
    }
  },
};
