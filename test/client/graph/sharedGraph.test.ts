import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedGraph } from '../../../client/src/views/graph/webview/sharedGraph.ts';
import type { ChainGraph } from '../../../server/src/lsp/protocol.ts';
import { graphOf, type NodeSpec } from './support.ts';

const specs: readonly NodeSpec[] = [
  ['start', 'start'],
  ['dig', 'step', { by: ['a', 'b'], takes: { min: 1, max: 2 } }],
  ['plant', 'step', { route: { decision: 'd', index: 0 } }],
];
const edges = [{ id: 'e', from: 'start', to: 'dig', kind: 'sequence' as const }];
const before = graphOf(specs, { edges });
/** As it comes in a message. */
const received = (graph: ChainGraph): ChainGraph => structuredClone(graph);

test('what is equal is the same object, wherever it stands', () => {
  const moved = { ...before, nodes: before.nodes.toReversed() };
  const shared = sharedGraph(received(moved), before);
  assert.deepEqual(shared, moved);
  for (const node of before.nodes) assert.ok(shared.nodes.includes(node), node.id);
  assert.equal(shared.edges[0], before.edges[0]);
});

const changes: readonly (readonly [what: string, change: object])[] = [
  ['a key more', { skill: 'author' }],
  ['another value', { label: 'Dig deep' }],
  ['a shorter list', { by: ['a'] }],
  ['a list in another order', { by: ['b', 'a'] }],
  ['another number', { takes: { min: 1, max: 3 } }],
  ['a map for a list', { by: { 0: 'a', 1: 'b' } }],
  ['a key of its own that every object has', JSON.parse('{"__proto__": 1}')],
];
for (const [what, change] of changes) {
  test(`${what} is a change`, () => {
    const dig = received(before).nodes[1];
    const changed = JSON.parse(
      JSON.stringify({ ...before, nodes: [before.nodes[0], { ...dig, ...change }] }),
    );
    const shared = sharedGraph(changed, before);
    assert.equal(shared.nodes[0], before.nodes[0]);
    assert.notEqual(shared.nodes[1], before.nodes[1]);
    assert.deepEqual(shared, changed);
  });
}

test('a key less is a change, and without a graph before there is nothing to share', () => {
  const { by: _by, ...dig } = before.nodes[1] ?? assert.fail();
  const shared = sharedGraph({ ...before, nodes: [dig] }, before);
  assert.equal(shared.nodes[0], dig);
  assert.equal(sharedGraph(before, undefined), before);
});
