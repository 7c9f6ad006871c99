/** What holds of every drawing: nothing covers anything else, and everything is said where it fits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawingToSvg } from '../../../server/src/core/drawing/drawingToSvg.ts';
import { checkDrawing } from './checkDrawing.ts';
import { plainly } from './drawings.ts';
import { chartSeeds, graphOfWritten, writtenChart } from './randomCharts.ts';

test('nothing covers anything else in small charts', () => {
  fc.assert(
    fc.property(chartSeeds(25), seed => checkDrawing(graphOfWritten(writtenChart(seed)))),
    { numRuns: 600 },
  );
});

test('nor in large ones', () => {
  fc.assert(
    fc.property(chartSeeds(2000), seed => checkDrawing(graphOfWritten(writtenChart(seed)))),
    { numRuns: 20 },
  );
});

test('nor where some of it is collapsed', () => {
  fc.assert(
    fc.property(chartSeeds(60), fc.integer({ min: 1, max: 7 }), (seed, share) => {
      const graph = graphOfWritten(writtenChart(seed));
      const boxes = graph.nodes.filter(({ kind }) => kind === 'phase' || kind === 'fork');
      checkDrawing(graph, new Set(boxes.filter((_, at) => at % share === 0).map(({ id }) => id)));
    }),
    { numRuns: 300 },
  );
});

test('the same text gives the same bytes', () => {
  fc.assert(
    fc.property(chartSeeds(200), seed => {
      const svg = (): string => drawingToSvg(graphOfWritten(writtenChart(seed)), plainly);
      assert.equal(svg(), svg());
    }),
    { numRuns: 20 },
  );
});
