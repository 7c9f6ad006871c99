import type { Rule } from './rule.ts';
import { removeEntry } from './support/edits.ts';
import { oneStep } from './support/examples.ts';
import { changesTo, isSpelling, scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { removeCode } from './support/suppressions.ts';
import { didYouMean, quoted } from './support/words.ts';

const path = '.skill-chains.yaml';

export const unknownRule: Rule = {
  code: 'unknown-rule',
  family: 'checking',
  severity: 'warning',
  reliesOn: 'place',
  silenced: 'by-configuration',
  summary: 'A configuration, or a comment that silences findings, names a rule that does not exist.',
  details:
    'A setting for a rule that does not exist changes nothing, so what was to be silenced is still reported. Rules are named by their codes, which are shown with each finding and in the list of rules.',
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
    {
      text: `${oneStep}    # skill-chains-ignore timeline-without-rom: it is tight
#                         ^^^^^^^^^^^^^^^^^^^^
    because: It is down
`,
      fixed: `${oneStep}    # skill-chains-ignore timeline-without-room: it is tight
    because: It is down
`,
    },
  ],
  *check({ document, codes, suppressing }) {
    const nearest = suggester(codes);
    for (const node of scalarsOf(document, 'rule-code')) {
      if (codes.includes(node.text)) continue;
      const near = nearest(node.text);
      const entry = node.parent?.kind === 'entry' ? node.parent : undefined;
      const removal = entry && removeEntry(document, entry);
      yield {
        span: node.span,
        message: messageOf(node.text, near),
        fixes: [
          ...changesTo(node, near),
          ...(removal === undefined ? [] : [{ title: `Remove ${quoted(node.text)}`, edits: removal }]),
        ],
      };
    }
    for (const suppression of suppressing.all) {
      for (const code of suppression.codes) {
        if (codes.includes(code.text)) continue;
        const near = nearest(code.text);
        yield {
          span: code.span,
          message: messageOf(code.text, near),
          fixes: [
            ...near.map((name, at) => ({
              title: `Change to ${quoted(name)}`,
              edits: [{ span: code.span, newText: name }],
              ...(at === 0 && { preferred: true, safe: isSpelling(code.text, near) }),
            })),
            { title: `Remove ${quoted(code.text)}`, edits: removeCode(document, suppression, code) },
          ],
        };
      }
    }
  },
};

const messageOf = (code: string, near: readonly string[]): string =>
  `No rule is called ${quoted(code)}. ${near.length > 0 ? didYouMean(near) : 'Write the code of one, or remove it.'}`;
