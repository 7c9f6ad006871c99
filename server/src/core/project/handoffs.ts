/**
 * The handoffs between chains, each once, whichever end writes it. An edge runs from the chain that ends, or escalates, to the one that
 * follows. The first writes it as `then`, `joins`, `cycles-to` or `escalates-to`, the second as `waits-for`. `then` and `joins` are one
 * edge with a `waits-for` of the other end, as they say the same of every run: one chain follows the other. A round of `cycles-to` and
 * an escalation are runs of their own, which a chain that waits does not wait for.
 */
import type { ChainModel, Handoff, HandoffKind, Word } from '../model/chain.ts';
import { matchesArtefact } from '../model/values/artefact.ts';
import { components } from '../util/components.ts';
import { groupBy } from '../util/groupBy.ts';
import type { DocumentState, HandoffEnd, KnownChain, ProjectSnapshot } from './snapshot.ts';

/** An edge as one of its chains sees it. */
export interface HandoffEdge {
  /** As the chain says that is followed, if it does. */
  readonly kind: HandoffKind;
  /** Whether it leads to this chain or from it. */
  readonly direction: 'incoming' | 'outgoing';
  /** The id of the other chain. */
  readonly other: string;
  /** What this chain writes; `undefined`: only the other one does. */
  readonly own: Handoff | undefined;
  /** What the other chain writes; more than one where several chains have its id, none where only this one writes it. */
  readonly ends: readonly HandoffEnd[];
}

/** By the id of the chain that is named, in the order of the documents' addresses, then of the text. */
export function handoffIndex(
  documents: readonly DocumentState[],
): ReadonlyMap<string, readonly HandoffEnd[]> {
  const ends = documents.flatMap(({ uri, model }): readonly HandoffEnd[] =>
    model?.kind === 'chain'
      ? model.handoffs.map(handoff => ({ uri, chain: model.id?.text ?? '', model, handoff }))
      : [],
  );
  return groupBy(ends, ({ handoff }) => handoff.chain.text);
}

/**
 * By the id of each chain from which `then` and `escalates-to` lead around to itself: the ids of all chains that are on such ways with it, its own
 * among them.
 */
export function handoffCircles(
  chains: ReadonlyMap<string, readonly KnownChain[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  // Whoever leads to nobody is on no way round.
  const ids = [...chains].flatMap(([id, same]) =>
    same.some(({ model }) => leadsTo(model).length > 0) ? [id] : [],
  );
  const numbers = new Map(ids.map((id, at): [string, number] => [id, at]));
  const next = ids.map(id =>
    (chains.get(id) ?? [])
      .flatMap(({ model }) => leadsTo(model))
      .flatMap(({ text }) => numbers.get(text) ?? []),
  );
  const found = components(ids.length, vertex => next[vertex] ?? []);
  const members = groupBy(ids, id => found[numbers.get(id) ?? -1] ?? -1);
  const circles = new Map<string, ReadonlySet<string>>();
  for (const [at, id] of ids.entries()) {
    const same = members.get(found[at] ?? -1) ?? [];
    if (same.length > 1 || next[at]?.includes(at) === true) circles.set(id, new Set(same));
  }
  return circles;
}

/** The chains that run because a chain has ended, or in its midst. */
export const leadsTo = ({ handoffs }: ChainModel): readonly Word[] =>
  handoffs.flatMap(({ kind, chain }) => (kind === 'then' || kind === 'escalates-to' ? [chain] : []));

/** Every edge from or to the chain of a document: its own in text order, then those that only others write. */
export function handoffsOf(project: ProjectSnapshot, { uri, model }: DocumentState): readonly HandoffEdge[] {
  if (model?.kind !== 'chain') return [];
  const named = model.id === undefined ? [] : project.handoffsNaming(uri).get(model.id.text);
  const others = (named ?? []).filter(end => end.uri !== uri && end.chain !== '');
  const { counterparts, paired } = pairedWith(model, others);
  return [
    ...model.handoffs.map((own): HandoffEdge => {
      const ends = counterparts.get(own) ?? [];
      const { kind } = own.kind === 'waits-for' ? (ends[0]?.handoff ?? own) : own;
      return { kind, direction: directionOf(own, 'own'), other: own.chain.text, own, ends };
    }),
    ...others
      .filter(end => !paired.has(end))
      .map((end): HandoffEdge => {
        const { chain, handoff } = end;
        return {
          kind: handoff.kind,
          direction: directionOf(handoff, 'other'),
          other: chain,
          own: undefined,
          ends: [end],
        };
      }),
  ];
}

const directionOf = ({ kind }: Handoff, writer: 'own' | 'other'): HandoffEdge['direction'] =>
  (kind === 'waits-for') === (writer === 'own') ? 'incoming' : 'outgoing';

/** What the chain's handoffs are written as by the other ends, each document for itself; and which of the `others` are so. */
function pairedWith({ handoffs }: ChainModel, others: readonly HandoffEnd[]) {
  const counterparts = new Map<Handoff, HandoffEnd[]>();
  const paired = new Set<HandoffEnd>();
  for (const ends of groupBy(others, end => end.uri).values()) {
    const theirs = new Map(ends.map((end): [Handoff, HandoffEnd] => [end.handoff, end]));
    const own = handoffs.filter(each => each.chain.text === ends[0]?.chain);
    const their = [...theirs.keys()];
    for (const [sender, receiver] of [...pairs(own, their), ...pairs(their, own)]) {
      const end = theirs.get(sender) ?? theirs.get(receiver);
      const mine = theirs.has(sender) ? receiver : sender;
      if (end === undefined) continue;
      paired.add(end);
      counterparts.set(mine, [...(counterparts.get(mine) ?? []), end]);
    }
  }
  return { counterparts, paired };
}

/**
 * Pairs what one chain writes of its successor with what that writes of it: first those that agree in a node or in an artefact, then
 * the rest in text order. Both ends come to the same pairs.
 */
function pairs(
  from: readonly Handoff[],
  to: readonly Handoff[],
): readonly (readonly [sender: Handoff, receiver: Handoff])[] {
  const senders = new Set(from.filter(({ kind }) => kind === 'then' || kind === 'joins'));
  const receivers = new Set(to.filter(({ kind }) => kind === 'waits-for'));
  const found: (readonly [Handoff, Handoff])[] = [];
  for (const fits of [agree, () => true]) {
    for (const receiver of receivers) {
      const sender = [...senders].find(each => fits(each, receiver));
      if (sender === undefined) continue;
      senders.delete(sender);
      receivers.delete(receiver);
      found.push([sender, receiver]);
    }
  }
  return found;
}

const agree = (sender: Handoff, receiver: Handoff): boolean =>
  (sender.at !== undefined && sender.at.text === receiver.node?.text) ||
  sender.delivers.some(given => receiver.needs.some(needed => matchesArtefact(given, needed)));
