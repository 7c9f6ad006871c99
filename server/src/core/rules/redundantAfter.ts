import { afterReferences } from '../analysis/after.ts';
import type { Rule } from './rule.ts';
import { removeItem } from './support/edits.ts';
import { head } from './support/examples.ts';
import { kindOf, outermost, placeIn } from './support/nodes.ts';
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

export const redundantAfter: Rule = {
  code: 'redundant-after',
  family: 'flow',
  severity: 'hint',
  reliesOn: 'place',
  summary: 'A node asks for an order that the list gives anyway.',
  details:
    'A list runs from top to bottom, so after is only needed between lanes of one parallel. Elsewhere it says nothing new, and goes out of date when nodes are moved.',
  valid: [
    {
      text: lanes('', '        after: [restore]\n'),
    },
  ],
  invalid: [
    {
      text: list('    after: [restore]\n#           ^^^^^^^\n'),
      fixed: list(''),
    },
  ],
  *check({ document, chain, soundness }) {
    for (const { word, node, state } of chain === undefined ? [] : afterReferences(chain)) {
      if (state !== 'redundant' || !soundness.hasRead(outermost(node)) || soundness.mayDeclare(word.text))
        continue;
      const edits = removeItem(document, word.node);
      yield {
        ...placeIn(node, 'after', word),
        message: `${quoted(word.text)} comes before this ${kindOf(node)} anyway. "after" is only needed between lanes; remove it.`,
        tag: 'unnecessary',
        fixes:
          edits === undefined
            ? []
            : [{ title: `Remove ${quoted(word.text)}`, edits, preferred: true, safe: true }],
      };
    }
  },
};
