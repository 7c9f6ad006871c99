/** What has ended or was passed by before a node starts: by the lists, and by every `after` on the way (rules 1 and 10). */
import type { ChainModel, ChainNode, NodeList } from '../model/chain.ts';
import { groupBy } from '../util/groupBy.ts';
import { type AfterReference, afterReferences } from './after.ts';
import { listsAround } from './structure.ts';

/** Whether any of it runs is another question: a node of a lane or route counts where the whole of it comes before. */
export function endedBefore(model: ChainModel, node: ChainNode): ReadonlySet<ChainNode> {
  const orders = afterReferences(model).filter(each => each.state === 'orders');
  const waits = groupBy(orders, each => each.node);
  const ended = new Set<ChainNode>();
  /** By list, how many of its nodes have been looked at, so that each is once. */
  const counted = new Map<NodeList, number>();
  const open: ChainNode[] = [];
  const add = (each: ChainNode): void => {
    if (ended.has(each)) return;
    ended.add(each);
    open.push(each);
    const inner = each.kind === 'parallel' ? each.lanes : each.kind === 'decision' ? each.routes : [];
    for (const { list } of inner) list.nodes.forEach(add);
    if (each.kind === 'parallel' && each.synthesize !== undefined) add(each.synthesize);
  };
  const addUpTo = (list: NodeList, count: number): void => {
    for (let at = counted.get(list) ?? 0; at < count; at++) list.nodes.slice(at, at + 1).forEach(add);
    counted.set(list, Math.max(count, counted.get(list) ?? 0));
  };
  const addBefore = (each: ChainNode): void => {
    let holder = each;
    for (const list of listsAround(each.list)) {
      // A synthesis stands behind its parallel, which the list holds.
      const parallel = holder.kind === 'step' ? holder.synthesizes : undefined;
      if (parallel !== undefined) add(parallel);
      addUpTo(list, list.nodes.indexOf(parallel ?? holder));
      if (list.parentNode !== undefined) holder = list.parentNode;
      else
        for (const earlier of model.body.slice(0, model.body.indexOf(list)))
          addUpTo(earlier, earlier.nodes.length);
    }
  };
  const waitFor = ({ target }: AfterReference): void => {
    const nodes =
      target.kind === 'node' ? [target.node] : target.kind === 'lane' ? target.lane.list.nodes : [];
    nodes.forEach(add);
    for (const each of nodes.slice(0, 1)) addBefore(each);
  };
  addBefore(node);
  for (const each of waits.get(node) ?? []) waitFor(each);
  for (let each = open.pop(); each !== undefined; each = open.pop()) (waits.get(each) ?? []).forEach(waitFor);
  ended.delete(node);
  return ended;
}
