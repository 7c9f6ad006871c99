/** Other chains of the workspace folder, as far as conclusions may be drawn from them. */
import type { ChainModel, Word } from '../../model/chain.ts';
import type { KnownChain } from '../../project/snapshot.ts';
import type { RuleContext } from '../rule.ts';

/**
 * The chain of an id, where exactly one has it and its file is sound: what another file does not say well is not held against this
 * one. `undefined` also for the chain of the document itself.
 */
export function knownChain({ document, project }: RuleContext, id: string): KnownChain | undefined {
  const [known, ...others] = project.chainsFor(document.uri).get(id) ?? [];
  if (!project.complete || known === undefined || others.length > 0 || known.uri === document.uri)
    return undefined;
  const state = project.documents.get(known.uri);
  return state?.tree.complete === true && state.shape.problems.length === 0 ? known : undefined;
}

/** A chain on a way among chains, and the word in it that names the next one. */
export interface Station {
  readonly chain: KnownChain;
  readonly next: Word;
}

/**
 * A shortest way from one chain to another along the chains that each leads to, by their ids; no station where both are the same, and
 * `undefined` where there is none, or where it may lead through a chain that is not known well enough.
 */
export function wayTo(
  context: RuleContext,
  from: string,
  to: string,
  leadsTo: (model: ChainModel) => readonly Word[],
): readonly Station[] | undefined {
  const cameBy = new Map<string, Station | undefined>([[from, undefined]]);
  // A map goes on to entries that are added while it is walked: breadth first.
  for (const id of cameBy.keys()) {
    if (id === to) break;
    const chain = knownChain(context, id);
    for (const next of chain === undefined ? [] : leadsTo(chain.model))
      if (chain !== undefined && !cameBy.has(next.text)) cameBy.set(next.text, { chain, next });
  }
  if (!cameBy.has(to)) return undefined;
  const way: Station[] = [];
  for (let at = cameBy.get(to); at !== undefined; at = cameBy.get(at.chain.id.text)) way.push(at);
  return way.reverse();
}
