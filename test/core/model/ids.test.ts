import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resolveReference } from '../../../server/src/core/model/references.ts';
import { chainOf } from '../analysis/chainText.ts';

/** Each chain with the ids of its nodes, joins left out, in text order; a `!` marks what cannot be referred to. */
const cases: Readonly<Record<string, readonly [string, string]>> = {
  'the slug of the skill, not of what it does': [
    '- { skill: Privacy Engineer, do: Look }',
    'privacy-engineer',
  ],
  'the slug of the team': ['- { team: Platform, do: Look }', 'platform'],
  'the slugs of label, question and sub-chain': [
    `
    - checkpoint: Scope agreed
    - { decision: High risk?, routes: [{ otherwise: next }] }
    - chain: gdpr-audit
    `,
    'scope-agreed high-risk gdpr-audit',
  ],
  'an id beats the slug of its own node': ['- { id: look, skill: a, do: Look }', 'look'],
  'an id beats the slug of an earlier node': [
    '- { skill: a, do: One }\n- { id: a, skill: b, do: Two }',
    'demo/a! a',
  ],
  'repeats are named by the chain, then counted': [
    '- { skill: a, do: One }\n- { skill: b, do: Two }\n- { skill: a, do: Three }\n- { skill: a, do: Four }',
    'demo/a! b demo/a~2! demo/a~3!',
  ],
  'repeats in lanes are named by lane or parallel': [
    `
    - id: p
      parallel:
        - { skill: a, do: One }
        - { skill: a, do: Two }
        - lane: Legal
          steps:
            - { skill: a, do: Three }
            - { skill: a, do: Four }
    - { skill: a, do: Five }
    `,
    'p p/a! p/a~2! legal/a! legal/a~2! demo/a!',
  ],
  'repeats in phases are named by the phase': [
    `
    phases:
      - phase: Build
        steps: [{ skill: a, do: One }]
      - phase: Ship
        steps: [{ skill: a, do: Two }]
    `,
    'build/a! ship/a!',
  ],
  'nodes of a route stand where their decision does': [
    `
    - decision: Which?
      routes:
        - when: this
          steps: [{ skill: a, do: One }]
        - otherwise: [{ skill: a, do: Two }]
    `,
    'which demo/a! demo/a~2!',
  ],
  'an unnamed parallel is parallel': ['- parallel: [{ skill: a, do: One }]', 'parallel a'],
  'two unnamed parallels are repeats': [
    '- parallel: [{ skill: a, do: One }]\n- parallel: [{ skill: b, do: Two }]',
    'demo/parallel! a demo/parallel~2! b',
  ],
  'a synthesis is named by its parallel': [
    '- { id: p, parallel: [{ skill: a, do: One }], synthesize: { skill: b, do: Two } }\n- { skill: b, do: Three }',
    'p a p.synthesize b',
  ],
  'a phase, a lane and a node share one set of names': [
    `
    phases:
      - phase: A
        steps:
          - { skill: a, do: One }
          - parallel:
              - lane: a
                steps: [{ skill: b, do: Two }]
    `,
    'demo/a/a! parallel b',
  ],
  'an empty slug wants an id': [
    '- { checkpoint: 审批 }\n- { checkpoint: 发布 }',
    'demo/checkpoint! demo/checkpoint~2!',
  ],
  'a reserved slug wants an id': [
    '- { checkpoint: Stop? }\n- { skill: next, do: It }',
    'demo/stop! demo/next!',
  ],
  'a reserved id is none': ['- { id: end, skill: a, do: One }', 'demo/end!'],
  'the second of two equal ids is counted': [
    '- { id: a, skill: x, do: One }\n- { id: a, skill: y, do: Two }',
    'a a~2',
  ],
  'a node without skill yet': ['- { id: a }\n- { do: Something }', 'a demo/step!'],
};

describe('ids', () => {
  for (const [name, [body, expected]] of Object.entries(cases)) {
    test(name, () => {
      const ids = chainOf(body).nodes.map(node => `${node.id}${node.ambiguous ? '!' : ''}`);
      assert.deepEqual(ids, expected.split(' '));
    });
  }

  test('lanes and phases have ids of their own, bare entries have none', () => {
    const model = chainOf(`
      phases:
        - phase: Discovery
          steps:
            - id: p
              parallel:
                - { skill: a, do: One }
                - lane: Legal
                  steps: [{ skill: b, do: Two }]
                - { id: ops, lane: Operations, steps: [{ skill: c, do: Three }] }
    `);
    assert.deepEqual([...model.phasesById.keys()], ['discovery']);
    assert.deepEqual([...model.lanesById.keys()], ['legal', 'ops']);
    const [parallel] = model.nodes;
    assert.ok(parallel?.kind === 'parallel');
    assert.deepEqual(
      [parallel.joinId, parallel.lanes.map(lane => lane.id)],
      ['p.join', [undefined, 'legal', 'ops']],
    );
  });

  test('a join never has the id that a node was given', () => {
    const model = chainOf(
      '- { id: p.join, skill: a, do: One }\n- { id: p, parallel: [{ skill: b, do: Two }] }',
    );
    const parallel = model.nodesById.get('p');
    assert.ok(parallel?.kind === 'parallel' && parallel.joinId === 'p.join~2');
  });
});

describe('references', () => {
  const model = chainOf(`
    phases:
      - phase: Build
        steps:
          - { skill: a, do: One }
          - { skill: a, do: Two }
          - { id: c, skill: a, do: Three }
          - parallel:
              - lane: Legal
                steps: [{ skill: b, do: Four }]
  `);
  const kinds: Readonly<Record<string, string>> = {
    c: 'node',
    b: 'node',
    build: 'phase',
    legal: 'lane',
    a: 'ambiguous',
    'build/a': 'ambiguous',
    nothing: 'unknown',
    'parallel.join': 'unknown',
    '': 'unknown',
    __proto__: 'unknown',
    constructor: 'unknown',
  };
  for (const [text, kind] of Object.entries(kinds)) {
    test(`${text || 'nothing'} is ${kind}`, () => assert.equal(resolveReference(model, text).kind, kind));
  }
  test('an ambiguous name tells the places of all that are called so', () => {
    const reference = resolveReference(model, 'a');
    assert.ok(reference.kind === 'ambiguous');
    assert.deepEqual(
      reference.spans,
      model.nodes.slice(0, 2).map(node => node.name.span),
    );
  });
});
