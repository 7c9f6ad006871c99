import { readCondition, termsOf } from '../model/values/condition.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { replaceScalar, scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { didYouMean, quoted } from './support/words.ts';

const step = (
  condition: string,
  measures = 'measures:\n  severity: 1-5\n',
): string => `${head}${measures}steps:
  - skill: site-reliability-engineer
    do: Restore the service
    when: ${condition}
`;

export const unknownMeasure: Rule = {
  code: 'unknown-measure',
  family: 'names',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A condition compares something whose name is nearly that of a measure of the chain.',
  details:
    'Only a name that is exactly that of a measure is checked against its range, and found when somebody looks for the measure. A name that is close to no measure is left alone, since measures need not be declared.',
  valid: [
    { text: step('severity > 3') },
    { text: step('loss > 3') },
    { text: step('the severty is more than people bear') },
  ],
  invalid: [
    {
      text: step('severty > 3\n#         ^^^^^^^'),
      fixed: step('severity > 3'),
    },
  ],
  *check({ document, chain }) {
    const measures = (chain?.measures ?? []).map(({ text }) => text);
    if (measures.length === 0) return;
    const nearest = suggester(measures);
    for (const node of scalarsOf(document, 'condition')) {
      const condition = readCondition(node.text);
      if (!condition.ok || condition.value.kind === 'prose') continue;
      for (const { kind, measure } of termsOf(condition.value.expression)) {
        const { name, span } = measure;
        // A bare name is a yes or no of its own, and those are not declared.
        if (kind !== 'comparison' || measures.includes(name)) continue;
        const near = nearest(name);
        if (near.length === 0) continue;
        const isAsWritten = document.text.slice(node.span.start, node.span.end) === node.text;
        yield {
          span: isAsWritten
            ? { start: node.span.start + span.start, end: node.span.start + span.end }
            : node.span,
          message: `The chain has no measure called ${quoted(name)}. ${didYouMean(near)}`,
          fixes: near.map((other, at) => ({
            title: `Change to ${quoted(other)}`,
            edits: replaceScalar(node, node.text.slice(0, span.start) + other + node.text.slice(span.end)),
            ...(at === 0 ? { preferred: true } : {}),
          })),
        };
      }
    }
  },
};
