/** Where what `after` names has ended: a lane at its join, and a node with all that stands in it (rule 10 of the language page). */
import type { ChainNode, Lane } from '../model/chain.ts';
import type { Flow, FlowEdge } from './flow.ts';
import { nodesAround } from './structure.ts';

/** What may be waited for. */
export type Gate = ChainNode | Lane;

/** The edges by which a lane comes to its join. */
function endsOf(lane: Lane, flow: Flow): readonly FlowEdge[] {
  const parallel = lane.list.parentNode;
  if (parallel?.kind !== 'parallel') return [];
  const number = parallel.lanes.indexOf(lane);
  return (flow.incoming.get(parallel.joinId) ?? []).filter(edge => edge.lane === number);
}

/** The edges on which control leaves a lane, or a node and all that stands in it, going on. */
export function waysOutOf(node: Gate, flow: Flow): readonly FlowEdge[] {
  if (!('kind' in node)) return endsOf(node, flow);
  const goingOn = (id: string): readonly FlowEdge[] =>
    (flow.outgoing.get(id) ?? []).filter(edge => !edge.back && edge.to !== 'stop');
  if (node.kind === 'parallel') {
    const skips = goingOn(node.id).filter(edge => edge.kind === 'skip');
    return [...skips, ...goingOn(node.synthesize?.id ?? node.joinId)];
  }
  if (node.kind !== 'decision') return goingOn(node.id);
  const inside = new Set([node.id]);
  for (const id of inside) {
    // What leads to another node of a route stays inside; all else goes out.
    for (const { to } of goingOn(id)) if (isWithin(flow, to, node)) inside.add(to);
  }
  return [...inside].flatMap(goingOn).filter(edge => !inside.has(edge.to));
}

function isWithin(flow: Flow, id: string, node: ChainNode): boolean {
  const point = flow.points.get(id);
  const at = point?.node ?? point?.parallel;
  return at !== undefined && at !== node && nodesAround(at).includes(node);
}
