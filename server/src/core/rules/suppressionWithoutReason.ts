import type { Rule } from './rule.ts';
import { head, newSkill } from './support/examples.ts';

/** What a client that cannot ask for words leaves to be replaced. */
const placeholder = 'reason';

export const suppressionWithoutReason: Rule = {
  code: 'suppression-without-reason',
  family: 'checking',
  severity: 'warning',
  reliesOn: 'place',
  silenced: 'by-configuration',
  fixless: 'Only its author knows the reason.',
  summary: 'A comment silences findings without saying why.',
  details:
    'Whoever reads the comment in a year has to know whether it still holds. Write the reason after a colon: # skill-chains-ignore unused-product: kept for the auditors.',
  valid: [{ text: newSkill('skill-chains-ignore unknown-skill: she starts in May') }],
  invalid: [
    {
      text: `${head}steps:
  # skill-chains-ignore unknown-skill
#   ^^^^^^^^^^^^^^^^^^^
  - skill: database-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `# skill-chains-ignore-file unknown-skill:
# ^^^^^^^^^^^^^^^^^^^^^^^^
${newSkill()}`,
    },
  ],
  *check({ suppressing }) {
    for (const { counts, codes, reason, wordSpan } of suppressing.all) {
      if (counts === 'nowhere' || codes.length === 0) continue;
      if (reason !== undefined && reason !== placeholder) continue;
      yield {
        span: wordSpan,
        message: 'This comment does not say why. Write the reason behind a colon at its end.',
      };
    }
  },
};
