/** The flow of control of a chain: rules 1 and 3 to 9 of the language page as a graph of points and edges. */
import type { ChainModel, ChainNode, DecisionNode, NodeList, ParallelNode, Route } from '../model/chain.ts';
import { groupBy } from '../util/groupBy.ts';
import { routeCoverage } from './coverage.ts';
import { type ResolvedJump, resolveJumps } from './jumps.ts';
import { isSameList, lanesToJoin } from './structure.ts';

/** A place that control passes: `start`, `end`, `stop`, a node, or a parallel's join. A parallel's own point is its fork. */
export interface FlowPoint {
  readonly id: string;
  readonly kind: 'start' | 'end' | 'stop' | 'node' | 'join';
  /** With `node`. */
  readonly node?: ChainNode;
  /** With `join`. */
  readonly parallel?: ParallelNode;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /**
   * `sequence`: in list order; `route`: a decision's way out; `refused`: a checkpoint's; `skip`: past a node whose
   * `when` does not hold, from that node; `fallback`: past a decision of which no route may hold and that has no `otherwise`.
   */
  readonly kind: 'sequence' | 'route' | 'refused' | 'skip' | 'fallback';
  readonly route?: Route;
  /** Set where a jump led here. */
  readonly jump?: ResolvedJump;
  /** Leads to a point at or before its beginning. */
  readonly back: boolean;
  /** With a join as `to`: the number of the lane, from 0. */
  readonly lane?: number;
}

export interface Flow {
  /** In text order; `start` first, `end` and `stop` last. */
  readonly points: ReadonlyMap<string, FlowPoint>;
  readonly edges: readonly FlowEdge[];
  readonly outgoing: ReadonlyMap<string, readonly FlowEdge[]>;
  readonly incoming: ReadonlyMap<string, readonly FlowEdge[]>;
  readonly jumps: readonly ResolvedJump[];
  /** Points that a run can come to; a join only where enough lanes can end. */
  readonly reachable: ReadonlySet<string>;
  /** False where a jump is illegal: then nothing is known of what cannot be reached. */
  readonly certain: boolean;
}

export function chainFlow(model: ChainModel): Flow {
  const jumps = resolveJumps(model);
  const points = pointsOf(model);
  const places = new Map([...points.keys()].map((id, at): [string, number] => [id, at]));
  const edges = edgesOf(model, jumps).sort(
    (left, right) => (places.get(left.from) ?? 0) - (places.get(right.from) ?? 0),
  );
  const outgoing = groupBy(edges, edge => edge.from);
  return {
    points,
    edges,
    outgoing,
    incoming: groupBy(edges, edge => edge.to),
    jumps,
    reachable: reachablePoints(points, outgoing),
    certain: jumps.every(({ problem, handoff }) => problem === undefined || handoff !== undefined),
  };
}

/** Nodes that no run comes to; only the first of each stretch, and none where the flow is not certain. */
export function unreachableNodes(model: ChainModel, flow: Flow): readonly ChainNode[] {
  if (!flow.certain) return [];
  const isReached = (node: ChainNode | undefined): boolean =>
    node === undefined || flow.reachable.has(node.id);
  const before = predecessors(model);
  return model.nodes.filter(node => !isReached(node) && isReached(before.get(node)));
}

/** Whether a run can succeed; `true` where the flow is not certain. */
export const canReachEnd = (flow: Flow): boolean => !flow.certain || flow.reachable.has('end');

/** What comes before each node in its list, or what the list stands in. */
export function predecessors(model: ChainModel): ReadonlyMap<ChainNode, ChainNode> {
  const before = new Map<ChainNode, ChainNode>();
  const readNodes = (nodes: readonly ChainNode[], holder: ChainNode | undefined): void => {
    let last = holder;
    for (const node of nodes) {
      if (last !== undefined) before.set(node, last);
      last = node;
      if (node.kind !== 'parallel' || node.synthesize === undefined) continue;
      before.set(node.synthesize, node);
      last = node.synthesize;
    }
  };
  readNodes(
    model.body.flatMap(list => list.nodes),
    undefined,
  );
  for (const node of model.nodes) {
    const inner = node.kind === 'parallel' ? node.lanes : node.kind === 'decision' ? node.routes : [];
    for (const { list } of inner) readNodes(list.nodes, node);
  }
  return before;
}

