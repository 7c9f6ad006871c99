import { lostNodes } from '../analysis/deadEnds.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { kindOf } from './support/nodes.ts';

const branch = (otherwise: string, rest: string): string => `${head}steps:
  - decision: Are customers hit?
    by: incident-commander
    routes:
      - when: they are
        go: ${otherwise}
      - otherwise: ${otherwise}
${rest}`;

const tell = `  - id: tell
    skill: technical-writer
    do: Tell the customers
`;

export const unreachableNode: Rule = {
  code: 'unreachable-node',
  family: 'flow',
  severity: 'error',
  reliesOn: 'document',
  fixless: 'Only the author knows whether a path to the node is missing, or the node is left over.',
  summary: 'No path leads to a node.',
  details:
    'What comes after a decision whose routes all lead elsewhere is never run. Let a route go on with next, or name the node as the target of one.',
  valid: [
    {
      text: branch('tell', tell),
    },
  ],
  invalid: [
    {
      text: branch('stop', tell.replace('id: tell\n', 'id: tell\n#       ^^^^\n')),
    },
  ],
  *check({ sound }) {
    if (sound === undefined) return;
    for (const node of lostNodes(sound.model, sound.flow())) {
      yield {
        span: node.name.span,
        message: `No way leads to this ${kindOf(node)}: what stands before it always goes elsewhere. Let a route go on with "next", or name this node as its target.`,
        tag: 'unnecessary',
      };
    }
  },
};
