import type { ChainModel } from '../model/chain.ts';
import { reservedIds } from '../model/values/identifier.ts';
import { nearNames } from '../util/nearNames.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { changesTo, scalarsOf } from './support/scalars.ts';
import { didYouMean, quoted } from './support/words.ts';

const loop = (target: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    by: incident-commander
    if-refused: { back-to: ${target}, at-most: 2 }
`;

export const unknownNode: Rule = {
  code: 'unknown-node',
  severity: 'error',
  reliesOn: 'document',
  summary: 'A node is named that the chain does not have.',
  details:
    'Jumps, orders between lanes and handoffs name a node of the same chain by its id, or by the slug of its skill, label or lane where it has none. A name that no node has leads nowhere.',
  valid: [{ text: loop('restore') }],
  invalid: [
    {
      text: loop('restoer').replace('at-most: 2 }\n', 'at-most: 2 }\n#                          ^^^^^^^\n'),
      fixed: loop('restore'),
    },
  ],
  *check({ document, soundness }) {
    const { model } = document;
    if (model?.kind !== 'chain') return;
    const names = nodeNames(model);
    for (const node of scalarsOf(document, 'node-reference', 'jump-target')) {
      const { text } = node;
      if (names.has(text) || reservedIds.includes(text) || soundness.mayDeclare(text)) continue;
      const near = nearNames(text, names);
      const advice = near.length > 0 ? didYouMean(near) : 'Write the id of a node that is there.';
      yield {
        span: node.span,
        message: `This chain has no node called ${quoted(text)}. ${advice}`,
        fixes: changesTo(node, near),
      };
    }
  },
};

/** Every name that a reference may use: of nodes, lanes and phases. */
function nodeNames(model: ChainModel): ReadonlySet<string> {
  const lanes = model.nodes.flatMap(node => (node.kind === 'parallel' ? node.lanes : []));
  return new Set([
    ...model.nodesById.keys(),
    ...model.phasesById.keys(),
    ...lanes.flatMap(lane => lane.id ?? []),
  ]);
}
