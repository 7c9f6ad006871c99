/** Makes the graph of a chain, as the language page says, from its flow, its data flow and its handoffs. */
import type { ChainModel, ChainNode, Handoff, HandoffKind, Lane, NodeList, Phase } from '../model/chain.ts';
import type { Span } from '../util/span.ts';
import type { ChainGraph, GraphEdge, GraphNode, GraphNodeKind, GraphSource } from './chainGraph.ts';
import { neededArtefacts } from './dataFlow.ts';
import { chainFlow, type Flow, type FlowEdge } from './flow.ts';

/** The graph of a chain. Pure and deterministic; every id is unique. */
export function buildChainGraph(model: ChainModel, source: GraphSource): ChainGraph {
  const flow = chainFlow(model);
  const handoffs = handoffPoints(model, flow);
  return {
    subject: {
      kind: 'chain',
      id: model.id?.text ?? '',
      title: model.title?.text ?? model.id?.text ?? '',
      uri: source.uri,
    },
    version: source.version,
    nodes: [...graphNodes(model, flow, source), ...handoffs.map(point => point.node(source))],
    edges: named([...flowEdges(flow), ...dataEdges(model), ...handoffs.map(point => point.edge)]),
    complete: source.complete,
  };
}

const noProblems = { errors: 0, warnings: 0 };

function graphNodes(model: ChainModel, flow: Flow, source: GraphSource): readonly GraphNode[] {
  const nodes: GraphNode[] = [synthetic('start', model.trigger?.text ?? 'Start')];
  for (const list of model.body) {
    if (list.phase !== undefined) nodes.push(phaseNode(list.phase, source));
    addList(nodes, list, source);
  }
  nodes.push(synthetic('end', model.outputs.map(output => output.text).join(', ') || 'End'));
  if (flow.edges.some(edge => edge.to === 'stop' && edge.kind !== 'skip'))
    nodes.push(synthetic('stop', 'Stop'));
  return nodes;
}

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
        label: joinWords(node.join),
        ...(parent !== undefined && { parent }),
        problems: noProblems,
      });
      if (node.synthesize !== undefined) nodes.push(chainNode(node.synthesize, parent, source));
    }
  }
}

const joinWords = (join: Extract<ChainNode, { kind: 'parallel' }>['join']): string =>
  join.policy === 'at-least' ? `at least ${join.count}` : join.policy;

function chainNode(node: ChainNode, parent: string | undefined, source: GraphSource): GraphNode {
  const optional = node.when !== undefined || (node.kind === 'step' && node.synthesizes?.when !== undefined);
  return {
    id: node.id,
    ...(parent !== undefined && { parent }),
    kind: node.kind === 'parallel' ? 'fork' : node.kind,
    label: node.label,
    ...(node.kind === 'step' && whoDoes(node)),
    ...(optional && { optional }),
    ...takesOf(node),
    ...placed(node.span, childSpans(node), source),
  };
}

const whoDoes = (node: Extract<ChainNode, { kind: 'step' }>): Partial<GraphNode> => ({
  ...(node.skill && { skill: node.skill.text }),
  ...(node.team && { team: node.team.text }),
  ...(node.owner && { owner: node.owner.text }),
  ...(node.priority && { priority: node.priority.text }),
});

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

type Unnamed = Omit<GraphEdge, 'id'>;

/** The ways of control. A `when` draws no way past its node, unless nothing else leads to what follows (rule 3). */
function flowEdges(flow: Flow): readonly Unnamed[] {
  const reached = new Set(flow.edges.filter(edge => edge.kind !== 'skip').map(edge => edge.to));
  return flow.edges
    .filter(edge => edge.kind !== 'skip' || !reached.has(edge.to))
    .map(edge => ({ from: edge.from, to: edge.to, ...described(edge) }));
}

function described(edge: FlowEdge): Pick<GraphEdge, 'kind' | 'label' | 'atMost'> {
  const atMost = edge.jump?.jump.atMost?.value;
  const label = labelOf(edge);
  return {
    kind: edge.back ? 'back' : edge.kind === 'sequence' || edge.kind === 'skip' ? 'sequence' : 'route',
    ...(label !== undefined && { label }),
    ...(edge.back && atMost !== undefined && { atMost }),
  };
}

function labelOf({ kind, route }: FlowEdge): string | undefined {
  if (kind === 'refused') return 'refused';
  if (kind !== 'route' || route === undefined) return undefined;
  return route.when?.text ?? 'otherwise';
}

/** From what makes an artefact to what needs it; inputs of the chain come from nowhere and have no edge. */
function dataEdges(model: ChainModel): readonly Unnamed[] {
  return neededArtefacts(model)
    .filter(need => need.state === 'sure' || need.state === 'maybe')
    .flatMap(need =>
      need.producers.flatMap(({ node, artefact }) =>
        node === undefined
          ? []
          : [{ from: node.id, to: need.node.id, kind: 'data' as const, label: artefact.text }],
      ),
    );
}

/** How a handoff is told apart in words. */
const handoffWords: Readonly<Record<HandoffKind, string>> = {
  // biome-ignore lint/suspicious/noThenProperty: the language's own word
  then: 'then',
  joins: 'joins',
  'cycles-to': 'cycles to',
  'escalates-to': 'escalates to',
  'waits-for': 'waits for',
};

interface HandoffPoint {
  readonly edge: Unnamed;
  node(source: GraphSource): GraphNode;
}

/** The other chains that this one speaks of: behind its end, beside the node they leave from, or before what waits. */
function handoffPoints(model: ChainModel, flow: Flow): readonly HandoffPoint[] {
  const taken = new Set<string>();
  return model.handoffs.map(handoff => {
    const id = free(`handoff/${handoff.kind}/${handoff.chain.text}`, taken);
    const here = ownEnd(handoff, flow);
    const incoming = handoff.kind === 'waits-for';
    return {
      edge: {
        from: incoming ? id : here,
        to: incoming ? here : id,
        kind: 'handoff',
        label: handoffWords[handoff.kind],
      },
      node: source => ({
        id,
        kind: 'handoff' satisfies GraphNodeKind,
        label: handoff.chain.text,
        ...placed(handoff.span, [], source),
      }),
    };
  });
}

/** The point of this chain that a handoff touches. */
function ownEnd({ kind, node }: Handoff, flow: Flow): string {
  const point = node === undefined ? undefined : flow.points.get(node.text);
  if (point !== undefined) return point.id;
  return kind === 'waits-for' ? 'start' : 'end';
}

/** Gives edges their ids: what they join and how; a repeat differs by its label, and then by `~n`. */
function named(edges: readonly Unnamed[]): readonly GraphEdge[] {
  const taken = new Set<string>();
  return edges.map(edge => {
    const way = edge.kind === 'sequence' ? '' : `${edge.kind}:`;
    const said = edge.kind === 'sequence' || edge.label === undefined ? '' : `:${edge.label}`;
    return { id: free(`${way}${edge.from}->${edge.to}${said}`, taken), ...edge };
  });
}

function free(id: string, taken: Set<string>): string {
  let name = id;
  for (let count = 2; taken.has(name); count++) name = `${id}~${count}`;
  taken.add(name);
  return name;
}
