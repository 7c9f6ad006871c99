/** Chains that run themselves through the chains they run (rule 11 of the language page). */
import type { ChainModel, SubChainNode } from '../model/chain.ts';

export interface SubChainCycle {
  /** The node of the chain that begins the way round. */
  readonly node: SubChainNode;
  /** Ids of the chains from the chain itself round to itself: `[a, b, a]`. */
  readonly path: readonly string[];
}

/** The sub-chain nodes of `model` that lead back to it, each with a shortest way round; `find` gives a chain by its id. */
export function subChainCycles(
  model: ChainModel,
  find: (id: string) => ChainModel | undefined,
): readonly SubChainCycle[] {
  const own = model.id?.text;
  if (own === undefined || own === '') return [];
  const ways = new Map<string, readonly string[] | undefined>();
  return subChainsOf(model).flatMap(node => {
    const id = node.chain.text;
    if (!ways.has(id)) ways.set(id, shortestWay(id, own, find));
    const way = ways.get(id);
    return way === undefined ? [] : [{ node, path: [own, ...way] }];
  });
}

const subChainsOf = (model: ChainModel): readonly SubChainNode[] =>
  model.nodes.filter(node => node.kind === 'chain');

/** The ids from one chain to another through the chains that each runs, both included; `undefined` where there is no way. */
function shortestWay(
  from: string,
  to: string,
  find: (id: string) => ChainModel | undefined,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  // A map goes on to entries that are added while it is walked: breadth first.
  for (const id of cameFrom.keys()) {
    if (id === to) break;
    const model = find(id);
    for (const { chain } of model === undefined ? [] : subChainsOf(model)) {
      if (!cameFrom.has(chain.text)) cameFrom.set(chain.text, id);
    }
  }
  if (!cameFrom.has(to)) return undefined;
  const way: string[] = [];
  for (let id: string | undefined = to; id !== undefined; id = cameFrom.get(id)) way.unshift(id);
  return way;
}
