import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  artefactsBefore,
  neededArtefacts,
  productsInTwoLanes,
} from '../../../server/src/core/analysis/dataFlow.ts';
import { chainOf, nodeOf } from './chainText.ts';

/** A step that makes and needs artefacts: `step('a', 'needs x', 'produces y')`. */
const step = (id: string, ...others: readonly string[]): string =>
  `{ id: ${id}, skill: s, do: It${others.map(other => `, ${other.replace(/^(needs|produces|after) (.*)$/, '$1: [$2]').replace(/^when /, 'when: ')}`).join('')} }`;

/** Each chain with the state of its needs, in text order, and the producers that are named. */
const states: Readonly<Record<string, readonly [string, string]>> = {
  'made before': [`- ${step('a', 'produces x')}\n- ${step('b', 'needs x')}`, 'sure a'],
  'made later': [`- ${step('a', 'needs x')}\n- ${step('b', 'produces x')}`, 'later b'],
  'made by itself alone': [`- ${step('a', 'needs x', 'produces x')}`, 'itself a'],
  'made by itself and before': [
    `- ${step('a', 'produces x')}\n- ${step('b', 'needs x', 'produces x')}`,
    'sure a',
  ],
  'made by nothing': [`- ${step('a', 'needs x')}`, 'unknown'],
  'made by one of two that leave out no case': [
    `measures: { size: 1-5 }\nsteps:\n- ${step('a', 'produces x', 'when size > 3')}\n- ${step('b', 'produces x', 'when size <= 3 or rain')}\n- ${step('c', 'needs x')}`,
    'sure a+b',
  ],
  'made by one of two that leave out a case': [
    `measures: { size: 1-5 }\nsteps:\n- ${step('a', 'produces x', 'when size > 3')}\n- ${step('b', 'produces x', 'when size < 3')}\n- ${step('c', 'needs x')}`,
    'maybe a+b',
  ],
  'made by one of two on conditions in prose': [
    `- ${step('a', 'produces x', 'when it is wet')}\n- ${step('b', 'produces x', 'when it is dry')}\n- ${step('c', 'needs x')}`,
    'maybe a+b',
  ],
  'an input': [`inputs: { x: It }\nsteps: [${step('a', 'needs x')}]`, 'sure input'],
  'waited for': [
    `handoffs: [{ waits-for: other, needs: [x] }]\nsteps: [${step('a', 'needs x')}]`,
    'sure handoff',
  ],
  'versions that match': [
    `- ${step('a', 'produces x@1')}\n- ${step('b', 'needs x')}\n- ${step('c', 'needs x@1')}`,
    'sure a, sure a',
  ],
  'another version': [`- ${step('a', 'produces x@1')}\n- ${step('b', 'needs x@2')}`, 'version a'],
  'a product without a version serves any': [
    `- ${step('a', 'produces x')}\n- ${step('b', 'needs x@2')}`,
    'sure a',
  ],
  'in an earlier phase': [
    `phases:\n  - { phase: One, steps: [${step('a', 'produces x')}] }\n  - { phase: Two, steps: [${step('b', 'needs x')}] }`,
    'sure a',
  ],
  'in a later phase': [
    `phases:\n  - { phase: One, steps: [${step('b', 'needs x')}] }\n  - { phase: Two, steps: [${step('a', 'produces x')}] }`,
    'later a',
  ],
  'the deliverable of an earlier phase': [
    `phases:\n  - { phase: One, deliverable: { x: It }, steps: [${step('a')}] }\n  - { phase: Two, steps: [${step('b', 'needs x')}] }`,
    'sure one',
  ],
  'the deliverable of its own phase': [
    `phases:\n  - { phase: One, deliverable: { x: It }, steps: [${step('a', 'needs x')}] }`,
    'later one',
  ],
  'before a jump back, but only then': [
    `
    - ${step('a', 'needs x')}
    - ${step('b', 'produces x')}
    - { checkpoint: Good?, if-refused: { back-to: a, at-most: 1 } }
    `,
    'later b',
  ],

  'in a lane, by what comes before the parallel': [
    `- ${step('a', 'produces x')}\n- parallel: [${step('b', 'needs x')}, ${step('c')}]`,
    'sure a',
  ],
  'after the join of all lanes': [
    `- parallel: [${step('a', 'produces x')}, ${step('b')}]\n- ${step('c', 'needs x')}`,
    'sure a',
  ],
  'by the synthesis, from a lane': [
    `- { parallel: [${step('a', 'produces x')}], synthesize: { skill: s, do: It, needs: [x], produces: [y] } }\n- ${step('c', 'needs y')}`,
    'sure a, sure parallel.synthesize',
  ],
  'after the first lane to end, from one lane': [
    `- { parallel: [${step('a', 'produces x')}, ${step('b')}], join: any }\n- ${step('c', 'needs x')}`,
    'maybe a',
  ],
  'after the first lane to end, from every lane': [
    `- { parallel: [${step('a', 'produces x')}, ${step('b', 'produces x')}], join: any }\n- ${step('c', 'needs x')}`,
    'sure a+b',
  ],
  'after two of three lanes, from one lane': [
    `- { parallel: [${step('a', 'produces x')}, ${step('b')}, ${step('c')}], join: { at-least: 2 } }\n- ${step('d', 'needs x')}`,
    'maybe a',
  ],
  'after two of three lanes, from two lanes': [
    `- { parallel: [${step('a', 'produces x')}, ${step('b', 'produces x')}, ${step('c')}], join: { at-least: 2 } }\n- ${step('d', 'needs x')}`,
    'sure a+b',
  ],
  'after three of three lanes': [
    `- { parallel: [${step('a', 'produces x')}, ${step('b')}, ${step('c')}], join: { at-least: 3 } }\n- ${step('d', 'needs x')}`,
    'sure a',
  ],
  'a lane that only stops never wins': [
    `
    - parallel:
        - ${step('a', 'produces x')}
        - { decision: Which?, routes: [{ otherwise: stop }] }
      join: any
    - ${step('b', 'needs x')}
    `,
    'sure a',
  ],
  'from another lane': [`- parallel: [${step('a', 'produces x')}, ${step('b', 'needs x')}]`, 'other-lane a'],
  'from another lane, ordered by after': [
    `- parallel: [${step('a', 'produces x')}, ${step('b', 'needs x', 'after a')}]`,
    'sure a',
  ],
  'from a lane written later, ordered by after': [
    `- parallel: [${step('b', 'needs x', 'after a')}, ${step('a', 'produces x')}]`,
    'sure a',
  ],
  'from another lane, ordered by the end of that lane': [
    `
    - parallel:
        - { lane: L, steps: [${step('a', 'produces x')}, ${step('c')}] }
        - ${step('b', 'needs x', 'after l')}
    `,
    'sure a',
  ],
  'from another lane, ordered by the end of a parallel in it': [
    `
    - parallel:
        - { id: q, parallel: [${step('a', 'produces x')}, ${step('c')}] }
        - ${step('b', 'needs x', 'after q')}
    `,
    'sure a',
  ],
  'from another lane, ordered by a step behind it': [
    `
    - parallel:
        - { lane: L, steps: [${step('a', 'produces x')}, ${step('c')}] }
        - ${step('b', 'needs x', 'after c')}
    `,
    'sure a',
  ],
  'from another lane, ordered by a step before it': [
    `
    - parallel:
        - { lane: L, steps: [${step('c')}, ${step('a', 'produces x')}] }
        - ${step('b', 'needs x', 'after c')}
    `,
    'other-lane a',
  ],
  'from another lane, in a route that may not be taken': [
    `
    - parallel:
        - { decision: Which?, routes: [{ when: one, steps: [${step('a', 'produces x')}] }, { otherwise: next }] }
        - ${step('b', 'needs x', 'after a')}
    `,
    'maybe a',
  ],
  'from another lane, past which a jump leads': [
    `
    - parallel:
        - lane: L
          steps:
            - { decision: Which?, routes: [{ when: one, go: c }, { otherwise: next }] }
            - ${step('a', 'produces x')}
            - ${step('c')}
        - ${step('b', 'needs x', 'after a')}
    `,
    'maybe a',
  ],
  'from another lane, optional': [
    `- parallel: [${step('a', 'produces x', 'when sunny')}, ${step('b', 'needs x', 'after a')}]`,
    'maybe a',
  ],

  'from another lane, both under one condition': [
    `- parallel: [${step('a', 'produces x', 'when sunny')}, ${step('b', 'needs x', 'after a', 'when sunny')}]`,
    'sure a',
  ],
  'from another lane, in every route of a decision': [
    `
    - parallel:
        - id: d
          decision: Which?
          routes: [{ when: one, steps: [${step('a', 'produces x')}] }, { otherwise: [${step('c', 'produces x')}] }]
        - ${step('b', 'needs x', 'after d')}
    `,
    'sure a+c',
  ],
  'from another lane, in one route of a decision': [
    `
    - parallel:
        - { id: d, decision: Which?, routes: [{ when: one, steps: [${step('a', 'produces x')}] }, { otherwise: next }] }
        - ${step('b', 'needs x', 'after d')}
    `,
    'maybe a',
  ],

  'from a route that may not be taken': [
    `
    - { decision: Which?, routes: [{ when: one, steps: [${step('a', 'produces x')}] }, { otherwise: next }] }
    - ${step('b', 'needs x')}
    `,
    'maybe a',
  ],
  'from every route': [
    `
    - decision: Which?
      routes: [{ when: one, steps: [${step('a', 'produces x')}] }, { otherwise: [${step('b', 'produces x')}] }]
    - ${step('c', 'needs x')}
    `,
    'sure a+b',
  ],
  'from every route that comes here': [
    `
    - { decision: Which?, routes: [{ when: one, steps: [${step('a', 'produces x')}] }, { otherwise: stop }] }
    - ${step('c', 'needs x')}
    `,
    'sure a',
  ],
  'within one route': [
    `- { decision: Which?, routes: [{ when: one, steps: [${step('a', 'produces x')}, ${step('b', 'needs x')}] }, { otherwise: next }] }`,
    'sure a',
  ],
  'from another route': [
    `- { decision: Which?, routes: [{ when: one, steps: [${step('a', 'produces x')}] }, { otherwise: [${step('b', 'needs x')}] }] }`,
    'other-route a',
  ],
  'past which a jump leads': [
    `
    - { decision: Which?, routes: [{ when: one, go: b }, { otherwise: next }] }
    - ${step('a', 'produces x')}
    - ${step('b', 'needs x')}
    `,
    'maybe a',
  ],
  'past which every way leads': [
    `
    - { decision: Which?, routes: [{ otherwise: b }] }
    - ${step('a', 'produces x')}
    - ${step('b', 'needs x')}
    `,
    'no-path a',
  ],
  'made again on the way past': [
    `
    - { decision: Which?, routes: [{ when: one, steps: [${step('c', 'produces x')}], go: b }, { otherwise: next }] }
    - ${step('a', 'produces x')}
    - ${step('b', 'needs x')}
    `,
    'sure c+a',
  ],

  'by a step that may not run': [
    `- ${step('a', 'produces x', 'when sunny')}\n- ${step('b', 'needs x')}`,
    'maybe a',
  ],
  'both run under the same condition': [
    `- ${step('a', 'produces x', 'when it is  sunny')}\n- ${step('b', 'needs x', 'when it is sunny')}`,
    'sure a',
  ],
  'under another condition': [
    `- ${step('a', 'produces x', 'when sunny')}\n- ${step('b', 'needs x', 'when rainy')}`,
    'maybe a',
  ],
  'in a route of the same condition': [
    `- ${step('a', 'produces x', 'when sunny')}\n- { decision: Which?, routes: [{ when: sunny, steps: [${step('b', 'needs x')}] }, { otherwise: next }] }`,
    'sure a',
  ],
  'from the first route, of the same condition': [
    `- { decision: Which?, routes: [{ when: sunny, steps: [${step('a', 'produces x')}] }, { otherwise: next }] }\n- ${step('b', 'needs x', 'when sunny')}`,
    'sure a',
  ],
  'from a later route of the same condition': [
    `- { decision: Which?, routes: [{ when: rainy, go: next }, { when: sunny, steps: [${step('a', 'produces x')}] }, { otherwise: next }] }\n- ${step('b', 'needs x', 'when sunny')}`,
    'maybe a',
  ],
  'from an optional parallel': [
    `- { when: sunny, parallel: [${step('a', 'produces x')}] }\n- ${step('b', 'needs x')}\n- ${step('c', 'needs x', 'when sunny')}`,
    'maybe a, sure a',
  ],
  'from an optional parallel with a synthesis': [
    `- { when: sunny, parallel: [${step('a')}], synthesize: { skill: s, do: It, produces: [x] } }\n- ${step('b', 'needs x')}`,
    'maybe parallel.synthesize',
  ],
  'by an optional step, made before as well': [
    `- ${step('a', 'produces x')}\n- ${step('b', 'produces x', 'when sunny')}\n- ${step('c', 'needs x')}`,
    'sure a',
  ],
  'where nothing leads': [
    `- { decision: Which?, routes: [{ otherwise: stop }] }\n- ${step('a', 'produces x', 'when sunny')}\n- ${step('b', 'needs x')}`,
    'sure a',
  ],
  'bound to a sub-chain': [
    `- ${step('a', 'produces x')}\n- { chain: other, with: { y: x, z: nothing }, produces: [w] }\n- ${step('b', 'needs w')}`,
    'sure a, unknown, sure other',
  ],
};

