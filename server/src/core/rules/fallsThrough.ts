import { fallThroughs } from '../analysis/flow.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { quoted } from './support/words.ts';

const siblings = (otherwise: string): string => `${head}steps:
  - decision: Whom does it hit?
    by: incident-commander
    routes:
      - when: our customers
        go: tell
      - otherwise: ${otherwise}
  - id: tell
    skill: technical-writer
    do: Tell the customers
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
`;

export const fallsThrough: Rule = {
  code: 'falls-through',
  family: 'flow',
  severity: 'warning',
  reliesOn: 'document',
  fixless: 'Only the author knows whether the flow was meant to run on.',
  summary: 'The target of one route runs on into the target of another.',
  details:
    'A jump goes on from its target in the order of the list. Where two routes of a decision go to neighbouring nodes, the first runs on into the second, which is rarely meant. Give the routes steps of their own, or let the first target end elsewhere.',
  valid: [
    {
      text: siblings('stop'),
    },
  ],
  invalid: [
    {
      text: siblings('restore').replace('go: tell\n', 'go: tell\n#           ^^^^\n'),
    },
  ],
  *check({ document, sound }) {
    if (sound === undefined) return;
    for (const { from, into } of fallThroughs(sound.model, sound.flow())) {
      const names = [quoted(from.jump.target.text), quoted(into.jump.target.text)] as const;
      yield {
        span: from.jump.target.span,
        message: `What starts at ${names[0]} runs on into ${names[1]}, where another route of this decision goes. If that is not meant, put the nodes into the steps of their routes.`,
        related: [
          { uri: document.uri, span: into.jump.target.span, message: `The other route goes to ${names[1]}.` },
        ],
      };
    }
  },
};
