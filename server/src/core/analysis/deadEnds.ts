/** Where a run comes in and never goes on: loops that every way goes round, and joins to which too few lanes come. */
import type { ChainModel, ChainNode, Lane, ParallelNode } from '../model/chain.ts';
import { components } from '../util/components.ts';
import { type Flow, type FlowEdge, predecessors, unreachableNodes } from './flow.ts';
import type { ResolvedJump } from './jumps.ts';
import { lanesToJoin, nodesAround } from './structure.ts';

/** Points that a run can come to, each of which leads back to the others and nowhere else. */
export interface EndlessLoop {
  /** Those of its jumps that go back, in text order; at least one. */
  readonly jumps: readonly ResolvedJump[];
  readonly nodes: readonly ChainNode[];
}

/** A parallel that a run can come to, and whose lanes cannot end as often as its join wants. */
export interface DeadJoin {
  readonly parallel: ParallelNode;
  /** The lanes that never end, as every way through them stops. */
  readonly lanes: readonly Lane[];
  /** What stops them, in text order. */
  readonly stops: readonly ResolvedJump[];
}

export interface DeadEnds {
  readonly loops: readonly EndlessLoop[];
  readonly joins: readonly DeadJoin[];
  /** The nodes of the loops, the parallels of the joins, and what these stand in: nothing is reached by way of them alone. */
  readonly nodes: ReadonlySet<ChainNode>;
}

/** All dead ends that have no other within them as their cause; none where the flow is not certain. */
export function deadEnds(flow: Flow): DeadEnds {
  const loops = flow.certain ? endlessLoops(flow) : [];
  const inLoops = around(loops.flatMap(each => each.nodes));
  const stuck = flow.certain ? deadJoins(flow) : [];
  const causes = new Set([
    ...inLoops,
    ...around(stuck.flatMap(({ parallel }) => parallel.list.parentNode ?? [])),
  ]);
  const joins = stuck.filter(({ parallel }) => !causes.has(parallel));
  return { loops, joins, nodes: new Set([...inLoops, ...around(joins.map(({ parallel }) => parallel))]) };
}

/** Nodes that no run comes to and that do not stand behind a dead end, which is the nearer cause. */
export function lostNodes(model: ChainModel, flow: Flow): readonly ChainNode[] {
  const lost = unreachableNodes(model, flow);
  if (lost.length === 0) return lost;
  const { nodes } = deadEnds(flow);
  const before = predecessors(model);
  return lost.filter(node => {
    const previous = before.get(node);
    return previous === undefined || !nodes.has(previous);
  });
}

const around = (nodes: readonly ChainNode[]): ReadonlySet<ChainNode> => new Set(nodes.flatMap(nodesAround));

/**
 * Each lane is looked at for itself, as no jump leads into one or out of one: its join is its way out. A `stop` that a route names is a way out
 * too, for that is what its author wants; a refusal alone is none. An escalation may resume anywhere.
 */
function endlessLoops(flow: Flow): readonly EndlessLoop[] {
  const resumed = flow.jumps.flatMap(({ handoff, from }) => (handoff === undefined ? [] : [from?.id]));
  const mayCircle = flow.jumps.some(({ backward, handoff }) => backward && handoff === undefined);
  if (!mayCircle || resumed.includes(undefined)) return [];
  const ways = new Map(
    [...flow.points.keys()].map((id): [string, readonly FlowEdge[]] => [id, waysOn(flow, id)]),
  );
  const leaves = new Set<string | undefined>(resumed);
  for (const [id, edges] of ways) if (edges.some(isWayOut)) leaves.add(id);
  const before = new Map<string, string[]>();
  for (const edges of ways.values()) {
    for (const { from, to } of edges) {
      const known = before.get(to);
      if (known === undefined) before.set(to, [from]);
      else known.push(from);
    }
  }
  // A set goes on to members that are added while it is walked.
  for (const id of leaves)
    for (const from of id === undefined ? [] : (before.get(id) ?? [])) leaves.add(from);
  const kept = [...ways.keys()].filter(id => flow.reachable.has(id) && isPlace(flow, id) && !leaves.has(id));
  return kept.length === 0 ? [] : loopsAmong(flow, kept, ways);
}

const isPlace = (flow: Flow, id: string): boolean => {
  const kind = flow.points.get(id)?.kind;
  return kind === 'node' || kind === 'join';
};

const isWayOut = ({ to, kind, lane }: FlowEdge): boolean =>
  lane !== undefined || to === 'end' || (to === 'stop' && kind !== 'refused');

/** The edges from a point, with all that stands in the lanes of a parallel as one edge to its join. */
function waysOn(flow: Flow, id: string): readonly FlowEdge[] {
  const edges = flow.outgoing.get(id) ?? [];
  const node = flow.points.get(id)?.node;
  if (node?.kind !== 'parallel') return edges;
  const through: FlowEdge = { from: id, to: node.joinId, kind: 'sequence', back: false };
  return [...edges.filter(({ kind }) => kind === 'skip'), through];
}

/** The innermost loops: those from which no other is reached. */
function loopsAmong(
  flow: Flow,
  kept: readonly string[],
  ways: ReadonlyMap<string, readonly FlowEdge[]>,
): readonly EndlessLoop[] {
  const numbers = new Map(kept.map((id, at): [string, number] => [id, at]));
  const next = kept.map(id => (ways.get(id) ?? []).flatMap(({ to }) => numbers.get(to) ?? []));
  const found = components(kept.length, vertex => next[vertex] ?? []);
  const goesOn = new Set(found.filter((own, at) => (next[at] ?? []).some(to => found[to] !== own)));
  const loops = new Map<number, { readonly jumps: ResolvedJump[]; readonly nodes: ChainNode[] }>();
  for (const [at, id] of kept.entries()) {
    const component = found[at] ?? -1;
    const node = flow.points.get(id)?.node;
    if (goesOn.has(component)) continue;
    const loop = loops.get(component) ?? { jumps: [], nodes: [] };
    loops.set(component, loop);
    if (node !== undefined) loop.nodes.push(node);
  }
  for (const jump of flow.jumps) {
    const component =
      jump.from === undefined || !jump.backward ? undefined : found[numbers.get(jump.from.id) ?? -1];
    if (component !== undefined && jump.handoff === undefined) loops.get(component)?.jumps.push(jump);
  }
  return [...loops.values()].filter(({ jumps }) => jumps.length > 0);
}

function deadJoins(flow: Flow): readonly DeadJoin[] {
  const joins: DeadJoin[] = [];
  for (const { parallel } of flow.points.values()) {
    if (parallel === undefined || !flow.reachable.has(parallel.id) || flow.reachable.has(parallel.joinId))
      continue;
    // Of a join that wants more lanes than there are, that is what is wrong.
    const { join, lanes } = parallel;
    if (join.policy === 'at-least' && join.count > lanes.length) continue;
    const ended = new Set(
      (flow.incoming.get(parallel.joinId) ?? [])
        .filter(({ from }) => flow.reachable.has(from))
        .map(({ lane }) => lane),
    );
    if (ended.size >= lanesToJoin(parallel)) continue;
    const stuck = lanes.filter((_, at) => !ended.has(at));
    const lists = new Set(stuck.map(({ list }) => list));
    const stops = flow.jumps.filter(
      ({ from, target, handoff }) =>
        target?.kind === 'stop' &&
        handoff === undefined &&
        from !== undefined &&
        nodesAround(from).some(({ list }) => lists.has(list)),
    );
    joins.push({ parallel, lanes: stuck, stops });
  }
  return joins;
}
