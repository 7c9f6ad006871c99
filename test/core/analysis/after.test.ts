import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { afterReferences } from '../../../server/src/core/analysis/after.ts';
import { chainOf } from './chainText.ts';

const step = (id: string, after = ''): string =>
  `{ id: ${id}, skill: s, do: It${after === '' ? '' : `, after: [${after}]`} }`;

/** Each chain with the states of its `after`, in text order. */
const states: Readonly<Record<string, readonly [string, string]>> = {
  'between lanes': [`- parallel: [${step('a')}, ${step('b', 'a')}]`, 'orders'],
  'a lane written later': [`- parallel: [${step('a', 'b')}, ${step('b')}]`, 'orders'],
  'a lane by its name': [`- parallel: [{ lane: L, steps: [${step('a')}] }, ${step('b', 'l')}]`, 'orders'],
  'a parallel in another lane': [
    `- parallel: [{ id: q, parallel: [${step('a')}] }, ${step('b', 'q')}]`,
    'orders',
  ],
  'deep in other lanes': [
    `- parallel: [{ parallel: [${step('a')}, ${step('c')}] }, { parallel: [${step('b', 'a')}] }]`,
    'orders',
  ],
  'in a route of another lane': [
    `- parallel: [{ decision: D, routes: [{ when: x, steps: [${step('a')}] }, { otherwise: next }] }, ${step('b', 'a')}]`,
    'orders',
  ],
  'earlier in the list': [`- ${step('a')}\n- ${step('b', 'a')}`, 'redundant'],
  'earlier in an enclosing list': [`- ${step('a')}\n- parallel: [${step('b', 'a')}]`, 'redundant'],
  'in a lane of an earlier parallel': [`- parallel: [${step('a')}]\n- ${step('b', 'a')}`, 'redundant'],
  'an earlier lane as a whole': [
    `- parallel: [{ lane: L, steps: [${step('a')}] }]\n- ${step('b', 'l')}`,
    'redundant',
  ],
  'an earlier phase': [
    `phases: [{ phase: One, steps: [${step('a')}] }, { phase: Two, steps: [${step('b', 'one, a')}] }]`,
    'redundant redundant',
  ],
  'in an earlier route, of another decision': [
    `- { decision: D, routes: [{ otherwise: [${step('a')}] }] }\n- ${step('b', 'a')}`,
    'redundant',
  ],
  itself: [`- ${step('a', 'a')}`, 'cycle'],
  'later in the list': [`- ${step('a', 'b')}\n- ${step('b')}`, 'cycle'],
  'what it stands in': [`- { id: p, parallel: [{ lane: L, steps: [${step('a', 'p, l')}] }] }`, 'cycle cycle'],
  'the synthesis of its own parallel': [
    `- { id: p, parallel: [${step('a', 'p.synthesize')}], synthesize: { skill: s, do: It } }`,
    'cycle',
  ],
  'its own phase, and a later one': [
    `phases: [{ phase: One, steps: [${step('a', 'one, two')}] }, { phase: Two, steps: [${step('b')}] }]`,
    'cycle cycle',
  ],
  'two lanes that wait for each other': [
    `- parallel: [${step('a', 'b')}, ${step('b', 'a')}, ${step('c', 'a')}]`,
    'cycle cycle orders',
  ],
  'two lanes that wait crosswise': [
    `- parallel: [{ lane: L, steps: [${step('a', 'd')}, ${step('b')}] }, { lane: R, steps: [${step('c', 'b')}, ${step('d')}] }]`,
    'cycle cycle',
  ],
  'two lanes that wait in step': [
    `- parallel: [{ lane: L, steps: [${step('a')}, ${step('b', 'c')}] }, { lane: R, steps: [${step('c', 'a')}, ${step('d', 'b')}] }]`,
    'orders orders orders',
  ],
  'three lanes in a circle': [
    `- parallel: [${step('a', 'c')}, ${step('b', 'a')}, ${step('c', 'b')}]`,
    'cycle cycle cycle',
  ],
  'between routes': [
    `- { decision: D, routes: [{ when: x, steps: [${step('a')}] }, { otherwise: [${step('b', 'a')}] }] }`,
    'between-routes',
  ],
  'what is not there, or twice': [
    `- { skill: twice, do: It }\n- { skill: twice, do: It }\n- ${step('b', 'nothing, twice')}`,
    'unknown ambiguous',
  ],
};

describe('what after orders', () => {
  for (const [name, [body, expected]] of Object.entries(states)) {
    test(name, () =>
      assert.equal(
        afterReferences(chainOf(body))
          .map(each => each.state)
          .join(' '),
        expected,
      ),
    );
  }
});
