import { chainSchedule, type Schedule } from '../analysis/schedule.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import { chainLengths } from '../project/chains.ts';
import { comparable } from '../util/comparable.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { type NamedPart, partsByName } from './support/plannedTimes.ts';
import { toleranceOf } from './support/tolerance.ts';

const chain = (window: string, takes: string, what = 'Restored'): string => `${head}timeline:
  milestones:
    - { window: ${window}, what: ${what} }
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    takes: ${takes}
  - checkpoint: Restored
  - { skill: technical-writer, do: Write down what happened }
`;

export const milestoneMissed: Rule = {
  code: 'milestone-missed',
  family: 'time',
  severity: 'warning',
  reliesOn: 'document',
  summary: 'A milestone has the name of a node or phase that no run has finished by then.',
  details:
    "A milestone that has the name of a node or a phase is reached when that node or phase is over. Even in the shortest run, without anything optional and with each step as short as it may be, that is after the milestone's window ends. Move the window, or give the steps before it less time. A tenth more is allowed where weeks are compared with months.",
  fixless: 'Only whoever plans the chain knows whether the window or the steps before it are wrong.',
  valid: [
    { text: chain('hours 0-4', '2-6 hours') },
    { text: chain('hours 0-1', '2-6 hours', 'Customers are told') },
  ],
  invalid: [
    { text: chain('hours 0-1', '2-6 hours').replace(/(milestones:\n.*\n)/, '$1#               ^^^^^^^^^\n') },
    {
      text: `${head}timeline:
  milestones:
    - window: week 1
#             ^^^^^^
      what: contain
phases:
  - phase: Contain
    steps: [{ skill: site-reliability-engineer, do: Restore the service, takes: 2 weeks }]
  - phase: Learn
    steps: [{ skill: technical-writer, do: Write down what happened }]
`,
    },
  ],
  *check({ document, project, sound }) {
    if (sound === undefined || sound.model.milestones.length === 0) return;
    const { model } = sound;
    const parts = partsByName(model, 'node', 'phase');
    const named = model.milestones.flatMap(({ what, window }) => {
      const part = parts.get(comparable(what.text));
      return part === undefined || window?.value === undefined ? [] : [{ window, to: window.value.to, part }];
    });
    if (named.length === 0) return;
    const times = [...model.nodes, ...model.phases].flatMap(({ takes }) => takes?.text ?? []);
    const schedule = chainSchedule(model, chainLengths(project.chainsFor(document.uri)), sound.flow());
    for (const { window, to, part } of named) {
      const { soonest, name } = endOf(part, schedule);
      if (soonest === undefined || soonest <= to + toleranceOf(to, window.text, times)) continue;
      yield {
        span: window.span,
        message: `At the soonest this is reached ${describeElapsed(soonest)} after the start, ${describeElapsed(soonest - to)} later than the window ends. Move the window, or give what comes before it less time.`,
        related: [
          { uri: document.uri, span: name.span, message: 'This is what the milestone bears the name of.' },
        ],
      };
    }
  },
};

/** A parallel is over where its lanes meet, or where they are made a whole of. */
function endOf(part: NamedPart, { soonest, phases }: Schedule) {
  if (part.kind === 'phase') return { soonest: phases.get(part.phase)?.soonest, name: part.phase.name };
  if (part.kind === 'milestone') return { soonest: undefined, name: part.milestone.what };
  const { node } = part;
  const id = node.kind === 'parallel' ? (node.synthesize?.id ?? node.joinId) : node.id;
  return { soonest: soonest.get(id), name: node.name };
}