describe('what is there when it is needed', () => {
  for (const [name, [body, expected]] of Object.entries(states)) {
    test(name, () => {
      const said = neededArtefacts(chainOf(body)).map(({ state, producers }) => {
        const names = producers.map(each => each.node?.id ?? each.phase?.id ?? each.by).join('+');
        return names === '' ? state : `${state} ${names}`;
      });
      assert.equal(said.join(', '), expected);
    });
  }
});

describe('the same product in two lanes', () => {
  const twice: Readonly<Record<string, readonly [string, string]>> = {
    'two bare lanes': [
      `- { id: p, parallel: [${step('a', 'produces x')}, ${step('b', 'produces x')}] }`,
      'p x',
    ],
    'one lane': [
      `- { parallel: [{ lane: L, steps: [${step('a', 'produces x')}, ${step('b', 'produces x')}] }, ${step('c')}] }`,
      '',
    ],
    'any takes the winner’s': [
      `- { join: any, parallel: [${step('a', 'produces x')}, ${step('b', 'produces x')}] }`,
      '',
    ],
    'other versions': [`- { parallel: [${step('a', 'produces x@1')}, ${step('b', 'produces x@2')}] }`, ''],
    'versions that match': [
      `- { id: p, parallel: [${step('a', 'produces x@1')}, ${step('b', 'produces x')}] }`,
      'p x',
    ],
    'deep in the lanes': [
      `- { id: p, parallel: [{ id: q, parallel: [${step('a', 'produces x')}, ${step('b')}] }, { decision: Which?, routes: [{ otherwise: [${step('c', 'produces x')}] }] }] }`,
      'p x',
    ],
    'three lanes': [
      `- { id: p, parallel: [${step('a', 'produces x')}, ${step('b', 'produces x')}, ${step('c', 'produces x')}] }`,
      'p x, p x',
    ],
    'at least': [
      `- { id: p, join: { at-least: 1 }, parallel: [${step('a', 'produces x')}, ${step('b', 'produces x')}] }`,
      'p x',
    ],
    'the synthesis is no lane': [
      `- { parallel: [${step('a', 'produces x')}], synthesize: { skill: s, do: It, produces: [x] } }`,
      '',
    ],
  };
  for (const [name, [body, expected]] of Object.entries(twice)) {
    test(name, () => {
      const found = productsInTwoLanes(chainOf(body));
      assert.equal(
        found.map(({ parallel, again }) => `${parallel.id} ${again.product.name}`).join(', '),
        expected,
      );
    });
  }
});

