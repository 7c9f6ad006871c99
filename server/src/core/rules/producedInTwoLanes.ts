import { productsInTwoLanes } from '../analysis/dataFlow.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { placeIn } from './support/nodes.ts';
import { quoted } from './support/words.ts';

const lanes = (second: string): string => `${head}steps:
  - parallel:
      - skill: site-reliability-engineer
        do: Restore the service
        produces: [report]
      - skill: technical-writer
        do: Write down what happened
        produces: [${second}]
`;

export const producedInTwoLanes: Rule = {
  code: 'produced-in-two-lanes',
  family: 'data',
  severity: 'error',
  reliesOn: 'place',
  fixless: 'Only the author knows which of the lanes should make it, or what to call the other product.',
  summary: 'Two lanes of one parallel make the same artefact.',
  details:
    'Lanes run at once, so nobody knows whose product counts. Give the two products different names, or join at any, where the first lane wins.',
  valid: [
    {
      text: lanes('brief'),
    },
  ],
  invalid: [
    {
      text: lanes('report').replace(/(.*)report]\n/s, '$1report]\n#                  ^^^^^^\n'),
    },
  ],
  *check({ document, chain, soundness }) {
    if (chain === undefined) return;
    for (const { parallel, first, again } of productsInTwoLanes(chain)) {
      if (!soundness.hasRead(parallel)) continue;
      const name = quoted(first.product.text);
      const { span } = placeIn(first.node, 'produces', first.product);
      yield {
        ...placeIn(again.node, 'produces', again.product),
        message: `Another lane of this parallel makes ${name} too, and both run at once. Give one of the two another name.`,
        related: [{ uri: document.uri, span, message: `${name} is made here first.` }],
      };
    }
  },
};
