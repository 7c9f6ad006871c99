/** Where jumps lead, and which are legal (rules 5 and 6 of the language page). */
import type { ChainModel, ChainNode, Handoff, Jump, NodeList, Phase, Route } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import { isInLane, isSameList, jumpLists, listsAround, textOrder } from './structure.ts';

export { isInLane };

/** Why a jump may not be made. */
export type JumpProblem =
  /** No node or phase has that id. */
  | 'unknown'
  /** Several nodes are called so, and none of them has an `id`. */
  | 'ambiguous'
  /** The target is a lane, not a node: its `parallel` is to be named. */
  | 'to-lane'
  /** The target stands in a lane that the jump is not in. */
  | 'into-lane'
  /** The jump stands in a lane that the target is not in. */
  | 'out-of-lane'
  /** The target is one of the steps of a route that the jump is not in. */
  | 'into-route'
  /** `end` in a lane. */
  | 'end-in-lane'
  /** Back to the very node that jumps, with nothing done in between. */
  | 'itself'
  /** `back-to` a node that comes later. */
  | 'not-back'
  /** `next`, `end` or `stop` where only a node can stand (`back-to`), and `start`, which nothing jumps to. */
  | 'reserved-word'
  /** A phase without nodes. */
  | 'empty-phase';

export interface ResolvedJump {
  readonly jump: Jump;
  /** The node that jumps: a checkpoint, a decision, or the `from` of an escalation (`undefined` where that says none). */
  readonly from: ChainNode | undefined;
  readonly route?: Route;
  readonly handoff?: Handoff;
  /** Where it leads; `undefined` where nothing of that name can be jumped to. A phase stands for its first node. */
  readonly target: JumpGoal | undefined;
  /** The target is at or before the node that jumps, so that the way is run anew and `at-most` is wanted. */
  readonly backward: boolean;
  /** `undefined`: the jump is legal. */
  readonly problem: JumpProblem | undefined;
  /** The parallel or decision whose lane or route bars the way. */
  readonly barrier?: ChainNode;
}

export type JumpGoal =
  | { readonly kind: 'node'; readonly node: ChainNode; readonly phase?: Phase }
  | { readonly kind: 'next' | 'end' | 'stop' };

/** Every jump of the chain in text order, those of handoffs last. */
export function resolveJumps(model: ChainModel): readonly ResolvedJump[] {
  const order = textOrder(model);
  const jumps: ResolvedJump[] = [];
  for (const node of model.nodes) {
    if (node.kind === 'checkpoint' && node.refused !== undefined) {
      jumps.push({ jump: node.refused, from: node, ...resolve(model, order, node.refused, node) });
    }
    for (const route of node.kind === 'decision' ? node.routes : []) {
      if (route.jump === undefined) continue;
      jumps.push({ jump: route.jump, from: node, route, ...resolve(model, order, route.jump, node, route) });
    }
  }
  for (const handoff of model.handoffs) {
    if (handoff.resumes === undefined) continue;
    const reference = handoff.node && resolveReference(model, handoff.node.text);
    const from = reference?.kind === 'node' ? reference.node : undefined;
    jumps.push({ jump: handoff.resumes, from, handoff, ...resolve(model, order, handoff.resumes, from) });
  }
  return jumps;
}

/** Whether a jump of a node to itself changes nothing: only behind the steps of a route has something been done in between. */
const isIdleLoop = (key: Jump['key'], route: Route | undefined): boolean =>
  key !== 'resumes-at' && (route === undefined || route.list.nodes.length === 0);

/** What may be written as a jump's target. */
export interface JumpTarget {
  readonly id: string;
  readonly node: ChainNode;
  /** Set where `id` is a phase's. */
  readonly phase?: Phase;
  /** Going there needs `at-most`. */
  readonly backward: boolean;
}

/**
 * The nodes and phases that a jump of `from` may lead to, in list order; of `back-to` only those before it. The words
 * `next`, `stop` and, outside lanes, `end` (see `isInLane`) are legal besides, but not for `back-to`. `route`: the one that jumps.
 */
