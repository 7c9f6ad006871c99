/** A drawing that takes over from the one before is the drawing, whatever was before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChainGraph, GraphNode } from '../../../server/src/core/analysis/chainGraph.ts';
import { drawChain, redrawChain } from '../../../server/src/core/drawing/drawChain.ts';
import type { DrawingOptions } from '../../../server/src/core/drawing/drawing.ts';
import { renamed } from './drawings.ts';
import { chartSeeds, graphOfWritten, writtenChart } from './randomCharts.ts';

const words = fc.constantFrom('', 'It', 'Ship it to everyone who asked for it, and tell them so', '确定哪些');

/** What an edit may make of a node, but for its place. */
const change: fc.Arbitrary<Partial<GraphNode>> = fc.oneof(
  fc.record({ label: words }),
  fc.record({ skill: words, team: words }),
  fc.record({ when: words, optional: fc.boolean() }),
  fc.record({ by: fc.array(words, { maxLength: 4 }) }),
  fc.record({ document: words }),
  fc.record({ says: fc.array(words, { maxLength: 2 }), window: words }),
  fc.record({ takes: fc.constant({ min: 5, max: 90 }), slack: fc.nat(60), critical: fc.boolean() }),
  fc.record({ problems: fc.record({ errors: fc.nat(2), warnings: fc.nat(12) }) }),
  fc.record({ route: fc.record({ decision: fc.constantFrom('n1', 'n3', 'n5'), index: fc.nat(2) }) }),
  fc.record({ parent: fc.constantFrom('n1', 'n3', 'n5', 'none') }),
  fc.record({ handoff: fc.constantFrom('joins', 'waits-for', 'escalates-to'), elsewhere: fc.boolean() }),
  fc.record({ id: fc.constantFrom('n1', 'start', 'new', '__proto__') }),
  fc.record({ kind: fc.constantFrom('step', 'checkpoint', 'decision', 'fork', 'chain') }),
);

/** One node with something else, an edge with other words, a node less, or two nodes that change places. */
function edited(graph: ChainGraph, at: number, what: Edit): ChainGraph {
  const nodes = [...graph.nodes];
  const edges = [...graph.edges];
  const [index, edge] = [at % nodes.length, edges[at % Math.max(1, edges.length)]];
  const node = nodes[index];
  if (node === undefined) return graph;
  if (typeof what !== 'string' && 'to' in what) return renamed(graph, node.id, what.to);
  if (what === 'less') nodes.splice(index, 1);
  else if (what === 'swap') nodes.splice(index, 1, ...nodes.splice(index + 1, 1), node);
  else if (what === 'edge' && edge !== undefined) edges[edges.indexOf(edge)] = { ...edge, label: 'else' };
  else if (what === 'vain' && edge !== undefined) edges[edges.indexOf(edge)] = { ...edge, to: 'gone' };
  else if (typeof what !== 'string') nodes[index] = { ...node, ...what };
  return { ...graph, nodes, edges };
}

type Edit = Partial<GraphNode> | { readonly to: string } | 'less' | 'swap' | 'edge' | 'vain';
/** Names of words, one that may be there already or be named in vain, and those that count by themselves. */
const anyName = fc.record({
  to: fc.constantFrom('dig', 'plant', 'n2', 'gone', 'stop', 'end', 'n1.synthesize', 'n4.synthesize'),
});
const edits = fc.array(
  fc.tuple(
    fc.nat(),
    fc.oneof(
      { weight: 3, arbitrary: change },
      anyName,
      fc.constantFrom<Edit>('less', 'swap', 'edge', 'vain'),
    ),
  ),
  { minLength: 1, maxLength: 6 },
);

const options = (graph: ChainGraph, folds: number, stales: number): DrawingOptions => ({
  collapsed: new Set(graph.nodes.flatMap(({ id }, at) => (folds !== 0 && at % folds === 0 ? [id] : []))),
  stale: new Set(graph.nodes.flatMap(({ id }, at) => (stales !== 0 && at % stales === 0 ? [id] : []))),
});

test('each edit of a chart leads to the drawing that a fresh start gives', () => {
  fc.assert(
    fc.property(chartSeeds(60), edits, fc.nat(8), fc.nat(8), (seed, all, folds, stales) => {
      let graph = graphOfWritten(writtenChart(seed));
      let drawn = redrawChain(graph, options(graph, 0, 0), undefined);
      for (const [at, what] of all) {
        graph = edited(graph, at, what);
        const how = options(graph, folds, stales);
        drawn = redrawChain(graph, how, drawn);
        assert.deepEqual(drawn.drawing, drawChain(graph, how));
      }
    }),
    {
      numRuns: 150,
      // A lane and then the start take one name, so that what stands in the lane names the start.
      examples: [
        [
          { seed: 1138364354, size: 59 },
          [
            [1645338655, { to: 'plant' }],
            [0, { to: 'plant' }],
          ],
          0,
          0,
        ],
      ],
    },
  );
});

test('also after the drawing of any other chart', () => {
  fc.assert(
    fc.property(chartSeeds(40), chartSeeds(40), (one, other) => {
      const [before, graph] = [graphOfWritten(writtenChart(one)), graphOfWritten(writtenChart(other))];
      const drawn = redrawChain(before, options(before, 0, 3), undefined);
      const how = options(graph, 5, 0);
      assert.deepEqual(redrawChain(graph, how, drawn).drawing, drawChain(graph, how));
    }),
    { numRuns: 80 },
  );
});
