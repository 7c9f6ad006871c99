import { afterReferences } from '../analysis/after.ts';
import type { Rule } from './rule.ts';
import { removeItem } from './support/edits.ts';
import { head } from './support/examples.ts';
import { kindOf, outermost, placeIn } from './support/nodes.ts';
import { quoted } from './support/words.ts';

const routes = (rest: string): string => `${head}steps:
  - decision: Are customers hit?
    by: incident-commander
    routes:
      - when: they are
        steps:
          - id: tell
            skill: technical-writer
            do: Tell the customers
      - otherwise:
          - id: restore
            skill: site-reliability-engineer
            do: Restore the service
${rest}`;

export const afterOtherRoute: Rule = {
  code: 'after-other-route',
  family: 'flow',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A node waits for one on another route of the same decision.',
  details:
    'A decision takes one of its routes, so nodes of two routes never both run, and neither can wait for the other.',
  valid: [
    {
      text: routes(''),
    },
  ],
  invalid: [
    {
      text: routes('            after: [tell]\n#                   ^^^^\n'),
      fixed: routes(''),
    },
  ],
  *check({ document, chain, soundness }) {
    for (const { word, node, state } of chain === undefined ? [] : afterReferences(chain)) {
      if (
        state !== 'between-routes' ||
        !soundness.hasRead(outermost(node)) ||
        soundness.mayDeclare(word.text)
      )
        continue;
      const edits = removeItem(document, word.node);
      yield {
        ...placeIn(node, 'after', word),
        message: `${quoted(word.text)} stands on another route of the same decision, so it never runs when this ${kindOf(node)} does. Remove this order.`,
        fixes: edits === undefined ? [] : [{ title: `Remove ${quoted(word.text)}`, edits, preferred: true }],
      };
    }
  },
};
