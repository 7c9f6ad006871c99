import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present, withoutPlaces } from '../../../client/src/views/graph/presentation.ts';
import { graphOf } from './support.ts';

const good = graphOf([
  ['start', 'start'],
  ['plan', 'phase'],
  ['dig', 'step', { parent: 'plan', skill: 'author' }],
  ['plant'],
  ['end', 'end'],
]);
const labels = (graph: ReturnType<typeof present>['graph']): readonly string[] =>
  graph?.nodes.map(({ label }) => label) ?? [];

test('a sound text is drawn as it is', () => {
  assert.deepEqual(present(undefined, good), { graph: good, stale: [] });
  assert.deepEqual(present(graphOf([['other']]), good), { graph: good, stale: [] });
});

test('a broken text without a sound one before is drawn as far as it goes', () => {
  const partial = graphOf([['start', 'start'], ['dig']], { complete: false });
  assert.deepEqual(present(undefined, partial), { graph: partial, stale: [] });
});

test('a break that hides nothing is drawn as the text is now', () => {
  const more = graphOf([...good.nodes.map(({ id, kind }) => [id, kind] as const), ['new']], {
    complete: false,
  });
  assert.deepEqual(present(good, more), { graph: more, stale: [] });
});

test('a break that hides nodes leaves them in their places, as stale, and the others as the text has them', () => {
  const partial = graphOf(
    [
      ['start', 'start'],
      ['dig', 'step', { label: 'Dig deep' }],
      ['end', 'end'],
    ],
    {
      complete: false,
      version: 7,
    },
  );
  const { graph, stale } = present(good, partial);
  assert.deepEqual(stale, ['plan', 'plant']);
  assert.deepEqual(labels(graph), ['start', 'plan', 'Dig deep', 'plant', 'end']);
  assert.equal(graph?.nodes[2]?.parent, 'plan');
  assert.equal(graph?.nodes[2]?.skill, undefined);
  assert.equal(graph?.version, 7);
});

test('a node of another kind is not the one that was', () => {
  const { graph } = present(good, graphOf([['dig', 'decision']], { complete: false }));
  assert.equal(graph?.nodes[2]?.kind, 'step');
});

test('where there is no chain any more, all that a person wrote is stale', () => {
  assert.deepEqual(present(good, undefined), { graph: good, stale: ['plan', 'dig', 'plant'] });
  assert.deepEqual(present(undefined, undefined), { graph: undefined, stale: [] });
});

test('graphs that differ only in where things are written are the same to a page', () => {
  const moved = graphOf(
    good.nodes.map(
      ({ id, kind, parent, skill }) =>
        [
          id,
          kind,
          {
            ...(parent && { parent }),
            ...(skill && { skill }),
            range: { start: { line: 99, character: 0 }, end: { line: 99, character: 1 } },
          },
        ] as const,
    ),
  );
  assert.deepEqual(withoutPlaces(moved), withoutPlaces(good));
  assert.ok(withoutPlaces(good).nodes.every(node => node.range === undefined));
});