test('what can be there before a node', () => {
  const model = chainOf(`
    inputs: { ticket: It }
    steps:
      - ${step('a', 'produces one')}
      - { decision: Which?, routes: [{ when: one, steps: [${step('b', 'produces two')}] }, { otherwise: [${step('c', 'produces three')}, ${step('d')}] }] }
      - parallel:
          - { lane: L, steps: [${step('e', 'produces four')}, ${step('f', 'produces five')}, ${step('g', 'produces six')}] }
          - ${step('h')}
          - ${step('i', 'after f')}
          - ${step('j', 'after l')}
      - ${step('k', 'produces seven@2')}
      - ${step('l2', 'produces eight')}
  `);
  const before = (id: string): string => [...artefactsBefore(model, nodeOf(model, id)).keys()].join(' ');
  assert.equal(before('a'), 'ticket');
  assert.equal(before('d'), 'ticket one three');
  assert.equal(before('h'), 'ticket one two three');
  assert.equal(before('i'), 'ticket one two three four five');
  assert.equal(before('j'), 'ticket one two three four five six');
  assert.equal(before('l2'), 'ticket one two three four five six seven@2');
});

test('what is offered counts what earlier nodes of the lane waited for, and what those waited for', () => {
  const model = chainOf(`
    - parallel:
        - lane: One
          steps:
            - ${step('a', 'produces one')}
            - ${step('b', 'produces two')}
        - lane: Two
          steps:
            - ${step('c', 'produces three', 'after a')}
            - ${step('d', 'produces four')}
        - lane: Three
          steps:
            - ${step('e', 'produces five', 'after d')}
            - ${step('f')}
        - lane: Four
          steps:
            - ${step('g', 'after two')}
            - ${step('h')}
  `);
  const before = (id: string): string => [...artefactsBefore(model, nodeOf(model, id)).keys()].join(' ');
  assert.equal(before('a'), '');
  assert.equal(before('d'), 'one three');
  assert.equal(before('f'), 'one three four five');
  assert.equal(before('h'), 'one three four');
});
