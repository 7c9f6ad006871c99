/** The chains of one workspace folder by their ids. */
import type { Duration } from '../model/values/duration.ts';
import type { DocumentState, KnownChain } from './snapshot.ts';

/** More than one chain where an id is declared twice, in the order of the documents' addresses. */
export function chainIndex(documents: readonly DocumentState[]): ReadonlyMap<string, readonly KnownChain[]> {
  const chains = new Map<string, KnownChain[]>();
  for (const { uri, model } of documents) {
    if (model?.kind !== 'chain' || model.id === undefined || model.id.text === '') continue;
    const chain: KnownChain = { uri, id: model.id, model };
    const same = chains.get(model.id.text);
    if (same === undefined) chains.set(model.id.text, [chain]);
    else same.push(chain);
  }
  for (const same of chains.values()) same.sort((left, right) => (left.uri < right.uri ? -1 : 1));
  return chains;
}

/** Documents by the ids of the chains that they name, in their order. */
export function namingIndex(
  documents: readonly DocumentState[],
): ReadonlyMap<string, readonly DocumentState[]> {
  const naming = new Map<string, DocumentState[]>();
  for (const state of documents) {
    for (const id of state.namedChains) {
      const known = naming.get(id);
      if (known === undefined) naming.set(id, [state]);
      else known.push(state);
    }
  }
  return naming;
}

/** How long a chain takes by its timeline; of several chains of one id nobody knows which is meant. */
export const chainLengths =
  (chains: ReadonlyMap<string, readonly KnownChain[]>): ((id: string) => Duration | undefined) =>
  id => {
    const [chain, ...others] = chains.get(id) ?? [];
    const timeline = others.length > 0 ? undefined : chain?.model.timeline?.value;
    return timeline === 'ongoing' ? undefined : timeline;
  };
