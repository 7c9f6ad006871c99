import { readTarget } from '../model/values/target.ts';
import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { misspellsKey } from './support/missingKeys.ts';

const chain = (metric: string): string => `${oneStep}success:
  - ${metric}
`;

export const changeWithoutBase: Rule = {
  code: 'change-without-base',
  family: 'measure',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'place',
  summary: 'A target is a change, and nothing says from what or by when.',
  details:
    'A target such as -40 % counts from something. If the metric does not say from what, and within does not say by when, every reader assumes another value for the start and another day for the end, and the same result is a success for only one of them. Name the value that it is compared with in the metric, such as the baseline or the quarter before, or add within.',
  fixless: 'Only whoever set the target knows what it counts from.',
  valid: [
    { text: chain('{ metric: Time to restore against the baseline, target: -40 % }') },
    { text: chain('{ metric: Time to restore, target: -40 %, within: 6 months }') },
    { text: chain('{ metric: Time to restore, target: < 40 minutes }') },
  ],
  invalid: [
    {
      text: chain('{ metric: Time to restore, target: -40 % }\n#                                      ^^^^^'),
    },
    { text: chain("metric: Number of incidents\n    target: '+10 %'\n#           ^^^^^^^") },
  ],
  *check({ document, chain }) {
    for (const { words, target, within } of chain?.success ?? []) {
      if (target === undefined || within !== undefined || isBased(words.text.slice(0, longestSentence)))
        continue;
      const read = readTarget(target.text);
      if (!read.ok || read.value.kind !== 'change') continue;
      const { parent } = target.node;
      if (parent?.kind === 'entry' && misspellsKey(document, parent.parent, 'within')) continue;
      yield {
        span: target.span,
        message:
          'Nothing says what this change counts from, or by when it is reached. Name in the metric what it is held against, or add "within".',
      };
    }
  },
};

/** UTF-16 units of a metric that are looked at. */
const longestSentence = 300;

/** Other languages than English are left alone, as far as their letters tell. */
const isBased = (metric: string): boolean => based.test(metric) || /[\u0080-\uffff]/.test(metric);

/** Words that say what a change is held against, or over which time. */
const based =
  /\d|\b(?:against|baseline|before|than|compared|comparison|versus|vs|since|previous|prior|earlier|former|original|initial|current|last|today|QoQ|YoY|MoM|WoW|per|(?:year|quarter|month|week)(?:ly)?|annual(?:ly)?)\b/i;
