/** What `after` orders (rule 10 of the language page). */
import type { ChainModel, ChainNode, NodeList, Word } from '../model/chain.ts';
import { type Reference, resolveReference } from '../model/references.ts';
import { components } from '../util/components.ts';
import { listsAround, relationOf, textOrder } from './structure.ts';

export type AfterState =
  /** It orders two lanes of one parallel. */
  | 'orders'
  /** The named node comes before anyway. */
  | 'redundant'
  /** The named node waits for this one, by its place or by another `after`. */
  | 'cycle'
  /** Both stand in routes of one decision, so that never both run. */
  | 'between-routes'
  | 'unknown'
  | 'ambiguous';

export interface AfterReference {
  readonly word: Word;
  readonly node: ChainNode;
  readonly target: Reference;
  readonly state: AfterState;
  /** Which circle between lanes it is part of, a number of this chain; absent where it is in none. */
  readonly circle?: number;
}

/** Every `after` of the chain's nodes, in text order. */
export function afterReferences(model: ChainModel): readonly AfterReference[] {
  const order = textOrder(model);
  const references = model.nodes.flatMap(node =>
    node.after.map((word): AfterReference => {
      const target = resolveReference(model, word.text);
      return { word, node, target, state: stateByPlace(node, target, order) };
    }),
  );
  return withCycles(model, references);
}

/** What the places of the two say, other `after` left aside. */
function stateByPlace(node: ChainNode, target: Reference, order: ReadonlyMap<ChainNode, number>): AfterState {
  if (target.kind === 'unknown' || target.kind === 'ambiguous') return target.kind;
  const comesBefore = (left: ChainNode, right: ChainNode): boolean =>
    (order.get(left) ?? 0) < (order.get(right) ?? 0);
  if (target.kind === 'phase') {
    const isOwn = listsAround(node.list).includes(target.phase.list);
    const [first] = target.phase.list.nodes;
    return !isOwn && (first === undefined || comesBefore(first, node)) ? 'redundant' : 'cycle';
  }
  const relation = relationOf(target.kind === 'lane' ? target.lane : target.node, node, order);
  if (relation === 'other-lane') return 'orders';
  if (relation === 'other-route') return 'between-routes';
  return relation === 'before' ? 'redundant' : 'cycle';
}

/** Marks what orders lanes in a circle: each waits for the other, so that none of them ever starts. */
function withCycles(model: ChainModel, references: readonly AfterReference[]): readonly AfterReference[] {
  const ordering = references.filter(each => each.state === 'orders');
  if (ordering.length === 0) return references;
  const events = eventsOf(model);
  for (const { target, node } of ordering) {
    const list = target.kind === 'lane' ? target.lane.list : undefined;
    const ends = target.kind === 'node' ? [target.node] : (list?.nodes.slice(-1) ?? []);
    for (const end of ends) events.waits(events.start(node), events.end(end));
  }
  const component = components(events.count, events.before);
  const circleOf = ({ node, target }: AfterReference): number | undefined => {
    const last =
      target.kind === 'node'
        ? target.node
        : target.kind === 'lane'
          ? target.lane.list.nodes.at(-1)
          : undefined;
    const circle = component[events.start(node)];
    return last !== undefined && circle === component[events.end(last)] ? circle : undefined;
  };
  return references.map(each => {
    const circle = each.state === 'orders' ? circleOf(each) : undefined;
    return circle === undefined ? each : { ...each, state: 'cycle', circle };
  });
}

/** Starts and ends of nodes as numbers, and which waits for which. */
interface Events {
  readonly count: number;
  start(node: ChainNode): number;
  end(node: ChainNode): number;
  waits(later: number, earlier: number): void;
  /** The events that an event waits for. */
  before(event: number): readonly number[];
}

/** What the lists order: nodes one after the other, and the inside of a node between its start and its end. */
function eventsOf(model: ChainModel): Events {
  const order = textOrder(model);
  const waiting = new Map<number, number[]>();
  const start = (node: ChainNode): number => (order.get(node) ?? 0) * 2;
  const end = (node: ChainNode): number => start(node) + 1;
  const waits = (later: number, earlier: number): void => {
    const known = waiting.get(later);
    if (known === undefined) waiting.set(later, [earlier]);
    else known.push(earlier);
  };
  /** Orders the nodes of a list, the list itself between two events. */
  const orderList = ({ nodes }: NodeList, from: number | undefined, to: number | undefined): void => {
    let last = from;
    for (const node of nodes) {
      if (last !== undefined) waits(start(node), last);
      last = end(node);
      if (node.kind !== 'parallel' || node.synthesize === undefined) continue;
      waits(start(node.synthesize), last);
      last = end(node.synthesize);
    }
    if (to !== undefined && last !== undefined) waits(to, last);
  };
  for (const list of model.body) orderList(list, undefined, undefined);
  for (const node of model.nodes) {
    waits(end(node), start(node));
    const inner = node.kind === 'parallel' ? node.lanes : node.kind === 'decision' ? node.routes : [];
    for (const { list } of inner) orderList(list, start(node), end(node));
  }
  return { count: model.nodes.length * 2, start, end, waits, before: event => waiting.get(event) ?? [] };
}
