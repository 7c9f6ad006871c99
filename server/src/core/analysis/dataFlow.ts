/** Which artefacts are there when a node needs them (rules 2, 9 and 10 of the language page). */
import type { ArtefactWord, ChainModel, ChainNode } from '../model/chain.ts';
import { matchesArtefact } from '../model/values/artefact.ts';
import { type Availability, availability, conditionsAround, jumpedOver } from './availability.ts';
import { coverEverything } from './coverage.ts';
import { endedBefore } from './endedBefore.ts';
import { chainFlow, type Flow } from './flow.ts';
import { type Producer, producersOf, productsInTwoLanes } from './producers.ts';
import { listsAround, type Relation, relationOf, textOrder } from './structure.ts';

export { type Producer, producersOf, productsInTwoLanes };

export type NeedState =
  /** On every path a producer came before. */
  | 'sure'
  /** A producer came before on some paths only, or may not run. */
  | 'maybe'
  /** A producer comes later in the order of the lists. */
  | 'later'
  /** The producer is in another lane of the same parallel, and nothing orders the two; `after` would. */
  | 'other-lane'
  /** The producer is in another route of the same decision, so that the two never both run. */
  | 'other-route'
  /** The producer comes before in the text, but no path leads from it to the node. */
  | 'no-path'
  /** Only the node itself makes it. */
  | 'itself'
  /** It is made, but only with other versions. */
  | 'version'
  /** Nothing makes it. */
  | 'unknown';

export interface Need {
  readonly word: ArtefactWord;
  readonly node: ChainNode;
  readonly state: NeedState;
  /** Those of the name, in text order; with `sure` and `maybe` those that can come before, with the other states those that cannot. */
  readonly producers: readonly Producer[];
}

/** Pairs of a need and a producer that are looked at for one chain; beyond this nothing is said of a need. */
const mostPairs = 50_000;

/**
 * Every `needs` of the chain's nodes and every `with` of its sub-chains, in text order.
 * @param flowOf Gives the chain's flow, where somebody has it; it is asked only where something is needed.
 */
export function neededArtefacts(
  model: ChainModel,
  flowOf: () => Flow = () => chainFlow(model),
): readonly Need[] {
  const words = model.nodes.flatMap(node =>
    [...node.needs, ...(node.kind === 'chain' ? node.bindings.map(each => each.artefact) : [])].map(word => ({
      node,
      word,
    })),
  );
  if (words.length === 0) return [];
  const flow = flowOf();
  const order = textOrder(model);
  const byName = producersByName(model);
  const question: Question = {
    model,
    order,
    available: availability(model, flow),
    isJumpedOver: jumpedOver(model, flow),
  };
  let left = mostPairs;
  return words.map(({ node, word }): Need => {
    const named = byName.get(word.name) ?? [];
    left -= named.length;
    return left < 0 ? { word, node, state: 'sure', producers: [] } : readNeed(question, node, word, named);
  });
}

/** Every artefact that can be there when `node` starts, by the text to write, with its producers in text order. */
export function artefactsBefore(
  model: ChainModel,
  node: ChainNode,
): ReadonlyMap<string, readonly Producer[]> {
  const order = textOrder(model);
  const ended = endedBefore(model, node);
  const found = new Map<string, Producer[]>();
  for (const producer of producersOf(model)) {
    const comesBefore =
      producer.node === undefined ? relationTo(producer, node, order) === 'before' : ended.has(producer.node);
    if (!comesBefore) continue;
    const text = producer.artefact.text;
    const known = found.get(text);
    if (known === undefined) found.set(text, [producer]);
    else known.push(producer);
  }
  return found;
}

interface Question {
  readonly model: ChainModel;
  readonly order: ReadonlyMap<ChainNode, number>;
  readonly available: Availability;
  readonly isJumpedOver: (node: ChainNode) => boolean;
}

