/** Makes the graph of a chain, as the language page says, from its flow, its data flow and its handoffs. */
import type { ChainModel, ChainNode, Handoff, Lane, NodeList, ParallelNode, Phase } from '../model/chain.ts';
import type { Span } from '../util/span.ts';
import type { ChainGraph, GraphNode, GraphSource } from './chainGraph.ts';
import { chainFlow } from './flow.ts';
import { afterEdges, counting, dataEdges, flowEdge, handoffEdges, isDrawn, withIds } from './graphEdges.ts';

/** The graph of a chain. Pure and deterministic; every id is unique. */
export function buildChainGraph(model: ChainModel, source: GraphSource): ChainGraph {
  const flow = chainFlow(model);
  const handoffs = handoffIds(model);
  const edges = withIds([
    ...flow.edges.filter(edge => isDrawn(edge, flow)).map(edge => flowEdge(edge, flow)),
    ...afterEdges(model),
    ...dataEdges(model),
    ...handoffEdges(model, flow, handoffs),
  ]);
  return {
    subject: {
      kind: 'chain',
      id: model.id?.text ?? '',
      title: model.title?.text ?? model.id?.text ?? '',
      uri: source.uri,
    },
    version: source.version,
    nodes: [
      synthetic('start', model.trigger?.text ?? 'Start'),
      ...bodyNodes(model, source),
      synthetic('end', 'End'),
      ...(edges.some(edge => edge.to === 'stop') ? [synthetic('stop', 'Stop')] : []),
      ...model.handoffs.map(handoff => handoffNode(handoff, handoffs.get(handoff) ?? '', source)),
    ],
    edges,
    complete: source.complete,
  };
}

/** `then:other-chain`: a colon stands in no id of a node. */
function handoffIds(model: ChainModel): ReadonlyMap<Handoff, string> {
  const count = counting();
  return new Map(
    model.handoffs.map((each): [Handoff, string] => [each, count(`${each.kind}:${each.chain.text}`)]),
  );
}

const handoffNode = (handoff: Handoff, id: string, source: GraphSource): GraphNode => ({
  id,
  kind: 'handoff',
  label: handoff.chain.text,
  ...placed(handoff.span, [], source),
});

/** Phases, lanes and nodes in text order, each before what is in it. */
function bodyNodes(model: ChainModel, source: GraphSource): readonly GraphNode[] {
  const nodes: GraphNode[] = [];
  for (const list of model.body) {
    if (list.phase !== undefined) nodes.push(phaseNode(list.phase, source));
    addList(nodes, list, source);
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

/** Iterative over siblings, recursive over blocks: the model bounds how deep lists stand. */
function addList(nodes: GraphNode[], list: NodeList, source: GraphSource, parent = list.phase?.id): void {
  for (const node of list.nodes) {
    nodes.push(chainNode(node, parent, source));
    if (node.kind === 'decision') {
      for (const route of node.routes) addList(nodes, route.list, source, parent);
    } else if (node.kind === 'parallel') {
      for (const lane of node.lanes) {
        if (lane.id !== undefined) nodes.push(laneNode(lane, lane.id, node.id, source));
        addList(nodes, lane.list, source, lane.id ?? node.id);
      }
      nodes.push({
        id: node.joinId,
        kind: 'join',
        label: joinWords(node),
        ...(parent !== undefined && { parent }),
        problems: noProblems,
      });
      if (node.synthesize !== undefined) nodes.push(chainNode(node.synthesize, parent, source));
    }
  }
}

const joinWords = ({ join }: ParallelNode): string =>
  join.policy === 'at-least' ? `at least ${join.count}` : join.policy;

function chainNode(node: ChainNode, parent: string | undefined, source: GraphSource): GraphNode {
  const optional = node.when !== undefined || (node.kind === 'step' && node.synthesizes?.when !== undefined);
  return {
    id: node.id,
    ...(parent !== undefined && { parent }),
    kind: node.kind === 'parallel' ? 'fork' : node.kind,
    label: node.label,
    ...actors(node),
    ...(optional && { optional }),
    ...takesOf(node),
    ...placed(node.span, childSpans(node), source),
  };
}

/** Who acts, as written; of a checkpoint and a decision all of `by`. */
function actors(node: ChainNode): Partial<GraphNode> {
  if (node.kind === 'checkpoint' || node.kind === 'decision') {
    return node.by.length === 0 ? {} : { skill: node.by.map(word => word.text).join(', ') };
  }
  if (node.kind !== 'step') return {};
  return {
    ...(node.skill && { skill: node.skill.text }),
    ...(node.team && { team: node.team.text }),
    ...(node.owner && { owner: node.owner.text }),
    ...(node.priority && { priority: node.priority.text }),
  };
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
function placed(
  span: Span,
  inner: readonly Span[],
  source: GraphSource,
): Pick<GraphNode, 'uri' | 'range' | 'problems'> {
  const count = source.problemsAt ?? (() => noProblems);
  const all = count(span);
  let { errors, warnings } = all;
  if (errors > 0 || warnings > 0) {
    for (const each of inner) {
      const below = count(each);
      errors -= below.errors;
      warnings -= below.warnings;
    }
  }
  return {
    uri: source.uri,
    range: source.lines.range(span),
    problems: { errors: Math.max(0, errors), warnings: Math.max(0, warnings) },
  };
}

const spansOf = (list: NodeList): readonly Span[] => list.nodes.map(node => node.span);

function childSpans(node: ChainNode): readonly Span[] {
  if (node.kind === 'decision') return node.routes.flatMap(route => spansOf(route.list));
  if (node.kind !== 'parallel') return [];
  const lanes = node.lanes.flatMap(lane => (lane.id === undefined ? spansOf(lane.list) : [lane.span]));
  return node.synthesize === undefined ? lanes : [...lanes, node.synthesize.span];
}
