import { dependenciesOf, plannedItems } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { twoItems } from './support/suites.ts';
import { quoted } from './support/words.ts';

const phases = (first: string, second: string): string => `phases:
  - phase: Foundation
    items: [${first}]
  - phase: Hardening
    items: [${second}]
`;

export const needsLaterPhase: Rule = {
  code: 'needs-later-phase',
  family: 'suite',
  severity: 'error',
  reliesOn: 'place',
  fixless: 'Only whoever plans the suite knows which of the two items should move.',
  summary: 'An item needs one that is done in a later phase.',
  details:
    'Phases follow one another in the order in which they are listed, so an item cannot wait for one of a later phase without holding up its own. Move one of the two, or take the dependency out.',
  valid: [{ text: `${twoItems}${phases('baseline', 'threats')}` }],
  invalid: [
    {
      text: `${twoItems.replace('needs: [baseline] }\n', 'needs: [baseline] }\n#                                                      ^^^^^^^^\n')}${phases('threats', 'baseline')}`,
    },
  ],
  *check({ document, suite }) {
    if (suite === undefined) return;
    const planned = plannedItems(suite);
    for (const { item, needed, word } of dependenciesOf(suite)) {
      const [own, ...ownOthers] = planned.get(item.id.text) ?? [];
      const [other, ...otherOthers] = planned.get(needed.id.text) ?? [];
      // What is planned twice has a finding of its own.
      if (own === undefined || other === undefined || ownOthers.length + otherOthers.length > 0) continue;
      if (other.order <= own.order) continue;
      yield {
        span: word.span,
        message: `${quoted(item.id.text)} is done in ${quoted(own.phase.name.text)}, but what it needs only in the later phase ${quoted(other.phase.name.text)}. Move one of the two.`,
        related: [
          { uri: document.uri, span: other.word.span, message: `${quoted(needed.id.text)} is planned here.` },
          { uri: document.uri, span: own.word.span, message: `${quoted(item.id.text)} is planned here.` },
        ],
      };
    }
  },
};
