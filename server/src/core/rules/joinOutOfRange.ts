import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { changesTo } from './support/scalars.ts';

const parallel = (join: string): string => `${head}steps:
  - parallel:
      - skill: site-reliability-engineer
        do: Restore the service
      - skill: technical-writer
        do: Tell the customers
    join: { at-least: ${join} }
`;

export const joinOutOfRange: Rule = {
  code: 'join-out-of-range',
  family: 'flow',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A join waits for more lanes than there are.',
  details:
    'A parallel with at-least goes on once that many of its lanes have ended. If it asks for more lanes than it has, it waits forever.',
  valid: [{ text: parallel('2') }],
  invalid: [
    {
      text: `${parallel('3')}#                     ^\n`,
      fixed: parallel('2'),
    },
  ],
  *check({ chain, soundness }) {
    for (const node of chain?.nodes ?? []) {
      if (node.kind !== 'parallel' || node.join.policy !== 'at-least' || node.joinWord === undefined)
        continue;
      const lanes = node.lanes.length;
      if (lanes === 0 || node.join.count <= lanes || !soundness.hasRead(node)) continue;
      yield {
        span: node.joinWord.span,
        message: `This join waits for ${node.join.count} lanes, but its parallel has ${lanes}. Write ${lanes === 1 ? '1' : `a number from 1 to ${lanes}`}.`,
        fixes: changesTo(node.joinWord.node, [String(lanes)]),
      };
    }
  },
};
