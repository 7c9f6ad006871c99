import { resolveJumps } from '../analysis/jumps.ts';
import type { Rule } from './rule.ts';
import { addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { isJumpRead, placeOfJump } from './support/jumps.ts';
import { quoted } from './support/words.ts';

const loop = (refusal: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    by: incident-commander
    if-refused: ${refusal}
`;

export const loopWithoutBound: Rule = {
  code: 'loop-without-bound',
  family: 'flow',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A jump back does not say how often it may be made.',
  details:
    'A chain that goes back has to end some time. Say with at-most how often it may go back; after that a refusal, or the route, stops the chain.',
  valid: [
    {
      text: loop('{ back-to: restore, at-most: 2 }'),
    },
  ],
  invalid: [
    {
      text: loop('{ back-to: restore }').replace(/\n$/, '\n#                          ^^^^^^^\n'),
      fixed: loop('{ back-to: restore, at-most: 2 }'),
    },
    {
      text: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - decision: Is the service back?
    by: incident-commander
    routes:
      - when: it is down
        go: restore
#           ^^^^^^^
      - otherwise: next
`,
      fixed: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - decision: Is the service back?
    by: incident-commander
    routes:
      - when: it is down
        go: restore
        at-most: 2
      - otherwise: next
`,
    },
  ],
  *check({ document, chain, soundness }) {
    if (chain === undefined) return;
    for (const resolved of resolveJumps(chain)) {
      const { jump, backward, problem } = resolved;
      // An escalation comes back as often as it was made.
      if (!backward || problem !== undefined || jump.atMost !== undefined || jump.key === 'resumes-at')
        continue;
      if (!isJumpRead(soundness, resolved)) continue;
      const edits = addKey(document, jump.map, 'at-most', '2', [
        'when',
        'steps',
        'otherwise',
        'go',
        'back-to',
      ]);
      yield {
        ...placeOfJump(resolved),
        message: `This goes back to ${quoted(jump.target.text)} without a limit. Add "at-most" to say how often it may.`,
        fixes:
          edits === undefined ? [] : [{ title: 'Allow it twice with "at-most: 2"', edits, preferred: true }],
      };
    }
  },
};
