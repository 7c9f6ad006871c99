import { unknownInputs } from '../analysis/plan.ts';
import type { Rule } from './rule.ts';
import { renameKey } from './support/edits.ts';
import { smallPlan } from './support/plans.ts';
import { suggester } from './support/suggester.ts';
import { didYouMean, quoted } from './support/words.ts';

const plan = (inputs: string): string => `${smallPlan}examples:
  - name: small service
    inputs:
      repository: acme/shop
      stack: TypeScript
      ${inputs}
`;

export const unknownInput: Rule = {
  code: 'unknown-input',
  family: 'plan',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'An example of a prompt plan gives an input that the plan does not have.',
  details:
    'What an example gives beyond the inputs of the plan goes nowhere. Most often the input was renamed and its example was not.',
  valid: [{ text: `${smallPlan}examples:\n  - inputs: { repository: acme/shop, stack: TypeScript }\n` }],
  invalid: [
    {
      text: plan('branch: main\n#     ^^^^^^'),
    },
    {
      text: `${smallPlan}examples:
  - inputs: { repository: acme/shop, stak: TypeScript }
#                                    ^^^^
`,
      fixed: `${smallPlan}examples:
  - inputs: { repository: acme/shop, stack: TypeScript }
`,
    },
  ],
  *check({ plan: model, soundness }) {
    const nearest = suggester(model?.inputsByName.keys() ?? []);
    for (const example of model?.examples ?? []) {
      if (model === undefined) continue;
      const given = new Set(example.inputs.map(input => input.text));
      for (const { text, span, node } of unknownInputs(model, example)) {
        if (soundness.mayDeclare(text)) continue;
        const near = nearest(text).filter(name => !given.has(name));
        const entry = node.parent?.kind === 'entry' ? node.parent : undefined;
        const advice = near.length > 0 ? didYouMean(near) : 'Remove it, or add it to the inputs.';
        yield {
          span,
          message: `This plan has no input called ${quoted(text)}. ${advice}`,
          fixes: near.flatMap((name, at) =>
            entry === undefined
              ? []
              : [
                  {
                    title: `Change to ${quoted(name)}`,
                    edits: renameKey(entry, name),
                    ...(at === 0 ? { preferred: true } : {}),
                  },
                ],
          ),
        };
      }
    }
  },
};
