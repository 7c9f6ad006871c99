/** The real engine: what holds of its layouts, and that the same graph has the same one however often it was asked. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawSuite, suiteLayoutGraph } from '../../server/src/core/drawing/suite/drawSuite.ts';
import type { LayoutEngine } from '../../server/src/core/drawing/suite/freeGraph.ts';
import { type ElkModule, engineInProcess } from '../../server/src/layout/inProcess.ts';
import { plainly } from '../core/drawing/drawings.ts';
import { checkSuiteDrawing } from '../core/drawing/suite/checkLayout.ts';
import { suiteGraphs } from '../core/drawing/suite/suites.ts';

const elk: ElkModule = createRequire(import.meta.url)('elkjs/lib/elk-worker.min.js');
const newEngine = (): LayoutEngine => engineInProcess(elk);

test('nothing covers anything else, and every item stands in its phase', async () => {
  const engine = newEngine();
  await fc.assert(
    fc.asyncProperty(suiteGraphs(14), async graph => {
      const layout = await engine(suiteLayoutGraph(graph, new Set()));
      checkSuiteDrawing(graph, drawSuite(graph, plainly, layout));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('the same graph has the same layout, whatever was laid out before', async () => {
  const used = newEngine();
  await fc.assert(
    fc.asyncProperty(suiteGraphs(10), suiteGraphs(10), async (graph, other) => {
      const wanted = suiteLayoutGraph(graph, new Set());
      await used(suiteLayoutGraph(other, new Set()));
      assert.deepEqual(await used(wanted), await newEngine()(wanted));
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
