import { plannedItems } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { removeItem } from './support/edits.ts';
import { placeIn } from './support/nodes.ts';
import { twoItems } from './support/suites.ts';
import { quoted } from './support/words.ts';

const phases = (second: string): string => `${twoItems}phases:
  - phase: Foundation
    items: [baseline]
  - phase: Hardening
    items: [${second}
`;

export const itemInTwoPhases: Rule = {
  code: 'item-in-two-phases',
  family: 'suite',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'An item of a suite is planned twice.',
  details:
    'Each item is done in one phase. With two, nobody can say when it is over, and what needs it begins too early or too late. Split the item where it is really done in two steps.',
  valid: [{ text: phases('threats]') }],
  invalid: [
    {
      text: phases('baseline, threats]\n#           ^^^^^^^^'),
      fixed: phases('threats]'),
    },
  ],
  *check({ document, suite }) {
    if (suite === undefined) return;
    for (const [id, [first, ...others]] of plannedItems(suite)) {
      if (first === undefined) continue;
      for (const { word, phase } of others) {
        const where =
          phase === first.phase
            ? 'in this phase twice'
            : `in the phase ${quoted(first.phase.name.text)} already`;
        const edits = removeItem(document, word.node);
        yield {
          ...placeIn(phase, 'items', word),
          message: `The item ${quoted(id)} is ${where}. Leave it in one place.`,
          related: [
            {
              uri: document.uri,
              span: placeIn(first.phase, 'items', first.word).span,
              message: `${quoted(id)} is planned here first.`,
            },
          ],
          ...(edits && { fixes: [{ title: `Remove ${quoted(id)} here`, edits }] }),
        };
      }
    }
  },
};
