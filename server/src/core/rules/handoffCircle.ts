import type { ChainModel, Word } from '../model/chain.ts';
import { leadsTo } from '../project/handoffs.ts';
import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { wayTo } from './support/otherChains.ts';
import { enumerated, quoted } from './support/words.ts';

const followed = (handoff: string): string => `${oneStep}handoffs:\n  - ${handoff}\n`;

const others = (last: string): Readonly<Record<string, string>> => ({
  'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
  'lessons.chain.yaml': `chain: lessons
title: Lessons
steps:
  - skill: site-reliability-engineer
    do: Say what was learned
handoffs:
  - then: hardening
`,
  'hardening.chain.yaml': `chain: hardening
title: Hardening
steps:
  - skill: site-reliability-engineer
    do: Make it harder to break
handoffs:
  - ${last}
`,
});

export const handoffCircle: Rule = {
  code: 'handoff-circle',
  family: 'flow',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'Chains hand over to each other in a circle that nothing bounds.',
  details:
    'A chain that is followed by, or escalates to, one that leads back to it runs again and again, and nothing says when that is over. Where rounds are meant, write the handoff that begins a new one as cycles-to, which says until when, and how often. Otherwise take one of the handoffs out. An escalation needs no way back, as it resumes by itself; of chains that escalate to each other in some cases nothing is reported.',
  fixless: 'Only their authors know which of the handoffs begins a new round, or is one too many.',
  valid: [
    {
      text: followed('then: lessons'),
      path: 'restore-service.chain.yaml',
      files: others('{ cycles-to: restore-service, every: monthly, until: nothing breaks }'),
    },
    {
      text: followed('{ escalates-to: lessons, if: it happens again }'),
      path: 'restore-service.chain.yaml',
      files: others('waits-for: restore-service'),
    },
  ],
  invalid: [
    {
      text: followed('then: lessons\n#         ^^^^^^^'),
      path: 'restore-service.chain.yaml',
      files: others('then: restore-service'),
    },
    {
      text: followed('{ escalates-to: hardening, if: it happens again }\n#                   ^^^^^^^^^'),
      path: 'restore-service.chain.yaml',
      files: others('then: restore-service'),
    },
  ],
  *check(context) {
    const { chain: model } = context;
    const own = model?.id?.text;
    if (model === undefined || own === undefined || own === '') return;
    const circle = context.project.handoffCirclesFor(context.document.uri).get(own);
    for (const first of circle === undefined ? [] : leadsTo(model)) {
      const way = circle?.has(first.text) === true ? wayTo(context, first.text, own, leadsTo) : undefined;
      if (way === undefined) continue;
      const all = [{ model, next: first }, ...way.map(({ chain, next }) => ({ model: chain.model, next }))];
      if (all.every(each => isReturning(each.model, each.next))) continue;
      const path = [first, ...way.map(({ next }) => next)].map(({ text }) => text).slice(0, -1);
      const through = path.length === 0 ? 'to itself' : `to ${enumerated(path, 'and')} and back to it`;
      yield {
        span: first.span,
        message: `From this chain handoffs lead ${through}, and nothing says how often. Take one of them out, or write the one that begins a new round as "cycles-to".`,
        related: way.map(({ chain, next }) => ({
          uri: chain.uri,
          span: next.span,
          message: `${quoted(chain.id.text)} hands over to ${quoted(next.text)} here.`,
        })),
      };
    }
  },
};

/** An escalation that is made in some cases only: where all are, each comes back by itself, and no round follows another. */
const isReturning = ({ handoffs }: ChainModel, next: Word): boolean =>
  handoffs.some(
    ({ chain, kind, condition }) => chain === next && kind === 'escalates-to' && condition !== undefined,
  );
