import { type DeadJoin, deadEnds } from '../analysis/deadEnds.ts';
import type { Word } from '../model/chain.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { enumerated } from './support/words.ts';

const parallel = (join: string, second = 'next'): string => `${head}steps:
  - parallel:
      - lane: Repair
        steps:
          - skill: site-reliability-engineer
            do: Restore the service
      - lane: Watch
        steps:
          - decision: Are customers hit?
            by: incident-commander
            routes:
              - when: they are
                go: stop
              - otherwise: ${second}
${join}  - skill: technical-writer
    do: Write down what happened
`;

export const joinNeverHappens: Rule = {
  code: 'join-never-happens',
  family: 'flow',
  severity: 'error',
  reliesOn: 'document',
  summary: 'A parallel waits for lanes that never end.',
  details:
    'A lane in which every path leads to stop never ends: it stops the whole chain. A parallel that waits for all of its lanes, or for more than can end, then never goes on, and what comes after it is never run. Let the lane end on at least one path, or wait for fewer lanes.',
  fixless: 'Only the author knows whether the lane should end, or the parallel should wait for fewer lanes.',
  valid: [{ text: parallel('') }, { text: parallel('    join: any\n', 'stop') }],
  invalid: [
    { text: parallel('', 'stop').replace('lane: Watch\n', 'lane: Watch\n#             ^^^^^\n') },
    {
      text: `${head}steps:
  - parallel:
      - { decision: Left?, by: incident-commander, routes: [{ otherwise: stop }] }
      - { decision: Right?, by: incident-commander, routes: [{ otherwise: stop }] }
      - { skill: technical-writer, do: Tell the customers }
    join: { at-least: 2 }
#                     ^
`,
    },
  ],
  *check({ document, sound }) {
    if (sound === undefined) return;
    for (const dead of deadEnds(sound.flow()).joins) {
      const place = placeOf(dead);
      if (place === undefined) continue;
      yield {
        span: place.span,
        message: messageOf(dead),
        related: dead.stops.slice(0, 8).map(({ jump }) => ({
          uri: document.uri,
          span: jump.target.span,
          message: 'The chain stops here.',
        })),
      };
    }
  },
};

/** The one lane that is waited for, else how many are, else the parallel. */
function placeOf({ parallel: { join, joinWord, name }, lanes }: DeadJoin): Word | undefined {
  const [lane, ...others] = lanes;
  if (join.policy === 'all' && others.length === 0) return lane?.name ?? lane?.list.nodes[0]?.name;
  return joinWord ?? name;
}

function messageOf({ parallel: { join, lanes: all }, lanes }: DeadJoin): string {
  const names = lanes.flatMap(({ name, list }) => name ?? list.nodes[0]?.name ?? []).map(({ text }) => text);
  const those = lanes.length === all.length ? 'each of its lanes' : enumerated(names, 'and');
  if (join.policy === 'all' && lanes.length === 1)
    return `The parallel waits for this lane, but every way through it ends in "stop", so the parallel never goes on. Let one way reach the end of the lane, or wait for fewer lanes.`;
  const wanted =
    join.policy === 'at-least'
      ? `${join.count} lanes`
      : join.policy === 'all'
        ? 'all lanes'
        : 'the first lane';
  return `This parallel waits for ${wanted}, but in ${those} every way ends in "stop", so it never goes on. Let enough of them reach their ends, or wait for fewer.`;
}
