import { skippableLanes } from '../analysis/lanes.ts';
import type { ParallelNode } from '../model/chain.ts';
import type { Fix, Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { quoted } from './support/words.ts';

const parallel = (condition: string, join: string): string => `${head}steps:
  - parallel:
      - skill: site-reliability-engineer
        do: Restore the service
${condition}      - skill: technical-writer
        do: Tell the customers
    join: ${join}
`;

export const laneMayBeSkipped: Rule = {
  code: 'lane-may-be-skipped',
  family: 'flow',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A parallel that does not wait for all lanes has one that may do nothing.',
  details:
    'With join any or at-least the first lanes that end decide. A lane in which every node has a condition ends at once if none of them holds, and then counts as one of the first although it did nothing. Wait for all lanes, or put the condition on the parallel.',
  valid: [{ text: parallel('', 'any') }, { text: parallel('        when: it is down\n', 'all') }],
  invalid: [
    {
      text: parallel('        when: it is down\n#             ^^^^^^^^^^\n', 'any'),
      fixed: parallel('        when: it is down\n', 'all'),
    },
    {
      text: parallel('        when: it is down\n#             ^^^^^^^^^^\n', '{ at-least: 1 }'),
      fixed: parallel('        when: it is down\n', 'all'),
    },
  ],
  *check({ chain, soundness }) {
    if (chain === undefined) return;
    for (const { parallel: node, lane } of skippableLanes(chain)) {
      if (!soundness.hasRead(node)) continue;
      const [first] = lane.list.nodes;
      const condition = lane.list.nodes.length === 1 ? first?.when : undefined;
      const place = condition ?? lane.name ?? first?.name;
      if (place === undefined) continue;
      const { join } = node;
      const policy = join.policy === 'at-least' ? `"at-least: ${join.count}"` : '"join: any"';
      const what = lane.name === undefined ? 'This lane' : `The lane ${quoted(lane.name.text)}`;
      yield {
        span: place.span,
        message: `${what} may be skipped as a whole, and with ${policy} it then counts as ended at once. Wait for all lanes, or give the parallel the condition.`,
        fixes: waitForAll(node),
      };
    }
  },
};

function waitForAll({ syntax }: ParallelNode): readonly Fix[] {
  const join = syntax.entries.find(({ key }) => key.text === 'join')?.value;
  // A block value ends behind its last line.
  const isOnOneLine = join?.kind === 'scalar' || (join?.kind === 'map' && join.flow);
  return join !== undefined && isOnOneLine
    ? [{ title: 'Wait for all lanes with "join: all"', edits: [{ span: join.span, newText: 'all' }] }]
    : [];
}
