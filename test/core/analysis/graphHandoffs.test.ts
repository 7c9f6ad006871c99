/** Handoffs in a graph: those that the chain writes, and those that only the other chain does. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChainHandoff } from '../../../server/src/core/analysis/chainGraph.ts';
import type { Handoff } from '../../../server/src/core/model/chain.ts';
import { edgeLine, graphOfText, modelOf, nodeLines, textOf } from './chainText.ts';

const handoffsIn = (lines: string): readonly Handoff[] =>
  modelOf(`chain: x\nhandoffs: [${lines}]\n`).handoffs;

const elsewhere = (other: string, lines: string): readonly ChainHandoff[] =>
  handoffsIn(lines).map(handoff => ({ other, own: undefined, ends: [{ uri: `test:${other}`, handoff }] }));

const body = `
  - { id: a, skill: s, do: It }
  - id: p
    parallel:
      - { lane: law, steps: [{ id: b, skill: s, do: It }] }
      - { id: c, skill: s, do: It }
`;

/** The edges of handoffs, and the nodes they lead from and to. */
function drawn(handoffs: readonly ChainHandoff[]) {
  const graph = graphOfText(textOf(body), undefined, handoffs);
  return {
    edges: graph.edges.filter(each => each.kind === 'handoff').map(edgeLine),
    nodes: nodeLines(graph).filter(each => each.startsWith('handoff')),
    graph,
  };
}

describe('what only the other chain writes', () => {
  const cases: readonly (readonly [handoff: string, edge: string, node: string])[] = [
    ['{ then: demo }', 'x:then --> start (then)', 'handoff x:then'],
    ['{ joins: demo, at: c }', 'x:joins --> c (joins)', 'handoff x:joins'],
    ['{ joins: demo, at: law }', 'x:joins --> p (joins)', 'handoff x:joins'],
    ['{ joins: demo, at: nowhere }', 'x:joins --> start (joins)', 'handoff x:joins'],
    ['{ cycles-to: demo, every: monthly }', 'x:cycles-to --> start (cycles to)', 'handoff x:cycles-to'],
    [
      '{ escalates-to: demo, if: it burns, from: a }',
      'x:escalates-to --> start (it burns)',
      'handoff x:escalates-to',
    ],
    ['{ waits-for: demo, before: a }', 'end --> x:waits-for (waits for)', 'handoff x:waits-for'],
  ];
  for (const [handoff, edge, node] of cases) {
    test(handoff, () => {
      const { edges, nodes } = drawn(elsewhere('x', handoff));
      assert.deepEqual([edges, nodes], [[edge], [node]]);
    });
  }

  test('has no place in this text, opens the other chain, and says what that says', () => {
    const { graph } = drawn(
      elsewhere('x', '{ then: demo, gate: [It holds, All sign], delivers: [plan@1], rollback: Undo }'),
    );
    assert.deepEqual(
      graph.nodes.find(node => node.kind === 'handoff'),
      {
        id: 'x:then',
        kind: 'handoff',
        label: 'x',
        handoff: 'then',
        elsewhere: true,
        says: ['gate: It holds, All sign', 'delivers plan@1', 'rollback: Undo'],
        opens: 'test:x',
        problems: { errors: 0, warnings: 0 },
      },
    );
  });

  test('has a name of its own beside what this chain writes, which comes first', () => {
    const own = handoffsIn('{ then: x }').map(each => ({ other: 'x', own: each, ends: [] }));
    const others = elsewhere('x', '{ then: demo }, { then: demo }');
    assert.deepEqual(drawn([...others, ...own]).nodes, [
      'handoff then:x',
      'handoff x:then',
      'handoff x:then~2',
    ]);
    const odd = [
      ...elsewhere('then', '{ then: demo }'),
      ...handoffsIn('{ then: then }').map(each => ({ other: 'then', own: each, ends: [] })),
    ];
    assert.deepEqual(drawn(odd).nodes, ['handoff then:then', 'handoff then:then~2']);
  });
});

test('what both ends write is one edge, at the node that either of them names, and says what both say', () => {
  const [own] = handoffsIn('{ waits-for: x, needs: plan, workaround: Guess }');
  const [end] = handoffsIn('{ joins: demo, at: c, delivers: [plan] }');
  assert.ok(own && end);
  const { edges, graph } = drawn([{ other: 'x', own, ends: [{ uri: 'test:x', handoff: end }] }]);
  assert.deepEqual(edges, ['waits-for:x --> c (waits for)']);
  const says = graph.nodes.find(node => node.kind === 'handoff')?.says;
  assert.deepEqual(says, ['needs plan', 'workaround: Guess', 'at c', 'delivers plan']);
});

test('a round has its limit on the edge', () => {
  const { edges, graph } = drawn(
    handoffsIn('{ cycles-to: x, at-most: 4, every: quarterly, until: nothing is found }').map(own => ({
      other: 'x',
      own,
      ends: [],
    })),
  );
  assert.deepEqual(edges, ['end --> cycles-to:x (cycles to) ×4']);
  assert.deepEqual(graph.nodes.at(-1)?.says, ['until nothing is found', 'at most 4×', 'every quarterly']);
});
