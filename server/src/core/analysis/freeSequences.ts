/** Neighbouring steps whose order nothing in the chain asks for. */
import type { ChainModel, ChainNode, NodeList, StepNode } from '../model/chain.ts';

/** Two or more steps that stand side by side in one list, in their order, and of which none is bound to another. */
export type FreeSequence = readonly [StepNode, StepNode, ...StepNode[]];

/**
 * The longest such stretches, each step in one of them at most.
 * @param isFree Whether a step may change its place at all, so far as it says itself.
 * @param areBound Whether the second of two steps has to wait for the first.
 */
export function freeSequences(
  model: ChainModel,
  isFree: (step: StepNode) => boolean,
  areBound: (first: StepNode, second: StepNode) => boolean,
): readonly FreeSequence[] {
  const found: FreeSequence[] = [];
  for (const { nodes } of orderedLists(model)) {
    let run: StepNode[] = [];
    const close = (): void => {
      const [first, second, ...others] = run;
      if (first !== undefined && second !== undefined) found.push([first, second, ...others]);
      run = [];
    };
    for (const node of nodes) {
      if (node.kind !== 'step' || !isFree(node)) {
        close();
        continue;
      }
      if (run.length >= longestRun || run.some(each => areBound(each, node))) close();
      run.push(node);
    }
    close();
  }
  return found;
}

/** Steps that are compared with each other at most: more at once are no plan that anybody can follow. */
const longestRun = 12;

/** All lists of two nodes or more. A bare lane is a list of one. */
function orderedLists({ body, nodes }: ChainModel): readonly NodeList[] {
  const inner = (node: ChainNode): readonly NodeList[] =>
    node.kind === 'parallel'
      ? node.lanes.map(({ list }) => list)
      : node.kind === 'decision'
        ? node.routes.map(({ list }) => list)
        : [];
  return [...body, ...nodes.flatMap(inner)].filter(list => list.nodes.length > 1);
}
