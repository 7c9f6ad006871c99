/** What follows from where control goes: what is never reached, and what runs on into what was meant to be its alternative. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  canReachEnd,
  chainFlow,
  fallThroughs,
  unreachableNodes,
} from '../../../server/src/core/analysis/flow.ts';
import { chainOf } from './chainText.ts';

/** Each chain with its nodes that nothing reaches, and `no end` where a run cannot succeed. */
const reach: Readonly<Record<string, readonly [string, string]>> = {
  'all is reached': ['- { id: a, skill: x, do: x }', ''],
  'behind a decision whose routes all go away': [
    `
    - { id: d, decision: Which?, routes: [{ when: one, go: z }, { otherwise: stop }] }
    - { id: a, skill: x, do: x }
    - { id: b, skill: x, do: x }
    - { id: z, skill: x, do: x }
    `,
    'a',
  ],
  'not where the decision may be skipped': [
    '- { id: d, decision: Which?, when: unsure, routes: [{ otherwise: stop }] }\n- { id: a, skill: x, do: x }',
    '',
  ],
  'all routes stop': [
    '- { id: d, decision: Which?, routes: [{ when: one, go: stop }, { otherwise: stop }] }',
    'no end',
  ],
  'only reached by going back': [
    `
    - { id: d, decision: Which?, routes: [{ when: one, go: b }, { otherwise: b }] }
    - { id: a, skill: x, do: x }
    - { id: b, checkpoint: Good?, if-refused: { back-to: a, at-most: 1 } }
    `,
    '',
  ],
  'a loop without a way out': [
    `
    - { id: a, skill: x, do: x }
    - { id: d, decision: Again?, routes: [{ otherwise: a, at-most: 3 }] }
    - { id: b, skill: x, do: x }
    `,
    'b no end',
  ],
  'one lane that always stops keeps the others waiting': [
    `
    - id: p
      parallel:
        - { id: d, decision: Which?, routes: [{ otherwise: stop }] }
        - { id: a, skill: x, do: x }
    - { id: b, skill: x, do: x }
    `,
    'b no end',
  ],
  'with any, another lane is enough': [
    `
    - id: p
      parallel:
        - { id: d, decision: Which?, routes: [{ otherwise: stop }] }
        - { id: a, skill: x, do: x }
      join: any
    - { id: b, skill: x, do: x }
    `,
    '',
  ],
  'nodes in a route that nothing reaches are not told again': [
    `
    - { id: d, decision: Which?, routes: [{ otherwise: stop }] }
    - { id: e, decision: And?, routes: [{ when: one, steps: [{ id: a, skill: x, do: x }] }, { otherwise: next }] }
    `,
    'e no end',
  ],
  'nothing is said where a jump is illegal': [
    '- { id: d, decision: Which?, routes: [{ otherwise: nowhere }] }\n- { id: a, skill: x, do: x }',
    '',
  ],
};

describe('reach', () => {
  for (const [name, [body, expected]] of Object.entries(reach)) {
    test(name, () => {
      const model = chainOf(body);
      const flow = chainFlow(model);
      const said = [
        ...unreachableNodes(model, flow).map(node => node.id),
        ...(canReachEnd(flow) ? [] : ['no end']),
      ];
      assert.equal(said.join(' '), expected);
    });
  }
});

/** Each chain with the targets that run on into their siblings. */
const falls: Readonly<Record<string, readonly [string, string]>> = {
  'one target runs on into the next': [
    `
    - { id: d, decision: Which?, routes: [{ when: one, go: a }, { otherwise: b }] }
    - { id: a, skill: x, do: x }
    - { id: between, skill: x, do: x }
    - { id: b, skill: x, do: x }
    `,
    'a b',
  ],
  'each into the nearest': [
    `
    - { id: d, decision: Which?, routes: [{ when: one, go: a }, { when: two, go: b }, { otherwise: c }] }
    - { id: a, skill: x, do: x }
    - { id: b, skill: x, do: x }
    - { id: c, skill: x, do: x }
    `,
    'a b, b c',
  ],
  'next is no target': [
    `
    - { id: d, decision: Which?, routes: [{ when: one, go: b }, { otherwise: next }] }
    - { id: a, skill: x, do: x }
    - { id: b, skill: x, do: x }
    `,
    '',
  ],
  'a jump in between is meant': [
    `
    - { id: d, decision: Which?, routes: [{ when: one, go: a }, { otherwise: b }] }
    - { id: a, skill: x, do: x }
    - { id: e, decision: And?, routes: [{ otherwise: end }] }
    - { id: b, skill: x, do: x }
    `,
    '',
  ],
  'routes with one target': [
    `
    - { id: d, decision: Which?, routes: [{ when: one, go: b }, { otherwise: b }] }
    - { id: a, skill: x, do: x }
    - { id: b, skill: x, do: x }
    `,
    '',
  ],
};

describe('falling from one target into its sibling', () => {
  for (const [name, [body, expected]] of Object.entries(falls)) {
    test(name, () => {
      const model = chainOf(body);
      const pairs = fallThroughs(model, chainFlow(model)).map(
        ({ from, into }) => `${from.jump.target.text} ${into.jump.target.text}`,
      );
      assert.equal(pairs.join(', '), expected);
    });
  }
});
