import type { Rule } from './rule.ts';
import { twoItems, wholeSuite } from './support/suites.ts';
import { quoted } from './support/words.ts';

export const teamWithoutItems: Rule = {
  code: 'team-without-items',
  family: 'suite',
  severity: 'information',
  reliesOn: 'document',
  fixless: 'What is written about the team would be lost with it, and only people know which items it does.',
  summary: 'A team of a suite does not do any item.',
  details:
    'The items that a team does are listed under its primary. A team that only supports others has no work of its own to answer for; often its items were forgotten.',
  valid: [{ text: `${twoItems}teams:\n  Security: { primary: [baseline, threats] }\n` }],
  invalid: [
    {
      text: `${twoItems}teams:
  Security: { primary: [baseline, threats] }
  Data: { support: all }
# ^^^^
`,
    },
  ],
  *check(context) {
    for (const { id, primary } of wholeSuite(context)?.teams ?? []) {
      if (primary.length > 0) continue;
      yield {
        span: id.span,
        message: `The team ${quoted(id.text)} does no item. Add what it does under "primary", or leave the team out.`,
      };
    }
  },
};
