/** Handoffs in a chain's graph: a node for each edge between the chain and another one, whichever of them writes it. */
import type { ChainModel, Handoff } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import type { ChainHandoff, GraphNode, GraphSource } from './chainGraph.ts';
import type { Flow } from './flow.ts';
import { counting, type NewEdge } from './graphEdges.ts';
import { handoffDetails } from './handoffDetails.ts';

/** A handoff with the id of its node. */
export interface NamedHandoff extends ChainHandoff {
  readonly id: string;
}

/**
 * `then:other-chain`, and of one that only the other chain writes `other-chain:then`: a colon stands in no id of a node. Those that the
 * chain itself writes come first, so that no edit of another file changes their ids.
 */
export function namedHandoffs(model: ChainModel, source: GraphSource): readonly NamedHandoff[] {
  const all = source.handoffs ?? model.handoffs.map(own => ({ other: own.chain.text, own, ends: [] }));
  const count = counting();
  const named = (each: ChainHandoff): NamedHandoff => {
    const kind = (each.own ?? each.ends[0]?.handoff)?.kind;
    return {
      ...each,
      id: count(each.own === undefined ? `${each.other}:${kind}` : `${kind}:${each.other}`),
    };
  };
  const isOwn = ({ own }: ChainHandoff): boolean => own !== undefined;
  return [...all.filter(isOwn).map(named), ...all.filter(each => !isOwn(each)).map(named)];
}

/** The node of a handoff without its place, which only one that is written in this text has. */
export function handoffNode(
  { id, other, own, ends }: NamedHandoff,
  source: GraphSource,
): Omit<GraphNode, 'problems'> {
  const [end] = ends;
  const written = own ?? end?.handoff;
  const opens = own === undefined ? end?.uri : source.chainUri?.(other);
  const says = saidOf(own, end?.handoff);
  return {
    id,
    kind: 'handoff',
    label: other,
    ...(written && { handoff: written.kind }),
    ...(own === undefined && { elsewhere: true }),
    ...(says.length > 0 && { says }),
    ...(opens !== undefined && { opens }),
  };
}

/** What both ends say beside what their edges are labelled with; what they say alike is said once. */
function saidOf(own: Handoff | undefined, end: Handoff | undefined): readonly string[] {
  const details = [own, end].flatMap(handoff => (handoff === undefined ? [] : handoffDetails(handoff)));
  const parts = details
    .filter(({ what }) => what !== 'if' && what !== 'from' && what !== 'resumes at')
    .map(({ what, words }) => [what, words.join(', ')].filter(part => part !== '').join(' '));
  return [...new Set(parts)];
}

const labels: Readonly<Record<Handoff['kind'], string>> = {
  // biome-ignore lint/suspicious/noThenProperty: a word of the language
  then: 'then',
  joins: 'joins',
  'cycles-to': 'cycles to',
  'escalates-to': 'escalates to',
  'waits-for': 'waits for',
};

/**
 * From `end` what a success fires, from its node an escalation (and back to where it resumes, if that is said), and from a chain that
 * comes before to the node that waits for it or at which it joins, or to `start`.
 */
export function handoffEdges(
  model: ChainModel,
  flow: Flow,
  handoffs: readonly NamedHandoff[],
): readonly NewEdge[] {
  return handoffs.flatMap(({ id, own, ends }): readonly NewEdge[] => {
    const [end] = ends;
    const handoff = own ?? end?.handoff;
    if (handoff === undefined) return [];
    const label = handoff.condition?.text ?? labels[handoff.kind];
    const edge = { kind: 'handoff', label } as const;
    // A node of this chain is named by its own `before` or `from`, and by the `at` of a chain that joins.
    const place = placeOf(model, own === undefined ? end?.handoff.at : (own.node ?? end?.handoff.at));
    if ((own === undefined) !== (handoff.kind === 'waits-for'))
      return [{ from: id, to: place ?? 'start', ...edge }];
    if (own?.kind !== 'escalates-to') {
      const { atMost } = handoff;
      const bound = own?.kind === 'cycles-to' && atMost?.value !== undefined && { atMost: atMost.value };
      return [{ from: 'end', to: id, ...edge, ...bound }];
    }
    const back = resumedAt(flow, own);
    return [
      { from: place ?? 'start', to: id, ...edge },
      ...(back === undefined ? [] : [{ from: id, to: back, kind: 'handoff', label: 'resumes' } as const]),
    ];
  });
}

/** The id of the node or phase that a word names; of a lane that of its parallel, as a lane may have no box. */
function placeOf(model: ChainModel, word: { readonly text: string } | undefined): string | undefined {
  const reference = word && resolveReference(model, word.text);
  switch (reference?.kind) {
    case 'node':
      return reference.node.id;
    case 'phase':
      return reference.phase.id;
    case 'lane':
      return reference.lane.list.parentNode?.id;
    default:
      return undefined;
  }
}

function resumedAt(flow: Flow, handoff: Handoff): string | undefined {
  const target = flow.jumps.find(jump => jump.handoff === handoff && jump.problem === undefined)?.target;
  if (target?.kind === 'node') return target.node.id;
  return target?.kind === 'end' || target?.kind === 'stop' ? target.kind : undefined;
}
