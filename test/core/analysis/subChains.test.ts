import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { subChainCycles } from '../../../server/src/core/analysis/subChains.ts';
import { modelOf } from './chainText.ts';

/** Chains with the chains that each runs, and the ways round of the first. */
const cycles: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string]>> = {
  none: [{ a: 'b c', b: 'c', c: '' }, ''],
  itself: [{ a: 'a' }, 'a a'],
  'by another': [{ a: 'b', b: 'a' }, 'a b a'],
  'the shortest way round': [{ a: 'b', b: 'c d', c: 'd', d: 'a' }, 'a b d a'],
  'two ways round': [{ a: 'b x c', b: 'a', x: '', c: 'a' }, 'a b a, a c a'],
  'the same way twice': [{ a: 'b b', b: 'a' }, 'a b a, a b a'],
  'a circle that it is not in': [{ a: 'b', b: 'c', c: 'b' }, ''],
  'chains that are not there': [{ a: 'nowhere' }, ''],
};

describe('chains that run themselves', () => {
  for (const [name, [chains, expected]] of Object.entries(cycles)) {
    test(name, () => {
      const models = new Map(
        Object.entries(chains).map(([id, runs]) => [
          id,
          modelOf(
            `chain: ${id}\nsteps: [${runs
              .split(' ')
              .filter(Boolean)
              .map(each => `{ chain: ${each} }`)
              .join(', ')}]`,
          ),
        ]),
      );
      const [first] = models.values();
      assert.ok(first !== undefined);
      const found = subChainCycles(first, id => models.get(id));
      assert.equal(found.map(each => each.path.join(' ')).join(', '), expected);
      for (const { node, path } of found) assert.equal(node.chain.text, path[1]);
    });
  }
  test('nothing of a chain without an id', () =>
    assert.deepEqual(
      subChainCycles(modelOf('steps: [{ chain: a }]'), () => undefined),
      [],
    ));
});
