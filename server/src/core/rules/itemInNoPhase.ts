import { plannedItems } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { suiteHead, twoItems, wholeSuite } from './support/suites.ts';
import { quoted } from './support/words.ts';

export const itemInNoPhase: Rule = {
  code: 'item-in-no-phase',
  family: 'suite',
  severity: 'warning',
  reliesOn: 'document',
  fixless: 'Only whoever plans the suite knows when the item is done.',
  summary: 'An item of a suite belongs to no phase.',
  details:
    'Where a suite has phases, each item is done in one of them. An item in none is planned for no time, and nobody will miss it. A suite without phases has no such plan, so nothing is reported about it.',
  valid: [
    { text: twoItems },
    { text: `${twoItems}phases:\n  - phase: Foundation\n    items: [baseline, threats]\n` },
  ],
  invalid: [
    {
      text: `${suiteHead}  baseline: { chain: post-mortem }
  threats: { chain: post-mortem }
# ^^^^^^^
phases:
  - phase: Foundation
    items: [baseline]
`,
    },
  ],
  *check(context) {
    const suite = wholeSuite(context);
    if (suite === undefined || suite.phases.length === 0) return;
    const planned = plannedItems(suite);
    for (const { id } of suite.itemsById.values()) {
      if (planned.has(id.text) || context.soundness.mayDeclare(id.text)) continue;
      yield {
        span: id.span,
        message: `The item ${quoted(id.text)} is in no phase. Add it to the items of the phase in which it is done.`,
      };
    }
  },
};
