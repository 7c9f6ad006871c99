import { resolveReference } from '../model/references.ts';
import { handoffsOf } from '../project/handoffs.ts';
import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { knownChain } from './support/otherChains.ts';
import { changesTo } from './support/scalars.ts';
import { quoted } from './support/words.ts';

const joining = (at: string): string => `${oneStep}handoffs:
  - joins: weekly-review
    at: ${at}
`;

const review: Readonly<Record<string, string>> = {
  'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
  'weekly-review.chain.yaml': `chain: weekly-review
title: Weekly review
steps:
  - id: collect
    skill: site-reliability-engineer
    do: Collect what happened
  - id: discuss
    skill: site-reliability-engineer
    do: Discuss it
handoffs:
  - waits-for: restore-service
    before: discuss
`,
};

export const handoffEndsDiffer: Rule = {
  code: 'handoff-ends-differ',
  family: 'handoff',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'Two chains disagree on where one of them joins the other.',
  details:
    'A handoff may be written in both chains, and is one edge then. A chain that joins another one at a node, and that other one, which waits for it before a node, have to name the same node.',
  valid: [{ text: joining('discuss'), path: 'restore-service.chain.yaml', files: review }],
  invalid: [
    {
      text: joining('collect\n#       ^^^^^^^'),
      path: 'restore-service.chain.yaml',
      files: review,
      fixed: joining('discuss'),
    },
  ],
  *check(context) {
    const { document, project } = context;
    for (const { own, ends } of handoffsOf(project, document)) {
      const other = own?.at && knownChain(context, own.chain.text);
      if (own?.at === undefined || other === undefined) continue;
      const at = placeOf(other.model, own.at.text);
      for (const { uri, handoff } of ends) {
        const before = handoff.node;
        const place = before && placeOf(other.model, before.text);
        if (at === undefined || place === undefined || place === at || before === undefined) continue;
        yield {
          span: own.at.span,
          message: `This joins ${quoted(other.id.text)} at ${quoted(own.at.text)}, but that chain waits for it before ${quoted(before.text)}. Name the same node at both ends.`,
          related: [{ uri, span: before.span, message: `It waits before ${quoted(before.text)} here.` }],
          fixes: changesTo(own.at.node, [before.text]),
        };
      }
    }
  },
};

/** The node, phase or lane of a name; two that are the same are the same object. */
function placeOf(model: Parameters<typeof resolveReference>[0], name: string): object | undefined {
  const found = resolveReference(model, name);
  switch (found.kind) {
    case 'node':
      return found.node;
    case 'phase':
      return found.phase;
    case 'lane':
      return found.lane;
    default:
      return undefined;
  }
}