export function jumpTargetsFrom(
  model: ChainModel,
  from: ChainNode,
  key: Jump['key'],
  route?: Route,
): readonly JumpTarget[] {
  const order = textOrder(model);
  const lists = jumpLists(from.list);
  const place = order.get(from) ?? 0;
  const isBackward = (node: ChainNode): boolean => (order.get(node) ?? 0) <= place;
  const targets: JumpTarget[] = [];
  const offer = (target: Omit<JumpTarget, 'backward'>): void => {
    const backward = isBackward(target.node);
    const fits = key !== 'back-to' || backward;
    const isIdle = target.node === from && isIdleLoop(key, route);
    if (fits && !isIdle) targets.push({ ...target, backward });
  };
  for (const phase of lists.some(list => list.parentNode === undefined) ? model.phases : []) {
    const [node] = phase.list.nodes;
    if (!phase.ambiguous && node !== undefined) offer({ id: phase.id, node, phase });
  }
  for (const node of model.nodes) {
    if (!node.ambiguous && lists.some(list => isSameList(list, node.list))) offer({ id: node.id, node });
  }
  return targets;
}

type Resolution = Pick<ResolvedJump, 'target' | 'backward' | 'problem' | 'barrier'>;

const failure = (problem: JumpProblem): Resolution => ({ target: undefined, backward: false, problem });

function resolve(
  model: ChainModel,
  order: ReadonlyMap<ChainNode, number>,
  { target, key }: Jump,
  from: ChainNode | undefined,
  route?: Route,
): Resolution {
  const word = target.text;
  if (word === 'start') return failure('reserved-word');
  if (word === 'next' || word === 'end' || word === 'stop') return resolveWord(word, key, from);
  const reference = resolveReference(model, word);
  if (reference.kind === 'unknown' || reference.kind === 'ambiguous') return failure(reference.kind);
  if (reference.kind === 'lane') return { ...failure('to-lane'), ...barrierOf(reference.lane.list) };
  const node = reference.kind === 'phase' ? reference.phase.list.nodes[0] : reference.node;
  if (node === undefined) return failure('empty-phase');
  const goal: JumpGoal = {
    kind: 'node',
    node,
    ...(reference.kind === 'phase' && { phase: reference.phase }),
  };
  // In one list, text order is the order in which nodes run, and what stands inside a node comes between it and the next.
  const backward = from !== undefined && (order.get(node) ?? 0) <= (order.get(from) ?? 0);
  const barred = barrierBetween(from?.list, node);
  if (barred !== undefined) return { target: goal, backward, ...barred };
  const problem =
    node === from && isIdleLoop(key, route)
      ? 'itself'
      : key === 'back-to' && !backward
        ? 'not-back'
        : undefined;
  return { target: goal, backward, problem };
}

function resolveWord(
  word: 'next' | 'end' | 'stop',
  key: Jump['key'],
  from: ChainNode | undefined,
): Resolution {
  const goal: Resolution = { target: { kind: word }, backward: false, problem: undefined };
  if (key === 'back-to') return { ...goal, problem: 'reserved-word' };
  if (word !== 'end' || from === undefined || !isInLane(from)) return goal;
  const lane = listsAround(from.list).find(list => list.owner === 'lane');
  return { ...goal, problem: 'end-in-lane', ...(lane && barrierOf(lane)) };
}

const barrierOf = (list: NodeList): { readonly barrier?: ChainNode } =>
  list.parentNode === undefined ? {} : { barrier: list.parentNode };

/** What stands between a list (of a chain without one: that at its top) and a node that it jumps to; `undefined`: nothing. */
function barrierBetween(
  from: NodeList | undefined,
  target: ChainNode,
): { readonly problem: JumpProblem; readonly barrier?: ChainNode } | undefined {
  const open = from === undefined ? undefined : jumpLists(from);
  const isOpen = (list: NodeList): boolean =>
    open === undefined ? list.parentNode === undefined : open.some(each => isSameList(each, list));
  if (isOpen(target.list)) return undefined;
  // The outermost wall that a way in would meet is the one to name: what it belongs to may be jumped to.
  const closed = listsAround(target.list);
  const firstOpen = closed.findIndex(isOpen);
  const wall = firstOpen < 0 ? undefined : closed[firstOpen - 1];
  if (wall !== undefined)
    return { problem: wall.owner === 'lane' ? 'into-lane' : 'into-route', ...barrierOf(wall) };
  const lane = open?.at(-1);
  return { problem: 'out-of-lane', ...(lane && barrierOf(lane)) };
}
