import type { Rule } from './rule.ts';
import { planHead, smallPlan } from './support/plans.ts';
import { isEmptyTemplate, shapeProblems } from './support/shapeProblems.ts';

export const emptyTemplate: Rule = {
  code: 'empty-template',
  family: 'plan',
  severity: 'error',
  reliesOn: 'place',
  fixless: 'Only its author knows what is asked of the model.',
  summary: 'The template of a prompt plan is empty.',
  details:
    'The template is the prompt: without it there is nothing to run. Write it as a block, with a vertical bar after the colon and the text indented below.',
  valid: [{ text: smallPlan }],
  invalid: [
    { text: `${planHead}template:\n#^^^^^^^\n` },
    { text: `${planHead}template: ""\n#         ^^\n` },
  ],
  *check({ document }) {
    for (const { span } of shapeProblems(document, 'wrong-type').filter(isEmptyTemplate)) {
      yield {
        span,
        message: 'This template is empty, so the plan asks for nothing. Write the prompt here.',
      };
    }
  },
};
