/** The layout of a chain: its blocks and its edges, each with its place. */
import type { ChainGraph } from '../analysis/chainGraph.ts';
import { type Chart, chartOf } from './blocks.ts';
import { layOut } from './place.ts';
import { ringRadius } from './sizes.ts';
import type { Wire } from './wire.ts';
import { wiresOf } from './wiring.ts';

export interface LaidOut {
  readonly chart: Chart;
  readonly wires: readonly Wire[];
}

/** The middle of the start is the origin. `folded`: ids of the phases and parallels that are cards. */
export function layOutChain(graph: ChainGraph, folded: ReadonlySet<string>): LaidOut {
  const chart = chartOf(graph, folded);
  const wires = wiresOf(graph, chart);
  layOut(chart.top, 0, -ringRadius);
  return { chart, wires };
}