/** Edges that a search for fall-throughs follows at most, so that no chain costs more than a moment. */
const longestSearch = 200_000;

/** Two ways out of one decision, of which what the first leads to runs on into what the second leads to (rule 4). */
export interface FallThrough {
  readonly from: ResolvedJump;
  readonly into: ResolvedJump;
}

/** Targets of one decision of which the first runs on into the second by list order; each with the nearest one only. */
export function fallThroughs(model: ChainModel, flow: Flow): readonly FallThrough[] {
  let left = longestSearch;
  const found: FallThrough[] = [];
  const siblingsOf = new Map<ChainNode, Map<string, ResolvedJump>>();
  for (const jump of flow.jumps) {
    const { from, target, problem, backward, route } = jump;
    if (from === undefined || route === undefined || problem !== undefined || backward) continue;
    if (target?.kind !== 'node' || !isSameList(target.node.list, from.list)) continue;
    const siblings = siblingsOf.get(from) ?? new Map<string, ResolvedJump>();
    siblingsOf.set(from, siblings.set(target.node.id, jump));
  }
  for (const node of model.nodes) {
    const siblings = siblingsOf.get(node) ?? new Map<string, ResolvedJump>();
    for (const [target, from] of siblings.size > 1 ? siblings : []) {
      const seen = new Set([target]);
      for (const id of seen) {
        for (const edge of flow.outgoing.get(id) ?? []) {
          if (edge.jump !== undefined || edge.kind === 'refused' || seen.has(edge.to) || left-- <= 0)
            continue;
          const into = siblings.get(edge.to);
          if (into === undefined) seen.add(edge.to);
          else if (!found.some(each => each.from === from && each.into === into)) found.push({ from, into });
        }
      }
    }
  }
  return found;
}

/** Points that a run can come to, from `start`; a join where as many lanes as it wants can end. */
function reachablePoints(
  points: ReadonlyMap<string, FlowPoint>,
  outgoing: ReadonlyMap<string, readonly FlowEdge[]>,
): ReadonlySet<string> {
  const reached = new Set(['start']);
  const ended = new Map<string, Set<number>>();
  // A set goes on to members that are added while it is walked.
  for (const id of reached) {
    for (const { to, lane } of outgoing.get(id) ?? []) {
      const parallel = lane === undefined ? undefined : points.get(to)?.parallel;
      if (parallel === undefined || lane === undefined) {
        reached.add(to);
        continue;
      }
      const lanes = ended.get(to) ?? new Set<number>();
      ended.set(to, lanes.add(lane));
      if (lanes.size >= lanesToJoin(parallel)) reached.add(to);
    }
  }
  return reached;
}

function pointsOf(model: ChainModel): ReadonlyMap<string, FlowPoint> {
  const points = new Map<string, FlowPoint>([['start', { id: 'start', kind: 'start' }]]);
  const add = ({ nodes }: NodeList): void => {
    for (const node of nodes) {
      points.set(node.id, { id: node.id, kind: 'node', node });
      if (node.kind === 'decision') for (const { list } of node.routes) add(list);
      if (node.kind !== 'parallel') continue;
      for (const { list } of node.lanes) add(list);
      points.set(node.joinId, { id: node.joinId, kind: 'join', parallel: node });
      const { synthesize } = node;
      if (synthesize !== undefined)
        points.set(synthesize.id, { id: synthesize.id, kind: 'node', node: synthesize });
    }
  };
  for (const list of model.body) add(list);
  points.set('end', { id: 'end', kind: 'end' });
  points.set('stop', { id: 'stop', kind: 'stop' });
  return points;
}

/** Where control goes: a point, and of a join by which lane; `undefined`: nowhere, as the jump is illegal. */
interface Goal {
  readonly to: string;
  readonly lane?: number;
  readonly jump?: ResolvedJump;
}

/** A list, and where control goes behind it. */
interface Stretch {
  readonly nodes: readonly ChainNode[];
  readonly behind: Goal | undefined;
}

