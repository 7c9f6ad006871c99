import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { suiteHead } from './support/suites.ts';
import { quoted } from './support/words.ts';

const chain = (success: string): string => `${oneStep}success:
  - ${success}
`;

export const successNotMeasurable: Rule = {
  code: 'success-not-measurable',
  family: 'measure',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'place',
  summary: 'A sentence under success says that something is good or better, but not how anybody can tell.',
  details:
    'A run was a success or it was not, and two people who look at it should come to the same answer. Words such as better, faster or smooth do not decide that. Say how much and against what, make a metric with a target of it, say what it is measured by, or state a fact that is true or is not. Only English words are known here; a sentence with a number, a limit or a way to measure is left alone.',
  fixless: 'Only whoever wrote the sentence knows the number or fact that was meant.',
  valid: [
    { text: chain('Answers take less than 5 minutes') },
    { text: chain('The accessibility statement is published') },
    { text: chain('Developers are faster than before, measured by how often they deploy') },
  ],
  invalid: [
    { text: chain('Customers are happier\n#   ^^^^^^^^^^^^^^^^^^^^^') },
    {
      text: `${suiteHead}  baseline: { chain: post-mortem }
phases:
  - { phase: Foundation, items: [baseline], success: [Smooth operation of all services] }
#                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
    },
  ],
  *check({ chain, suite }) {
    const sentences = [
      ...(chain?.success.filter(({ target }) => target === undefined).map(({ words }) => words) ?? []),
      ...(suite?.phases.flatMap(({ success }) => success) ?? []),
    ];
    for (const word of sentences) {
      const [vague] = vagueWords.exec(word.text.slice(0, longestSentence)) ?? [];
      if (vague === undefined || measured.test(word.text.slice(0, longestSentence))) continue;
      yield {
        span: word.span,
        message: `Nobody can tell whether this was reached: ${quoted(vague)} is a matter of opinion. Say how much, or by what it is measured.`,
      };
    }
  },
};

/** UTF-16 units of a sentence that are looked at. */
const longestSentence = 300;

/** Words of which each has its own idea. */
const vagueWords =
  /\b(?:better|improved?|improves|good|great|happy|happier|pleased|satisfied|smooth(?:ly|er)?|fast(?:er)?|quick(?:er|ly)?|easy|easier|easily|efficient(?:ly)?|effective(?:ly)?|high[- ]quality|robust|reasonable|adequate|sufficient(?:ly)?|significant(?:ly)?)\b/i;

/** What lets a sentence be checked all the same: a figure, a limit, or a way to find out. */
const measured =
  /[\d%<>≤≥]|\b(?:no|none|nobody|nothing|zero|never|one|two|three|half|twice|double[ds]?|measured|counted|survey(?:ed)?|score[ds]?|rate[ds]?|votes?|says?|said|agree[ds]?|confirm(?:s|ed)?|baseline|metrics?|as shown|by (?:monday|tuesday|wednesday|thursday|friday|the end))\b/i;
