import { chainSchedule } from '../analysis/schedule.ts';
import type { ChainNode } from '../model/chain.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import { chainLengths } from '../project/chains.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { toleranceOf } from './support/tolerance.ts';
import { quoted } from './support/words.ts';

const phase = (length: string, takes: string): string => `${head}phases:
  - phase: Contain
    takes: ${length}
    steps:
      - skill: site-reliability-engineer
        do: Restore the service
        takes: ${takes}
      - skill: technical-writer
        do: Write down what happened
`;

export const stepLongerThanPhase: Rule = {
  code: 'step-longer-than-phase',
  family: 'time',
  severity: 'warning',
  reliesOn: 'document',
  summary: 'A single step takes longer, even at the shortest, than its whole phase has.',
  details:
    'Where some steps of a phase do not say how long they take, nobody can tell whether all of them fit. One that needs more time at the shortest than the phase has at the longest fits in no case. Give the phase more time, or the step less. Lanes that are given up when another one has won are left alone, and a tenth more is allowed where weeks are compared with months.',
  fixless: 'Only whoever plans the chain knows whether the phase or the step is wrong.',
  valid: [
    { text: phase('1-2 weeks', '1-3 weeks') },
    { text: phase('1 month', '32 days').replace('32 days', '4 weeks') },
  ],
  invalid: [
    { text: phase('1-2 weeks', '3-4 weeks\n#              ^^^^^^^^^') },
    {
      text: `${head}phases:
  - phase: Contain
    takes: 1-2 hours
    steps:
      - parallel:
          - { skill: technical-writer, do: Write down what happened }
          - { skill: site-reliability-engineer, do: Restore the service, takes: 3-5 hours }
#                                                                               ^^^^^^^^^
`,
    },
  ],
  *check({ document, project, sound }) {
    if (sound === undefined || !sound.model.phases.some(({ takes }) => takes?.value !== undefined)) return;
    const lengths = chainLengths(project.chainsFor(document.uri));
    const { phases } = chainSchedule(sound.model, lengths, sound.flow());
    for (const node of sound.model.nodes) {
      const { takes } = node;
      const { phase } = node.list;
      const room = phase?.takes;
      if (takes?.value === undefined || phase === undefined || room?.value === undefined) continue;
      // Where all that the steps take is known, they are held against the phase together.
      if (phases.get(phase)?.excess !== 0 || mayBeGivenUp(node)) continue;
      const { max } = room.value;
      if (takes.value.min <= max + toleranceOf(max, room.text, [takes.text])) continue;
      yield {
        span: takes.span,
        message: `This takes ${describeElapsed(takes.value.min)} at the shortest, and the whole phase ${quoted(phase.name.text)} has ${describeElapsed(max)}. Give the phase more time, or this less.`,
        related: [{ uri: document.uri, span: room.span, message: 'This is how long the phase takes.' }],
      };
    }
  },
};

/** Whether a node stands in a lane that need not be over when its parallel is. */
function mayBeGivenUp({ list: { parentNode, owner } }: ChainNode): boolean {
  if (parentNode === undefined) return false;
  const isLane = parentNode.kind === 'parallel' && owner === 'lane' && parentNode.join.policy !== 'all';
  return isLane || mayBeGivenUp(parentNode);
}
