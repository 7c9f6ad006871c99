import { itemsOfPhase, prioritiesIn, priorityRank } from '../analysis/suite.ts';
import type { Rule } from './rule.ts';
import { suiteHead, wholeSuite } from './support/suites.ts';
import { enumerated, quoted } from './support/words.ts';

const suite = (success: string): string => `${suiteHead}  baseline: { chain: post-mortem, priority: P1 }
phases:
  - phase: Foundation
    items: [baseline]
    success:
      - ${success}
`;

export const vacuousSuccess: Rule = {
  code: 'vacuous-success',
  family: 'suite',
  severity: 'warning',
  reliesOn: 'document',
  fixless: 'Only whoever plans the suite knows which priorities were meant.',
  summary: 'The success of a phase mentions priorities that none of its items has.',
  details:
    'A measure such as half of the P2 items says nothing in a phase without P2 items: it is reached before anything is done. Speak of the priorities that the phase has, or move items into it. Where an item of the phase has no priority nothing is reported.',
  valid: [{ text: suite('100% of P1') }, { text: suite('Everybody is pleased') }],
  invalid: [{ text: suite('100% of P0-P1, 60% of P2\n#       ^^^^^^^^^^^^^^^^^^^^^^^^') }],
  *check(context) {
    const model = wholeSuite(context);
    for (const phase of model?.phases ?? []) {
      if (model === undefined) continue;
      const items = itemsOfPhase(model, phase);
      const there = new Set(items.map(item => item.priority?.text));
      const isKnown = items.every(item => priorityRank(item.priority?.text) !== undefined);
      if (items.length === 0 || items.length < phase.items.length || !isKnown) continue;
      for (const word of phase.success) {
        const missing = prioritiesIn(word.text, model.itemsById).filter(priority => !there.has(priority));
        if (missing.length === 0) continue;
        const has = [...there].flatMap(priority => priority ?? []).toSorted();
        yield {
          span: word.span,
          message: `No item of ${quoted(phase.name.text)} is ${enumerated(missing, 'or')}, so this says nothing of them. Its items are ${enumerated(has, 'and')}.`,
        };
      }
    }
  },
};
