import { itemsOfPhase, mostActive } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { suiteHead, wholeSuite } from './support/suites.ts';
import { quoted } from './support/words.ts';

const suite = (needs: string, mark = ''): string => `${suiteHead}  baseline: { chain: post-mortem }
  threats: { chain: post-mortem${needs} }
  policy: { chain: post-mortem }
phases:
  - phase: Foundation
    items: [baseline, threats, policy]
    capacity: { active: 2 }
${mark}`;

export const overCapacity: Rule = {
  code: 'over-capacity',
  family: 'suite',
  severity: 'warning',
  reliesOn: 'document',
  fixless:
    'Only whoever plans the suite knows whether more can be active, or an item belongs in another phase.',
  summary: 'More items of a phase can be active at once than its capacity allows.',
  details:
    'Items of one phase are worked on at the same time, but for those that wait for each other. Where that is more than the capacity says, some of them will wait without the plan saying which. Raise the capacity, move an item to another phase, or say with needs which item waits for which.',
  valid: [{ text: suite(', needs: [baseline]') }],
  invalid: [{ text: suite('', '#                       ^\n') }],
  *check(context) {
    const model = wholeSuite(context);
    for (const phase of model?.phases ?? []) {
      const { active, name } = phase;
      if (model === undefined || active?.value === undefined) continue;
      const most = mostActive(model, phase);
      if (most === undefined || most <= active.value) continue;
      const all = itemsOfPhase(model, phase).length;
      const which = most === all ? `All ${all}` : `${most} of the ${all}`;
      yield {
        span: active.span,
        message: `${which} items of ${quoted(name.text)} can be active at the same time, and its capacity is ${active.value}. Raise it, move an item to another phase, or say with "needs" which waits for which.`,
      };
    }
  },
};