function producersByName(model: ChainModel): ReadonlyMap<string, readonly Producer[]> {
  const byName = new Map<string, Producer[]>();
  for (const producer of producersOf(model)) {
    const known = byName.get(producer.artefact.name);
    if (known === undefined) byName.set(producer.artefact.name, [producer]);
    else known.push(producer);
  }
  return byName;
}

function readNeed(question: Question, node: ChainNode, word: ArtefactWord, named: readonly Producer[]): Need {
  const give = (state: NeedState, producers: readonly Producer[]): Need => ({ word, node, state, producers });
  if (named.length === 0) return give('unknown', []);
  const matching = named.filter(each => matchesArtefact(each.artefact, word));
  if (matching.length === 0) return give('version', named);
  const there = matching.filter(each => each.by === 'input' || each.by === 'handoff');
  if (there.length > 0) return give('sure', there);
  const earlier = matching.filter(each => comesUnlessLeftOut(question, each, node));
  const certain = earlier.filter(({ node: maker }) => maker?.when === undefined);
  if (certain.length > 0) return give('sure', certain);
  // Of several that may be left out, one is not where their conditions leave out no case.
  const conditions = earlier.flatMap(({ node: maker }) => maker?.when?.value ?? []);
  if (conditions.length > 1 && coverEverything(question.model, conditions)) return give('sure', earlier);
  const presence = presenceAt(question, node, matching);
  const related = matching.map(producer => ({
    producer,
    relation: relationTo(producer, node, question.order),
  }));
  const those = (...relations: readonly Relation[]): readonly Producer[] =>
    related.filter(each => relations.includes(each.relation)).map(each => each.producer);
  // The chain is too large to be asked so many questions, or nothing leads to the node: nothing is said.
  if (presence === undefined || presence.sure) return give('sure', those('before', 'other-lane'));
  if (presence.maybe) return give('maybe', those('before', 'other-lane'));
  const states: readonly (readonly [NeedState, Relation])[] = [
    ['other-lane', 'other-lane'],
    ['later', 'behind'],
    ['other-route', 'other-route'],
    ['no-path', 'before'],
  ];
  for (const [state, relation] of states) {
    const producers = those(relation);
    if (producers.length > 0) return give(state, producers);
  }
  return give('itself', matching);
}

/** The common case, told without a walk: the producer stands earlier in a list around the node, and runs if its own condition holds. */
function comesUnlessLeftOut(
  { order, isJumpedOver }: Question,
  { node: maker }: Producer,
  node: ChainNode,
): boolean {
  if (maker === undefined) return false;
  if (maker.kind === 'step' && maker.synthesizes?.when !== undefined) return false;
  const isAround = listsAround(node.list).includes(maker.list) || maker.list.parentNode === undefined;
  return isAround && relationOf(maker, node, order) === 'before' && !isJumpedOver(maker);
}

function presenceAt({ available }: Question, node: ChainNode, producers: readonly Producer[]) {
  const presence = available.at(node, producers, new Set());
  if (presence === undefined || presence.sure) return presence;
  // A producer that may not run is sure where the same condition guards both.
  const guards = new Set(
    producers.flatMap(each => (each.node === undefined ? [] : [...conditionsAround(each.node)])),
  );
  const shared = new Set([...conditionsAround(node)].filter(each => guards.has(each)));
  const guarded = shared.size === 0 ? undefined : available.at(node, producers, shared);
  return guarded?.sure === true ? guarded : presence;
}

function relationTo(producer: Producer, node: ChainNode, order: ReadonlyMap<ChainNode, number>): Relation {
  if (producer.node !== undefined) return relationOf(producer.node, node, order);
  if (producer.phase === undefined) return 'before';
  const own = listsAround(node.list).at(-1);
  const [first] = producer.phase.list.nodes;
  const isEarlier = first === undefined || (order.get(first) ?? 0) < (order.get(node) ?? 0);
  return own !== producer.phase.list && isEarlier ? 'before' : 'behind';
}
