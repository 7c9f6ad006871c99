/** The edges within a chain's graph: control, what `after` orders, and data. */
import type { ChainModel } from '../model/chain.ts';
import { afterReferences } from './after.ts';
import type { GraphEdge } from './chainGraph.ts';
import { neededArtefacts } from './dataFlow.ts';
import type { Flow, FlowEdge } from './flow.ts';

/** An edge that has no id yet; `name` tells it from others of its kind between the same nodes. */
export interface NewEdge extends Omit<GraphEdge, 'id'> {
  readonly name?: string;
}

/** Gives each edge an id that comes from its ends, so that it stays the same under edits elsewhere. */
export function withIds(edges: readonly NewEdge[]): readonly GraphEdge[] {
  const count = counting();
  return edges.map(({ name, ...edge }) => {
    const kind = edge.kind === 'sequence' && name === undefined ? '' : `:${edge.kind}`;
    return { id: count(`${edge.from}->${edge.to}${kind}${name === undefined ? '' : `:${name}`}`), ...edge };
  });
}

/** Gives a name itself the first time, then with `~2`, `~3` … */
export function counting(): (name: string) => string {
  const counts = new Map<string, number>();
  return name => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}~${count}`;
  };
}

/** A way past an optional node is drawn only where nothing else leads on to what comes next (rule 3). */
export function isDrawn(edge: FlowEdge, flow: Flow): boolean {
  if (edge.kind !== 'skip') return true;
  return !(flow.incoming.get(edge.to) ?? []).some(
    other =>
      other.kind !== 'skip' && !other.back && other.lane === edge.lane && flow.reachable.has(other.from),
  );
}

export function flowEdge(edge: FlowEdge, flow: Flow): NewEdge {
  const { from, to, kind, back, jump, route } = edge;
  const atMost = back ? jump?.jump.atMost?.value : undefined;
  const label = labelOf(edge, flow);
  return {
    from,
    to,
    kind: back ? 'back' : kind === 'sequence' || kind === 'skip' ? 'sequence' : 'route',
    ...(label !== undefined && { label }),
    ...(atMost !== undefined && { atMost }),
    ...(kind === 'refused' && { name: 'refused' }),
    ...(kind === 'skip' && { name: 'skip' }),
    ...(kind === 'route' && route?.otherwise === true && { name: 'otherwise' }),
  };
}

function labelOf({ from, kind, route }: FlowEdge, flow: Flow): string | undefined {
  if (kind === 'refused') return 'refused';
  if (kind === 'route') return route?.otherwise === true ? 'otherwise' : route?.when?.text;
  const when = kind === 'skip' ? flow.points.get(from)?.node?.when : undefined;
  return when === undefined ? undefined : `unless ${when.text}`;
}

/** What `after` orders between lanes; from a lane's own box, and from the join of a parallel. */
export function afterEdges(model: ChainModel): readonly NewEdge[] {
  return afterReferences(model).flatMap(({ node, target, state }): readonly NewEdge[] => {
    if (state !== 'orders') return [];
    const from =
      target.kind === 'lane'
        ? target.lane.id
        : target.kind !== 'node'
          ? undefined
          : target.node.kind === 'parallel'
            ? (target.node.synthesize?.id ?? target.node.joinId)
            : target.node.id;
    return from === undefined ? [] : [{ from, to: node.id, kind: 'sequence', label: 'after', name: 'after' }];
  });
}

/** From what makes an artefact, if that can come before, to what needs it. What is there from the start has no edge. */
export function dataEdges(model: ChainModel): readonly NewEdge[] {
  return neededArtefacts(model).flatMap(({ state, node, word, producers }) => {
    if (state !== 'sure' && state !== 'maybe') return [];
    const makers = new Set(producers.flatMap(each => each.node?.id ?? each.phase?.id ?? []));
    return [...makers].map(
      (from): NewEdge => ({ from, to: node.id, kind: 'data', label: word.text, name: word.text }),
    );
  });
}
