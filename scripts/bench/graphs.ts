/** Graphs of any size, as the server gives them to the page: chains in phases of about twenty nodes. */
import { createLanguageService } from '../../server/src/core/index.ts';
import type { ChainGraph } from '../../server/src/lsp/protocol.ts';
import { chainInPhases } from './texts.ts';

/** A graph of nearly so many nodes. */
export function graphOfSize(nodes: number): ChainGraph {
  const service = createLanguageService({
    folders: () => [],
    list: async () => [],
    find: async () => [],
    read: async () => undefined,
  });
  const uri = 'file:///drawn.chain.yaml';
  service.setDocument(uri, 1, chainInPhases('drawn', nodes));
  const graph = service.graph(uri);
  if (graph === null) throw new Error('The chain has no graph.');
  return graph;
}

/** The same graph with other words in one node in its middle. */
export function relabelled(graph: ChainGraph, label: string): ChainGraph {
  const steps = graph.nodes.filter(({ kind }) => kind === 'step');
  const edited = steps[steps.length >> 1];
  return { ...graph, nodes: graph.nodes.map(node => (node === edited ? { ...node, label } : node)) };
}
