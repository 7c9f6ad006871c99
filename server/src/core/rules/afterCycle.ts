import { afterReferences } from '../analysis/after.ts';
import type { Rule } from './rule.ts';
import { removeItem } from './support/edits.ts';
import { head } from './support/examples.ts';
import { kindOf, outermost } from './support/nodes.ts';
import { quoted } from './support/words.ts';

const lanes = (restore: string, rest: string): string => `${head}steps:
  - parallel:
      - id: restore
        skill: site-reliability-engineer
        do: Restore the service
${restore}      - id: tell
        skill: technical-writer
        do: Tell the customers
${rest}`;

const list = (rest: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - id: tell
    skill: technical-writer
    do: Tell the customers
${rest}`;

export const afterCycle: Rule = {
  code: 'after-cycle',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A node waits for one that waits for it.',
  details:
    'A node that waits for what comes after it, directly or around several corners, never starts. Remove one of the orders.',
  valid: [
    {
      text: lanes('', '        after: [restore]\n'),
    },
  ],
  invalid: [
    {
      text: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
    after: [tell]
#           ^^^^
  - id: tell
    skill: technical-writer
    do: Tell the customers
`,
      fixed: list(''),
    },
  ],
  *check({ document, chain, soundness }) {
    for (const { word, node, state } of chain === undefined ? [] : afterReferences(chain)) {
      if (state !== 'cycle' || !soundness.hasRead(outermost(node)) || soundness.mayDeclare(word.text))
        continue;
      const edits = removeItem(document, word.node);
      yield {
        span: word.span,
        message: `${quoted(word.text)} waits for this ${kindOf(node)}, so the two would wait for each other. Remove one of the orders.`,
        fixes: edits === undefined ? [] : [{ title: `Remove ${quoted(word.text)}`, edits }],
      };
    }
  },
};
