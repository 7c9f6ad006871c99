import { deadEnds } from '../analysis/deadEnds.ts';
import { canReachEnd, unreachableNodes } from '../analysis/flow.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';

const branch = (otherwise: string): string => `${head}steps:
  - decision: Are customers hit?
    by: incident-commander
    routes:
      - when: they are
        go: stop
      - otherwise: ${otherwise}
`;

export const noWayToEnd: Rule = {
  code: 'no-way-to-end',
  family: 'flow',
  severity: 'error',
  reliesOn: 'document',
  fixless: 'Only the author knows where the chain should succeed.',
  summary: 'A chain can only fail.',
  details:
    'Every way through the chain stops, so no run can ever succeed and nothing that follows on success is done. Let at least one way reach the end of the list, or go to end.',
  valid: [
    {
      text: branch('end'),
    },
  ],
  invalid: [
    {
      text: branch('stop').replace('restore-service\n', 'restore-service\n#      ^^^^^^^^^^^^^^^\n'),
    },
  ],
  *check({ sound }) {
    if (sound?.model.id === undefined || sound.model.nodes.length === 0) return;
    const flow = sound.flow();
    // A node that nothing reaches is the nearer cause, and so is what a run does not leave.
    if (canReachEnd(flow) || unreachableNodes(sound.model, flow).length > 0) return;
    if (deadEnds(flow).nodes.size > 0) return;
    yield {
      span: sound.model.id.span,
      message:
        'Every way through this chain ends in "stop", so it can only fail. Let one of them go on to the end.',
    };
  },
};
