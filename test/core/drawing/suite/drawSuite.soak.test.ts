/** What holds of every drawing of a suite in the simple layout. */
import { test } from 'node:test';
import fc from 'fast-check';
import { checkSuiteDrawing } from './checkLayout.ts';
import { drawnSimply, suiteGraphs } from './suites.ts';

test('nothing covers anything else in small suites', () => {
  fc.assert(
    fc.property(suiteGraphs(12), graph => checkSuiteDrawing(graph, drawnSimply(graph))),
    { numRuns: 300 },
  );
});

test('nor in large ones', () => {
  fc.assert(
    fc.property(suiteGraphs(300, 150), graph => checkSuiteDrawing(graph, drawnSimply(graph))),
    { numRuns: 15, endOnFailure: true },
  );
});

test('nor where phases are folded', () => {
  fc.assert(
    fc.property(suiteGraphs(30), fc.integer({ min: 1, max: 3 }), (graph, share) => {
      const phases = graph.nodes.filter(({ kind }) => kind === 'phase').map(({ id }) => id);
      const folded = phases.filter((_, at) => at % share === 0);
      checkSuiteDrawing(graph, drawnSimply(graph, folded), new Set(folded));
    }),
    { numRuns: 100 },
  );
});
