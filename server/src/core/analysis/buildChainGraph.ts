/** Makes the graph of a chain, as the language page says, from its flow, its data flow and its handoffs. */
import type { ChainModel, ChainNode, Lane, NodeList, ParallelNode, Phase } from '../model/chain.ts';
import type { Span } from '../util/span.ts';
import type { ChainGraph, GraphNode, GraphSource } from './chainGraph.ts';
import { chainFlow } from './flow.ts';
import { afterEdges, dataEdges, flowEdge, isDrawn, withIds } from './graphEdges.ts';
import { handoffEdges, handoffNode, namedHandoffs } from './graphHandoffs.ts';
import { chainSchedule, type Schedule } from './schedule.ts';

/** The graph of a chain. Pure and deterministic; every id is unique. */
export function buildChainGraph(model: ChainModel, source: GraphSource): ChainGraph {
  const flow = chainFlow(model);
  const handoffs = namedHandoffs(model, source);
  const edges = withIds([
    ...flow.edges.filter(edge => isDrawn(edge, flow)).map(edge => flowEdge(edge, flow)),
    ...afterEdges(model),
    ...dataEdges(model),
    ...handoffEdges(model, flow, handoffs),
  ]);
  // Of a text with syntax errors nobody knows what it lacks, so nobody knows how long it takes.
  const schedule = source.complete
    ? chainSchedule(model, source.chainLength ?? (() => undefined), flow)
    : undefined;
  const nodes = bodyNodes(model, source);
  return {
    subject: {
      kind: 'chain',
      id: model.id?.text ?? '',
      title: model.title?.text ?? model.id?.text ?? '',
      uri: source.uri,
      ...(model.version && { version: model.version.text }),
      ...(model.category && { category: model.category.text }),
      ...(model.timeline && { timeline: model.timeline.text }),
    },
    version: source.version,
    nodes: [
      synthetic('start', model.trigger?.text ?? 'Start'),
      ...(schedule === undefined ? nodes : withTimes(nodes, model, schedule)),
      synthetic('end', outcomeWords(model) ?? 'End'),
      ...(edges.some(edge => edge.to === 'stop') ? [synthetic('stop', 'Stop')] : []),
      ...handoffs.map(
        (each): GraphNode => ({
          ...handoffNode(each, source),
          ...(each.own === undefined ? { problems: noProblems } : placed(each.own.span, [], source)),
        }),
      ),
    ],
    edges,
    ...(schedule && totalOf(schedule)),
    complete: source.complete,
    ...(source.broken && {
      broken: { message: source.broken.message, range: source.lines.range(source.broken.span) },
    }),
  };
}

function withTimes(
  nodes: readonly GraphNode[],
  model: ChainModel,
  { points, phases }: Schedule,
): readonly GraphNode[] {
  return nodes.map(node => {
    const phase = node.kind === 'phase' ? model.phasesById.get(node.id) : undefined;
    const { earliest, slack, critical } =
      phase === undefined
        ? (points.get(node.id) ?? { earliest: undefined, slack: undefined, critical: false })
        : { earliest: phases.get(phase)?.starts, slack: undefined, critical: false };
    return {
      ...node,
      ...(earliest !== undefined && { earliest }),
      ...(slack !== undefined && { slack }),
      ...(critical && { critical }),
    };
  });
}

function totalOf({ total: { min, max } }: Schedule): Pick<ChainGraph, 'total'> {
  if (min === undefined && max === undefined) return {};
  return { total: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) } };
}

/** What a chain gives: its sentence, or its one artefact with what that is, or the names of all; `undefined`: it does not say. */
function outcomeWords({ outcome, outputs }: ChainModel): string | undefined {
  const [first, ...others] = outputs;
  if (first === undefined) return outcome?.text;
  if (others.length > 0) return outputs.map(each => each.text).join(', ');
  return first.description === undefined ? first.text : `${first.text}: ${first.description.text}`;
}

function opens(chain: string, source: GraphSource): Pick<GraphNode, 'opens'> {
  const uri = source.chainUri?.(chain);
  return uri === undefined ? {} : { opens: uri };
}

/** Phases, lanes and nodes in text order, each before what is in it. */
function bodyNodes(model: ChainModel, source: GraphSource): readonly GraphNode[] {
  const nodes: GraphNode[] = [];
  for (const list of model.body) {
    if (list.phase !== undefined) nodes.push(phaseNode(list.phase, source));
    addList(nodes, list, source, list.phase === undefined ? {} : { parent: list.phase.id });
  }
  return nodes;
}

const noProblems = { errors: 0, warnings: 0 };

const synthetic = (kind: 'start' | 'end' | 'stop', label: string): GraphNode => ({
  id: kind,
  kind,
  label,
  problems: noProblems,
});

/** What a node says of where it stands. */
type Place = Pick<GraphNode, 'parent' | 'route'>;