function edgesOf(model: ChainModel, jumps: readonly ResolvedJump[]): FlowEdge[] {
  const edges: FlowEdge[] = [];
  const jumpOf = new Map(jumps.map((jump): [ResolvedJump['jump'], ResolvedJump] => [jump.jump, jump]));
  const connect = (from: string, goal: Goal | undefined, kind: FlowEdge['kind'], route?: Route): void => {
    if (goal === undefined) return;
    const back = goal.jump?.backward === true;
    edges.push({ from, kind, back, ...goal, ...(route && { route }) });
  };
  const whole = model.body.flatMap(list => list.nodes);
  const stretches: Stretch[] = [{ nodes: whole, behind: { to: 'end' } }];
  connect('start', goalOf(whole, { to: 'end' }), 'sequence');
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const { nodes, behind } = stretch;
    for (const [at, node] of nodes.entries()) {
      const next = goalOf(nodes.slice(at + 1, at + 2), behind);
      stretches.push(...connectNode(model, node, next, { connect, jumpOf }));
    }
  }
  return edges;
}

/** The first of the nodes, or what comes behind them. */
function goalOf(nodes: readonly ChainNode[], behind: Goal | undefined): Goal | undefined {
  const [first] = nodes;
  return first === undefined ? behind : { to: first.id };
}

interface Connecting {
  readonly jumpOf: ReadonlyMap<ResolvedJump['jump'], ResolvedJump>;
  connect(from: string, goal: Goal | undefined, kind: FlowEdge['kind'], route?: Route): void;
}

/** Connects a node with what comes next; gives the lists in it that are still to be connected. */
function connectNode(
  model: ChainModel,
  node: ChainNode,
  next: Goal | undefined,
  connecting: Connecting,
): readonly Stretch[] {
  const { connect, jumpOf } = connecting;
  const stretches: Stretch[] = [];
  if (node.kind === 'parallel') {
    stretches.push(...connectParallel(node, next, connect));
  } else if (node.kind === 'decision') {
    for (const route of node.routes) {
      const behind = route.jump === undefined ? next : goalOfJump(jumpOf.get(route.jump), next);
      connect(node.id, goalOf(route.list.nodes, behind), 'route', route);
      stretches.push({ nodes: route.list.nodes, behind });
    }
    if (mayFallThrough(model, node)) connect(node.id, next, 'fallback');
  } else {
    connect(node.id, next, 'sequence');
    if (node.kind === 'checkpoint') {
      const refused = node.refused && jumpOf.get(node.refused);
      connect(node.id, node.refused === undefined ? { to: 'stop' } : goalOfJump(refused, next), 'refused');
    }
  }
  if (node.when !== undefined) connect(node.id, next, 'skip');
  return stretches;
}

function connectParallel(
  node: ParallelNode,
  next: Goal | undefined,
  connect: Connecting['connect'],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [lane, { list }] of node.lanes.entries()) {
    const behind: Goal = { to: node.joinId, lane };
    connect(node.id, goalOf(list.nodes, behind), 'sequence');
    stretches.push({ nodes: list.nodes, behind });
  }
  if (node.lanes.length === 0) connect(node.id, { to: node.joinId }, 'sequence');
  connect(node.joinId, node.synthesize === undefined ? next : { to: node.synthesize.id }, 'sequence');
  if (node.synthesize !== undefined) connect(node.synthesize.id, next, 'sequence');
  return stretches;
}

/** Where a jump leads; `undefined` where it is illegal. */
function goalOfJump(jump: ResolvedJump | undefined, next: Goal | undefined): Goal | undefined {
  if (jump?.target === undefined || jump.problem !== undefined) return undefined;
  if (jump.target.kind === 'node') return { to: jump.target.node.id, jump };
  return jump.target.kind === 'next' ? next : { to: jump.target.kind, jump };
}

/** No route may hold, as there is no `otherwise` and the thresholds do not cover every case. */
const mayFallThrough = (model: ChainModel, node: DecisionNode): boolean =>
  !node.routes.some(route => route.otherwise) && routeCoverage(model, node).covered !== 'yes';
