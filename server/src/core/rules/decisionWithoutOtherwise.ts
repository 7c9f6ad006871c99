import { routeCoverage } from '../analysis/coverage.ts';
import type { DecisionNode } from '../model/chain.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Fix, Rule } from './rule.ts';
import { addItem } from './support/edits.ts';
import { head } from './support/examples.ts';
import { quoted } from './support/words.ts';

const decision = (rest: string): string => `${head}measures:
  severity: 1-5
steps:
  - decision: How bad is it?
    by: incident-commander
    routes:
${rest}  - skill: site-reliability-engineer
    do: Restore the service
`;

const route = (condition: string): string => `      - when: ${condition}
        steps:
          - skill: technical-writer
            do: Tell the customers
`;

export const decisionWithoutOtherwise: Rule = {
  code: 'decision-without-otherwise',
  family: 'flow',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A decision has no route for when no condition holds.',
  details:
    'If none of its conditions holds, a decision has to say how the chain goes on: otherwise: next goes on after it. It may be left out only where thresholds over declared measures provably cover every case.',
  valid: [
    {
      text: decision(`${route('customers noticed')}      - otherwise: next\n`),
    },
    {
      text: decision(route('severity > 3') + route('severity <= 3')),
    },
  ],
  invalid: [
    {
      text: decision(route('customers noticed')).replace('bad is it?\n', 'bad is it?\n#   ^^^^^^^^\n'),
      fixed: decision(`${route('customers noticed')}      - otherwise: next\n`),
    },
    {
      text: decision(route('severity > 3')).replace('bad is it?\n', 'bad is it?\n#   ^^^^^^^^\n'),
      fixed: decision(`${route('severity > 3')}      - otherwise: next\n`),
    },
  ],
  *check({ document, chain, soundness }) {
    for (const node of chain?.decisions ?? []) {
      if (chain === undefined || !soundness.hasRead(node)) continue;
      if (node.routes.length === 0 || node.routes.some(each => each.otherwise)) continue;
      const { covered, gap } = routeCoverage(chain, node);
      if (covered === 'yes') continue;
      const entry = node.syntax.entries.find(each => each.key.text === 'decision');
      const where = gap === undefined ? 'that no condition holds' : `of ${quoted(gap)}`;
      yield {
        span: entry?.key.span ?? node.name.span,
        message: `This decision does not say what to do in the case ${where}. Add a last route such as "otherwise: next".`,
        fixes: addition(document, node),
      };
    }
  },
};

function addition(document: DocumentState, node: DecisionNode): readonly Fix[] {
  const routes = node.syntax.entries.find(each => each.key.text === 'routes')?.value;
  if (routes?.kind !== 'list') return [];
  const edits = addItem(document, routes, { block: 'otherwise: next', flow: '{ otherwise: next }' });
  return edits === undefined ? [] : [{ title: 'Add "otherwise: next"', edits, preferred: true }];
}
