/**
 * Which chains mean the same artefact by a name. What goes from one chain to another does so by its name: handed over and taken as an
 * input, waited for and made, or bound to a sub-chain and picked from it.
 */
import type { ArtefactWord, ChainModel } from '../../../model/chain.ts';
import { type Artefact, matchesArtefact } from '../../../model/values/artefact.ts';
import type { DocumentState, ProjectSnapshot } from '../../../project/snapshot.ts';

/** A chain and its document. */
export interface ChainDocument {
  readonly document: DocumentState;
  readonly model: ChainModel;
}

export const chainDocument = (document: DocumentState): ChainDocument | undefined =>
  document.model?.kind === 'chain' ? { document, model: document.model } : undefined;

/** The chains of a workspace folder in which an artefact of the first is meant, that one first. */
export function chainsWith(
  project: ProjectSnapshot,
  first: ChainDocument,
  artefact: Artefact,
): readonly ChainDocument[] {
  const all = project.neighboursOf(first.document.uri).map(chainDocument);
  const others = new Set(all.filter(each => each !== undefined).filter(each => each.model !== first.model));
  const found = [first];
  // It grows while it is walked.
  for (const from of found) {
    for (const to of others) {
      if (!goes(from.model, to.model, artefact) && !goes(to.model, from.model, artefact)) continue;
      others.delete(to);
      found.push(to);
    }
  }
  return found;
}

/** Whether two chains name each other: one runs the other, or hands over to it. */
export const areConnected = (left: ChainModel, right: ChainModel): boolean =>
  names(left, right) || names(right, left);

const names = ({ handoffs, nodes }: ChainModel, { id }: ChainModel): boolean =>
  id !== undefined &&
  (handoffs.some(({ chain }) => chain.text === id.text) ||
    nodes.some(node => node.kind === 'chain' && node.chain.text === id.text));

/** Whether an artefact goes between two chains by what the first of them writes of the second. */
function goes(from: ChainModel, to: ChainModel, artefact: Artefact): boolean {
  const { id } = to;
  if (id === undefined) return false;
  const has = (words: readonly ArtefactWord[]): boolean =>
    words.some(word => matchesArtefact(word, artefact));
  const isMade = has([
    ...to.outputs,
    ...to.nodes.flatMap(({ produces }) => produces),
    ...to.phases.flatMap(({ deliverables }) => deliverables),
  ]);
  const isTaken = has(to.inputs);
  const isKnown = has([...from.inputs, ...from.nodes.flatMap(({ produces }) => produces)]);
  const byHandoff = from.handoffs.some(
    ({ chain, kind, delivers, needs }) =>
      chain.text === id.text && (kind === 'waits-for' ? isMade && has(needs) : isTaken && has(delivers)),
  );
  return (
    byHandoff ||
    from.nodes.some(node => {
      if (node.kind !== 'chain' || node.chain.text !== id.text) return false;
      const bound = node.bindings.filter(({ input }) => input.text.split('@', 1)[0] === artefact.name);
      // The same names bind themselves.
      const isBound = bound.length === 0 ? isKnown : has(bound.map(({ artefact: given }) => given));
      return (isMade && has(node.produces)) || (isTaken && isBound);
    })
  );
}
