/**
 * How long drawings take: `npm run bench`. Of each size the median of many runs, and the ratio to writing the same graph as JSON in the same run,
 * which says more than milliseconds where machines differ. Nothing is asserted: a slow machine is no mistake.
 */
import { performance } from 'node:perf_hooks';
import type { ChainGraph } from '../server/src/core/analysis/chainGraph.ts';
import { drawChain } from '../server/src/core/drawing/drawChain.ts';
import { drawingToSvg } from '../server/src/core/drawing/drawingToSvg.ts';
import { layOutChain } from '../server/src/core/drawing/layOutChain.ts';
import { graphOfWritten, writtenChart } from '../test/core/drawing/randomCharts.ts';

const sizes = [10, 100, 1000, 5000];
const options = { collapsed: new Set<string>(), stale: new Set<string>() };

/** Milliseconds, in the middle of as many runs as a second holds, of 15 at least. */
function medianOf(work: () => unknown): number {
  const times: number[] = [];
  const until = performance.now() + 1000;
  for (let run = 0; run < 5; run++) work();
  while (times.length < 15 || (performance.now() < until && times.length < 500)) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  return times[times.length >> 1] ?? 0;
}

/** A chain with as many nodes, whatever the generator makes of a size. */
function graphOfSize(size: number): ChainGraph {
  let best = graphOfWritten(writtenChart({ seed: 1, size }));
  for (let seed = 2; seed < 12; seed++) {
    const graph = graphOfWritten(writtenChart({ seed, size }));
    if (Math.abs(graph.nodes.length - size) < Math.abs(best.nodes.length - size)) best = graph;
  }
  return best;
}

const row = (cells: readonly string[]): string => cells.map(cell => cell.padStart(13)).join('');

console.log(
  row(['nodes', 'edges', 'layout ms', 'drawing ms', 'SVG ms', 'floor ms', 'layout/floor', 'drawing/floor']),
);
for (const size of sizes) {
  const graph = graphOfSize(size);
  const floor = medianOf(() => JSON.stringify(graph));
  const layout = medianOf(() => layOutChain(graph, new Set()));
  const drawing = medianOf(() => drawChain(graph, options));
  const svg = medianOf(() => drawingToSvg(graph, options));
  const figures = [layout, drawing, svg, floor].map(each => each.toFixed(2));
  const ratios = [layout / floor, drawing / floor].map(each => each.toFixed(1));
  console.log(row([String(graph.nodes.length), String(graph.edges.length), ...figures, ...ratios]));
}
