/** Graphs of any size, as the server gives them to the page: chains in phases of about twenty nodes. */
import { createLanguageService } from '../../server/src/core/index.ts';
import type { ChainGraph, GraphNode } from '../../server/src/lsp/protocol.ts';
import { chainInPhases } from './texts.ts';

/** A graph of nearly so many nodes. */
export const graphOfSize = (nodes: number): ChainGraph => graphOf(chainInPhases('drawn', nodes));

/** The same with a step more, the first of all. */
export const longerGraph = (nodes: number): ChainGraph =>
  graphOf(
    chainInPhases('drawn', nodes).replace(
      /^ {4}steps:\n/m,
      '$&      - { id: added, skill: privacy-engineer, do: Look once more }\n',
    ),
  );

function graphOf(text: string): ChainGraph {
  const service = createLanguageService({
    folders: () => [],
    list: async () => [],
    find: async () => [],
    read: async () => undefined,
  });
  const uri = 'file:///drawn.chain.yaml';
  service.setDocument(uri, 1, text);
  const graph = service.graph(uri);
  if (graph === null) throw new Error('The chain has no graph.');
  return graph;
}

/** The step in the middle of a graph. */
export function middleStep({ nodes }: ChainGraph): GraphNode {
  const steps = nodes.filter(({ kind }) => kind === 'step');
  const step = steps[steps.length >> 1];
  if (step === undefined) throw new Error('The graph has no step.');
  return step;
}

/** The same graph with other words in the step in its middle. */
export function relabelled(graph: ChainGraph, label: string): ChainGraph {
  const edited = middleStep(graph);
  return { ...graph, nodes: graph.nodes.map(node => (node === edited ? { ...node, label } : node)) };
}

/** The same graph where that step has another id as well, as one has that is named by its words. */
export function renamed(graph: ChainGraph, id: string): ChainGraph {
  const edited = middleStep(graph);
  const named = (each: string): string => (each === edited.id ? id : each);
  return {
    ...graph,
    nodes: graph.nodes.map(node => (node === edited ? { ...node, id, label: id } : node)),
    edges: graph.edges.map(edge =>
      edge.from === edited.id || edge.to === edited.id
        ? { ...edge, id: `${edge.id} ${id}`, from: named(edge.from), to: named(edge.to) }
        : edge,
    ),
  };
}