/** Iterative over siblings, recursive over blocks: the model bounds how deep lists stand. */
function addList(nodes: GraphNode[], list: NodeList, source: GraphSource, place: Place): void {
  const { parent } = place;
  for (const node of list.nodes) {
    nodes.push(chainNode(node, place, source));
    if (node.kind === 'decision') {
      for (const [index, route] of node.routes.entries()) {
        addList(nodes, route.list, source, {
          ...(parent && { parent }),
          route: { decision: node.id, index },
        });
      }
    } else if (node.kind === 'parallel') {
      for (const lane of node.lanes) {
        if (lane.id !== undefined) nodes.push(laneNode(lane, lane.id, node.id, source));
        addList(nodes, lane.list, source, { parent: lane.id ?? node.id });
      }
      nodes.push({ id: node.joinId, kind: 'join', label: joinWords(node), ...place, problems: noProblems });
      if (node.synthesize !== undefined) nodes.push(chainNode(node.synthesize, place, source));
    }
  }
}

const joinWords = ({ join }: ParallelNode): string =>
  join.policy === 'at-least' ? `at least ${join.count}` : join.policy;

function chainNode(node: ChainNode, place: Place, source: GraphSource): GraphNode {
  const when = node.when ?? (node.kind === 'step' ? node.synthesizes?.when : undefined);
  return {
    id: node.id,
    ...place,
    kind: node.kind === 'parallel' ? 'fork' : node.kind,
    label: node.label,
    ...actors(node),
    ...(when && { optional: true, when: when.text }),
    ...takesOf(node),
    ...(node.kind === 'chain' && {
      ...(node.version && { version: node.version.text }),
      ...opens(node.chain.text, source),
    }),
    ...placed(node.span, childSpans(node), source),
  };
}

/** Who acts and what comes of it, as written. */
function actors(node: ChainNode): Partial<GraphNode> {
  if (node.kind === 'checkpoint' || node.kind === 'decision') {
    return {
      ...(node.by.length > 0 && { by: node.by.map(word => word.text) }),
      ...(node.kind === 'checkpoint' && says([['criteria', node.criteria]])),
    };
  }
  if (node.kind !== 'step') return {};
  return {
    ...(node.skill && { skill: node.skill.text }),
    ...(node.team && { team: node.team.text }),
    ...(node.owner && { owner: node.owner.text }),
    ...(node.priority && { priority: node.priority.text }),
    ...(node.document && { document: node.document.text }),
  };
}

/** What is said of a node beside its words, by key: `exit: every line was seen`. */
function says(
  said: readonly (readonly [key: string, words: readonly { readonly text: string }[]])[],
): Pick<GraphNode, 'says'> {
  const parts = said.flatMap(([key, words]) =>
    words.length === 0 ? [] : [`${key}: ${words.map(word => word.text).join('; ')}`],
  );
  return parts.length === 0 ? {} : { says: parts };
}

function takesOf({ takes }: Pick<ChainNode | Phase, 'takes'>): Pick<GraphNode, 'takes'> {
  const value = takes?.value;
  return value === undefined ? {} : { takes: { min: value.min, max: value.max } };
}

const phaseNode = (phase: Phase, source: GraphSource): GraphNode => ({
  id: phase.id,
  kind: 'phase',
  label: phase.name.text,
  ...takesOf(phase),
  ...(phase.window && { window: phase.window.text }),
  ...says([
    ['entry', phase.entry],
    ['deliverable', phase.deliverable ? [phase.deliverable] : phase.deliverables],
    ['exit', phase.exit],
  ]),
  ...placed(phase.span, spansOf(phase.list), source),
});

const laneNode = (lane: Lane, id: string, parent: string, source: GraphSource): GraphNode => ({
  id,
  parent,
  kind: 'lane',
  label: lane.name?.text ?? id,
  ...placed(lane.span, spansOf(lane.list), source),
});

/** Where something stands, and what is wrong with it: with its own text, not with that of the `inner` nodes in it. */
const placed = (
  span: Span,
  inner: readonly Span[],
  source: GraphSource,
): Pick<GraphNode, 'uri' | 'range' | 'problems'> => ({
  uri: source.uri,
  range: source.lines.range(span),
  problems: source.problemsAt?.(span, inner) ?? noProblems,
});

const spansOf = (list: NodeList): readonly Span[] => list.nodes.map(node => node.span);

function childSpans(node: ChainNode): readonly Span[] {
  if (node.kind === 'decision') return node.routes.flatMap(route => spansOf(route.list));
  if (node.kind !== 'parallel') return [];
  const lanes = node.lanes.flatMap(lane => (lane.id === undefined ? spansOf(lane.list) : [lane.span]));
  return node.synthesize === undefined ? lanes : [...lanes, node.synthesize.span];
}
