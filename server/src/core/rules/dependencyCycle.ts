import { dependencyCycles } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { suiteHead, twoItems } from './support/suites.ts';
import { quoted } from './support/words.ts';

export const dependencyCycle: Rule = {
  code: 'dependency-cycle',
  family: 'suite',
  severity: 'error',
  reliesOn: 'place',
  fixless: 'Only people know which of the items can do without the other.',
  summary: 'Items of a suite need one another in a circle.',
  details:
    'An item begins when those that it needs are done. Items that need one another, directly or by way of others, can never begin. Take one of the dependencies out, or split an item.',
  valid: [{ text: twoItems }],
  invalid: [
    {
      text: `${suiteHead}  baseline: { chain: post-mortem, needs: [policy] }
#                                         ^^^^^^
  threats: { chain: post-mortem, needs: [baseline] }
  policy: { chain: post-mortem, needs: [threats] }
`,
    },
    {
      text: `${suiteHead}  baseline: { chain: post-mortem, needs: [baseline] }
#                                         ^^^^^^^^
`,
    },
  ],
  *check({ document, suite }) {
    for (const cycle of suite === undefined ? [] : dependencyCycles(suite)) {
      const [first, ...others] = cycle;
      if (first === undefined) continue;
      const way = cycle.map(({ needed }) => quoted(needed.id.text));
      const told = way.length > 8 ? [...way.slice(0, 7), `${way.length - 8} more`, way.at(-1)] : way;
      yield {
        span: first.word.span,
        message:
          others.length === 0
            ? `${quoted(first.item.id.text)} needs itself, so it can never begin. Take this out.`
            : `${quoted(first.item.id.text)} can never begin: it needs ${told.join(', which needs ')}. Take one of these dependencies out.`,
        related: others.map(({ item, needed, word }) => ({
          uri: document.uri,
          span: word.span,
          message: `${quoted(item.id.text)} needs ${quoted(needed.id.text)} here.`,
        })),
      };
    }
  },
};
