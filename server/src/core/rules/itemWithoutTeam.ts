import { teamsOf } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { twoItems, wholeSuite } from './support/suites.ts';
import { quoted } from './support/words.ts';

export const itemWithoutTeam: Rule = {
  code: 'item-without-team',
  family: 'suite',
  severity: 'information',
  reliesOn: 'document',
  fixless: 'Only people know whose item it is.',
  summary: 'No team of a suite does an item.',
  details:
    'Where a suite says which team does what, each item is in the primary of one of them. The owner of an item answers for it, and need not be the team that does it.',
  valid: [{ text: `${twoItems}teams:\n  Security: { primary: [baseline, threats] }\n` }, { text: twoItems }],
  invalid: [
    {
      text: `${twoItems.replace('\n  threats', '\n  threats').replace('needs: [baseline] }\n', 'needs: [baseline] }\n# ^^^^^^^\n')}teams:
  Security: { primary: [baseline] }
`,
    },
  ],
  *check(context) {
    const suite = wholeSuite(context);
    if (suite === undefined || suite.teams.length === 0) return;
    for (const { id } of suite.itemsById.values()) {
      if (teamsOf(suite, id.text).length > 0) continue;
      yield {
        span: id.span,
        message: `No team does the item ${quoted(id.text)}. Add it to the primary items of the team whose work it is.`,
      };
    }
  },
};
