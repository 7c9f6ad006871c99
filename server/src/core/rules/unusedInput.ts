import { unusedInputs } from '../analysis/plan.ts';
import type { Rule } from './rule.ts';
import { removeEntry } from './support/edits.ts';
import { planHead, smallPlan } from './support/plans.ts';
import { quoted } from './support/words.ts';

export const unusedInput: Rule = {
  code: 'unused-input',
  family: 'plan',
  severity: 'warning',
  reliesOn: 'document',
  summary: 'An input of a prompt plan is not used in its template.',
  details:
    'Whoever runs the plan is asked for every input. One that the template never uses costs them time and changes nothing. A name within braces counts as a use wherever it is, in code too.',
  valid: [{ text: smallPlan }],
  invalid: [
    {
      text: `${planHead}inputs:
  repository: string
  stack: string
# ^^^^^
template: |
  Review {{repository}}.
`,
      fixed: `${planHead}inputs:
  repository: string
template: |
  Review {{repository}}.
`,
    },
  ],
  *check({ document, plan }) {
    for (const { name } of plan === undefined || isUnread(plan.template?.node.text)
      ? []
      : unusedInputs(plan)) {
      const entry = name.node.parent?.kind === 'entry' ? name.node.parent : undefined;
      const edits = entry && removeEntry(document, entry);
      yield {
        span: name.span,
        message: `The template uses ${quoted(name.text)} nowhere. Write it there in two pairs of braces, or remove the input.`,
        tag: 'unnecessary',
        ...(edits && { fixes: [{ title: `Remove ${quoted(name.text)}`, edits }] }),
      };
    }
  },
};

/** A template that is still to be written uses nothing yet. */
const isUnread = (template: string | undefined): boolean => template === undefined || template.trim() === '';
