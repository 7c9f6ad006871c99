import type { ChainModel } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import { isKebabCase, reservedIds } from '../model/values/identifier.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { comparable } from '../util/comparable.ts';
import type { Finding, Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { changesTo, scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
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
  *check({ document, project, soundness }) {
    const { model } = document;
    if (model?.kind !== 'chain') return;
    const nearest = suggester(nodeNames(model));
    for (const node of scalarsOf(document, 'node-reference', 'jump-target')) {
      const { text } = node;
      const isKnown = reservedIds.includes(text) || resolveReference(model, text).kind !== 'unknown';
      if (isKnown) continue;
      const near = nearest(text);
      // An id that is no id is reported where it stands.
      const isMalformed = near.some(name => !isKebabCase(name) && comparable(name) === comparable(text));
      if (isMalformed || soundness.mayDeclare(text)) continue;
      yield unknown(node, 'This chain', near);
    }
    for (const { at, chain } of model.handoffs) {
      const others = project.chainsFor(document.uri).get(chain.text) ?? [];
      const [other] = others;
      if (at === undefined || other === undefined || others.length > 1) continue;
      if (resolveReference(other.model, at.text).kind !== 'unknown') continue;
      yield unknown(at.node, `The chain ${quoted(chain.text)}`, suggester(nodeNames(other.model))(at.text));
    }
  },
};

function unknown(node: ScalarNode, where: string, near: readonly string[]): Finding {
  const advice = near.length > 0 ? didYouMean(near) : 'Write the id of a node that is there.';
  const message = `${where} has no node called ${quoted(node.text)}. ${advice}`;
  return { span: node.span, message, fixes: changesTo(node, near) };
}

/** Every name that a reference may use: of nodes, lanes and phases. */
function nodeNames(model: ChainModel): ReadonlySet<string> {
  const ids = [...model.nodesById.keys(), ...model.phasesById.keys(), ...model.lanesById.keys()];
  return new Set(ids.filter(id => resolveReference(model, id).kind !== 'unknown'));
}
