import { dependenciesOf, itemsOfPhase } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { twoItems, wholeSuite } from './support/suites.ts';
import { quoted } from './support/words.ts';

const phase = (active: number): string => `phases:
  - phase: Foundation
    items: [baseline, threats]
    capacity: { active: ${active} }
`;

export const samePhaseDependency: Rule = {
  code: 'same-phase-dependency',
  family: 'suite',
  severity: 'information',
  reliesOn: 'document',
  fixless: 'Only whoever plans the suite knows whether the capacity is smaller, or the items need not wait.',
  summary: 'An item waits for another of its phase, though the capacity counts on all of them at once.',
  details:
    'A capacity that equals the number of items says that all of them are worked on at the same time. An item that needs another of the same phase cannot be: it waits, and its people with it. Lower the capacity, or move one of the two to another phase.',
  valid: [{ text: `${twoItems}${phase(1)}` }, { text: twoItems }],
  invalid: [
    {
      text: `${twoItems.replace('needs: [baseline] }\n', 'needs: [baseline] }\n#                                                      ^^^^^^^^\n')}${phase(2)}`,
    },
  ],
  *check(context) {
    const model = wholeSuite(context);
    if (model === undefined) return;
    const { document } = context;
    const dependencies = dependenciesOf(model);
    for (const each of model.phases) {
      const { active, name } = each;
      const items = new Set(itemsOfPhase(model, each));
      if (active?.value === undefined || active.value !== items.size) continue;
      for (const { item, needed, word } of dependencies) {
        if (item === needed || !items.has(item) || !items.has(needed)) continue;
        yield {
          span: word.span,
          message: `${quoted(item.id.text)} waits for ${quoted(needed.id.text)} in the same phase, but the capacity of ${quoted(name.text)} counts on all ${items.size} items at once. Lower the capacity, or move one of the two.`,
          related: [{ uri: document.uri, span: active.span, message: 'The capacity is said here.' }],
        };
      }
    }
  },
};
