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

export const afterCycle: Rule = {
  code: 'after-cycle',
  family: 'flow',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A node waits for one that waits for it.',
  details:
    'A node that waits for one that comes after it, directly or through others, never starts. Remove one of the two orders.',
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
    {
      text: list('    after: [tell]\n#           ^^^^\n'),
      fixed: list(''),
    },
    {
      text: lanes('        after: [tell]\n#               ^^^^\n', '        after: [restore]\n'),
      fixed: lanes('', '        after: [restore]\n'),
    },
  ],
  *check({ document, chain, soundness }) {
    const cycles = (chain === undefined ? [] : afterReferences(chain)).filter(
      ({ word, node, state }) =>
        state === 'cycle' && soundness.hasRead(outermost(node)) && !soundness.mayDeclare(word.text),
    );
    const told = new Set<number>();
    for (const { word, node, circle } of cycles) {
      if (circle !== undefined && told.has(circle)) continue;
      if (circle !== undefined) told.add(circle);
      const others = cycles.filter(
        each => circle !== undefined && each.circle === circle && each.word !== word,
      );
      const edits = removeItem(document, word.node);
      const what = `${quoted(word.text)} waits for this ${kindOf(node)}`;
      const circleInWords =
        others.length > 1
          ? `${what} by way of others, so none of them would ever start. Remove one of the orders.`
          : `${what}, so the two would wait for each other. Remove one of the orders.`;
      yield {
        ...placeIn(node, 'after', word),
        message:
          word.text === node.id
            ? `This ${kindOf(node)} waits for itself, so it would never start. Remove ${quoted(word.text)}.`
            : circleInWords,
        related: others.map(each => ({
          uri: document.uri,
          span: placeIn(each.node, 'after', each.word).span,
          message: `This ${kindOf(each.node)} waits for ${quoted(each.word.text)}.`,
        })),
        fixes: edits === undefined ? [] : [{ title: `Remove ${quoted(word.text)}`, edits }],
      };
    }
  },
};
