/**
 * Decides how each edge of a chart runs, and reserves the tracks, channels and columns that it needs: what follows the order of
 * lists runs down the spines, exits of a decision run to columns at its right, jumps run in gutters. Fills in the chart's columns,
 * passes and channels; data and handoffs are not drawn as edges here.
 */
import type { ChainGraph, GraphEdge } from '../analysis/chainGraph.ts';
import type { DecisionItem } from './block.ts';
import type { Chart, Found } from './blocks.ts';
import { columnEndingWith, type Waypoint, wayOn } from './climbing.ts';
import { decisionWires } from './exitWires.ts';
import { flowWire, stopWires } from './flowWires.ts';
import { forkWires } from './forkWires.ts';
import { jumpWires } from './jumpWires.ts';
import { orderWire } from './orderWires.ts';
import { bottomOf } from './ports.ts';
import type { Wire } from './wire.ts';

/** In the order of the graph's edges, but for those of one decision, which stand together. */
export function wiresOf(graph: ChainGraph, chart: Chart): readonly Wire[] {
  const wires: Wire[] = [];
  const exits = new Map<DecisionItem, GraphEdge[]>();
  const arriving = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    const others = arriving.get(edge.to);
    if (others === undefined) arriving.set(edge.to, [edge]);
    else others.push(edge);
    if (edge.kind === 'data' || edge.kind === 'handoff') continue;
    const from = chart.found.get(edge.from);
    if (from === undefined || (edge.to !== 'stop' && !chart.found.has(edge.to))) continue;
    if (edge.kind === 'sequence' && edge.label === 'after') {
      wires.push(...orderWire(edge, from, chart.found.get(edge.to)));
    } else if (from.role === 'item' && from.item.kind === 'decision') {
      exits.set(from.item, [...(exits.get(from.item) ?? []), edge]);
    } else {
      wires.push(...wireFrom(edge, from, chart));
    }
  }
  for (const item of chart.items) {
    if (item.kind === 'decision') wires.push(...decisionWires(item, exits.get(item) ?? [], arriving, chart));
  }
  return wires;
}

function wireFrom(edge: GraphEdge, { item, role }: Found, chart: Chart): readonly Wire[] {
  if (role === 'lane' || item.kind === 'decision') return [];
  if (role === 'item' && item.kind === 'parallel') return forkWires(edge, item, chart);
  const start: Waypoint = () => bottomOf(item);
  const way = wayOn(item);
  if (way?.id === edge.to && edge.kind !== 'back') return [flowWire(edge, item, way, [start], chart)];
  if (edge.to === 'stop') return stopWires(edge, item, start);
  const column = edge.label === 'refused' ? undefined : columnEndingWith(item);
  return jumpWires(edge, item, column, column === undefined ? [] : [start], chart);
}
