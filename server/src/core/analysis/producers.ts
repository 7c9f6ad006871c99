/** What makes the artefacts of a chain. */
import type {
  ArtefactDeclaration,
  ArtefactWord,
  ChainModel,
  ChainNode,
  NodeList,
  ParallelNode,
  Phase,
} from '../model/chain.ts';
import { matchesArtefact } from '../model/values/artefact.ts';
import { listsAround } from './structure.ts';

/** What makes an artefact: a node, the chain's inputs, a phase's deliverable, or a chain that is waited for. */
export interface Producer {
  readonly artefact: ArtefactWord;
  readonly by: 'node' | 'input' | 'phase' | 'handoff';
  /** With `node`. */
  readonly node?: ChainNode;
  /** With `phase`. */
  readonly phase?: Phase;
}

/** Everything that makes an artefact: inputs and waited-for artefacts, which are there from the start, then nodes and phases in text order. */
export function producersOf(model: ChainModel): readonly Producer[] {
  const waited = model.handoffs
    .filter(handoff => handoff.kind === 'waits-for')
    .flatMap(handoff => handoff.needs);
  return [
    ...model.inputs.map((artefact): Producer => ({ artefact, by: 'input' })),
    ...waited.map((artefact): Producer => ({ artefact, by: 'handoff' })),
    ...model.nodes.flatMap(node =>
      node.produces.map((artefact): Producer => ({ artefact, by: 'node', node })),
    ),
    ...model.phases.flatMap(phase =>
      phase.deliverables.map((artefact): Producer => ({ artefact, by: 'phase', phase })),
    ),
  ];
}

/** A product that a second lane of the same parallel makes as well. */
export interface ProductAgain {
  readonly parallel: ParallelNode;
  readonly first: Made;
  readonly again: Made;
}

/** A product and the node that makes it. */
interface Made {
  readonly node: ChainNode;
  readonly product: ArtefactDeclaration;
}

/** The same product, of versions that match, in two lanes of a parallel that does not join at `any` (rule 9). */
export function productsInTwoLanes(model: ChainModel): readonly ProductAgain[] {
  const known = new Map<ParallelNode, Map<string, (Made & { readonly lane: NodeList })[]>>();
  const found: ProductAgain[] = [];
  for (const node of model.nodes) {
    if (node.produces.length === 0) continue;
    for (const list of listsAround(node.list)) {
      const parallel = list.parentNode;
      if (parallel?.kind !== 'parallel' || parallel.join.policy === 'any') continue;
      const names = known.get(parallel) ?? new Map<string, (Made & { readonly lane: NodeList })[]>();
      known.set(parallel, names);
      for (const product of node.produces) {
        const earlier = names.get(product.name) ?? [];
        const first = earlier.find(each => each.lane !== list && matchesArtefact(each.product, product));
        if (first !== undefined) found.push({ parallel, first, again: { node, product } });
        // One of each lane and version is enough to compare with.
        else if (!earlier.some(each => each.lane === list && each.product.major === product.major)) {
          names.set(product.name, [...earlier, { lane: list, node, product }]);
        }
      }
    }
  }
  return found;
}
