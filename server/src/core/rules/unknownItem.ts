import { allItems } from '../model/suite.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { suiteHead, twoItems } from './support/suites.ts';
import { byText, changesOfAll } from './support/uses.ts';
import { didYouMean, quoted } from './support/words.ts';

export const unknownItem: Rule = {
  code: 'unknown-item',
  family: 'suite',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A reference names an item that the suite does not have.',
  details:
    'What an item needs, what a phase holds and what a team does are items of the same suite, by their ids. A team may support all of them at once with the word all.',
  valid: [
    { text: twoItems },
    {
      text: `${twoItems}teams:
  Security: { primary: [baseline, threats], support: all }
`,
    },
  ],
  invalid: [
    {
      text: `${suiteHead}  baseline: { chain: post-mortem }
  threats: { chain: post-mortem, needs: [baselin] }
#                                        ^^^^^^^
`,
      fixed: `${suiteHead}  baseline: { chain: post-mortem }
  threats: { chain: post-mortem, needs: [baseline] }
`,
    },
    {
      text: `${twoItems}teams:
  Security: { primary: [baseline, threats, audits] }
#                                          ^^^^^^
`,
    },
  ],
  *check({ document, suite, soundness }) {
    if (suite === undefined) return;
    const nearest = suggester(suite.itemsById.keys());
    const unknown = [...scalarsOf(document, 'item-reference')].filter(
      node => !suite.itemsById.has(node.text) && !soundness.mayDeclare(node.text) && !meansAll(node),
    );
    for (const uses of byText(unknown.toSorted((left, right) => left.span.start - right.span.start))) {
      const [{ text, span }, ...others] = uses;
      const near = nearest(text);
      const advice = near.length > 0 ? didYouMean(near) : 'Write the id of one that is there, or add it.';
      yield {
        span,
        message: `This suite has no item called ${quoted(text)}. ${advice}`,
        related: others.map(other => ({
          uri: document.uri,
          span: other.span,
          message: `${quoted(text)} is named here too.`,
        })),
        fixes: changesOfAll(
          uses.map(node => ({ node })),
          near,
        ),
      };
    }
  },
};

/** `all` stands for every item where a team helps, and nowhere else. */
function meansAll({ text, parent }: ScalarNode): boolean {
  const entry = parent?.kind === 'list' ? parent.parent : parent;
  return text === allItems && entry?.kind === 'entry' && entry.key.text === 'support';
}
