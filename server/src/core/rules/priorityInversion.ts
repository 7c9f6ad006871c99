import { dependenciesOf, priorityRank } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { suiteHead, twoItems } from './support/suites.ts';
import { quoted } from './support/words.ts';

export const priorityInversion: Rule = {
  code: 'priority-inversion',
  family: 'suite',
  severity: 'warning',
  reliesOn: 'place',
  fixless: 'Only people know which of the two items is as urgent as it says.',
  summary: 'An urgent item needs one that is less urgent.',
  details:
    'An item is done no sooner than what it needs, so a P0 that waits for a P2 is worked on like a P2. Raise the priority of what is needed, or take the dependency out. Priorities other than P0 to P9 have no order, so nothing is reported about them.',
  valid: [{ text: twoItems }],
  invalid: [
    {
      text: `${suiteHead}  baseline: { chain: post-mortem, priority: P2 }
  threats: { chain: post-mortem, priority: P0, needs: [baseline] }
#                                                      ^^^^^^^^
`,
    },
  ],
  *check({ document, suite }) {
    for (const { item, needed, word } of suite === undefined ? [] : dependenciesOf(suite)) {
      const [own, other] = [item.priority, needed.priority];
      const [rank, otherRank] = [priorityRank(own?.text), priorityRank(other?.text)];
      if (own === undefined || other === undefined || rank === undefined || otherRank === undefined) continue;
      if (otherRank <= rank) continue;
      const [id, neededId] = [quoted(item.id.text), quoted(needed.id.text)];
      yield {
        span: word.span,
        message: `${id} is ${own.text}, but needs ${neededId}, which is only ${other.text}. Raise the priority of ${neededId}, or take this out.`,
        related: [{ uri: document.uri, span: other.span, message: `${neededId} has its priority here.` }],
      };
    }
  },
};
