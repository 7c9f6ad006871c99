import type { Rule } from './rule.ts';
import { removeEntry } from './support/edits.ts';
import { changesTo, scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { didYouMean, quoted } from './support/words.ts';

const path = '.skill-chains.yaml';

export const unknownRule: Rule = {
  code: 'unknown-rule',
  family: 'checking',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A configuration names a rule that does not exist.',
  details:
    'What is said of a rule that is not there changes nothing, so what was to be silenced speaks on. Rules are named by their codes, which stand behind each finding and in the list of rules.',
  valid: [{ text: 'rules:\n  unused-product: off\n', path }],
  invalid: [
    {
      text: `rules:
  unused-produkt: off
# ^^^^^^^^^^^^^^
`,
      path,
      fixed: `rules:
  unused-product: off
`,
    },
    {
      text: `preset: strict
rules:
  unknown-skill: error
  spelling: off
# ^^^^^^^^
`,
      path,
      fixed: `preset: strict
rules:
  unknown-skill: error
`,
    },
  ],
  *check({ document, codes }) {
    const nearest = suggester(codes);
    for (const node of scalarsOf(document, 'rule-code')) {
      if (codes.includes(node.text)) continue;
      const near = nearest(node.text);
      const entry = node.parent?.kind === 'entry' ? node.parent : undefined;
      const removal = entry && removeEntry(document, entry);
      yield {
        span: node.span,
        message: `No rule is called ${quoted(node.text)}. ${near.length > 0 ? didYouMean(near) : 'Write the code of one, or remove it.'}`,
        fixes: [
          ...changesTo(node, near),
          ...(removal === undefined ? [] : [{ title: `Remove ${quoted(node.text)}`, edits: removal }]),
        ],
      };
    }
  },
};
