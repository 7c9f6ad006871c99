import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInLane, jumpTargetsFrom, resolveJumps } from '../../../server/src/core/analysis/jumps.ts';
import { chainOf, nodeOf } from './chainText.ts';
import { places } from './jumpPlaces.ts';

test('what completion offers is exactly what is legal', () => {
  for (const at of ['top', 'in-lane', 'bare', 'in-route']) {
    const model = chainOf(places(at, 'go: next'));
    const from = nodeOf(model, at);
    const offered = new Map(jumpTargetsFrom(model, from, 'go').map(each => [each.id, each.backward]));
    for (const { id } of model.nodes) {
      const [resolved] = resolveJumps(chainOf(places(at, `go: ${id}`))).filter(
        each => each.from?.id === at && each.jump.target.text === id,
      );
      // Back to itself is legal behind a route's steps.
      if (id !== at)
        assert.equal(
          offered.get(id),
          resolved?.problem === undefined ? resolved?.backward : undefined,
          `${at} ${id}`,
        );
    }
    assert.equal(isInLane(from), at === 'in-lane' || at === 'bare');
  }
});
