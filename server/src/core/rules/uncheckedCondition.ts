import { brokenThreshold, nearThresholds } from '../model/values/nearCondition.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { changesTo, scalarsOf } from './support/scalars.ts';

const step = (condition: string): string => `${head}measures:
  severity: 1-5
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    when: ${condition}
`;

export const uncheckedCondition: Rule = {
  code: 'unchecked-condition',
  family: 'names',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A condition compares a measure, but is read as a sentence.',
  details:
    'A condition is checked where all of it is comparisons of measures with numbers, joined by and, or and not. Anything else is a sentence for people: whether it leaves a gap or can never hold, nobody looks. A sentence that compares what the chain does not declare as a measure is left alone.',
  valid: [
    { text: step('severity > 3 and not severity = 5') },
    { text: step('the severity is more than people bear') },
    { text: step('loss => 3') },
  ],
  invalid: [
    {
      text: step("'severity => 3 && severity < 5'\n#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"),
      fixed: step("'severity >= 3 and severity < 5'"),
    },
    {
      text: step('severity is between 2 and 4\n#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^'),
      fixed: step('severity >= 2 and severity <= 4'),
    },
    {
      text: step('severity > 3 or\n#         ^^^^^^^^^^^^^^^'),
    },
    {
      text: step('severity > €250.000\n#         ^^^^^^^^^^^^^^^^^^^'),
      fixed: step("'severity > €250,000'"),
    },
  ],
  *check({ document, chain }) {
    const measures = (chain?.measures ?? []).map(({ text }) => text);
    if (measures.length === 0) return;
    for (const node of scalarsOf(document, 'condition')) {
      const near = nearThresholds(node.text, measures);
      if (near.length === 0) {
        const reason = brokenThreshold(node.text, measures);
        if (reason === undefined) continue;
        yield {
          span: node.span,
          message: `This condition is read as a sentence, so nothing of it is checked: ${reason}. Complete it.`,
        };
        continue;
      }
      const fixes = changesTo(node, near);
      yield {
        span: node.span,
        message: `This condition is read as a sentence, so nothing of it is checked. Write ${near.join(', or ')}.`,
        fixes: near.length === 1 ? fixes : fixes.map(fix => ({ ...fix, preferred: false })),
      };
    }
  },
};
