import { deadEnds } from '../analysis/deadEnds.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { placeOfJump } from './support/jumps.ts';
import { quoted } from './support/words.ts';

const loop = (otherwise: string): string => `${head}steps:
  - decision: Are customers hit?
    by: incident-commander
    routes:
      - when: they are
        go: restore
      - otherwise: end
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - decision: Is the service back?
    by: incident-commander
    routes:
      - when: it is down
        go: restore
        at-most: 3
      - otherwise: ${otherwise}
`;

const lane = (back: string): string => `${head}steps:
  - parallel:
      - lane: Repair
        steps:
          - { id: mend, skill: site-reliability-engineer, do: Mend it }
          - { ${back} }
      - skill: technical-writer
        do: Tell the customers
    join: any
`;

export const loopWithoutWayOut: Rule = {
  code: 'loop-without-way-out',
  family: 'flow',
  severity: 'error',
  reliesOn: 'document',
  summary: 'Every path through a loop goes round again.',
  details:
    'A loop is left by a route or by a checkpoint that goes on. If every path through it leads back, a run that gets into it goes round until it may go back no more, and then stops: it can only fail. Let one path lead on, to the next node or to the end. A route that says stop counts as a way out.',
  fixless: 'Only its author knows where the loop should lead on to.',
  valid: [
    { text: loop('next') },
    { text: loop('stop') },
    { text: lane('checkpoint: Mended, if-refused: { back-to: mend, at-most: 2 }') },
  ],
  invalid: [
    { text: loop('restore\n#                  ^^^^^^^\n        at-most: 9') },
    {
      text: lane(
        'decision: Again?, routes: [{ otherwise: mend, at-most: 2 }] }\n#                                                     ^^^^',
      ).replace('^^^^ }', '^^^^'),
    },
  ],
  *check({ document, sound }) {
    if (sound === undefined) return;
    for (const { jumps } of deadEnds(sound.flow()).loops) {
      const last = jumps.at(-1);
      if (last === undefined) continue;
      const target = quoted(last.jump.target.text);
      yield {
        ...placeOfJump(last),
        message: `No way leads out of this loop: whatever happens behind ${target}, the run comes back to it until it stops. Let one way lead on, to another node or to the end.`,
        related: jumps.slice(0, -1).map(each => ({
          uri: document.uri,
          span: placeOfJump(each).span,
          message: 'This goes back as well.',
        })),
      };
    }
  },
};
