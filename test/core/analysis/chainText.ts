/** Chains as short texts, and graphs as compact lists: the data that the tests of models and analyses are made of. */
import assert from 'node:assert/strict';
import { buildChainGraph } from '../../../server/src/core/analysis/buildChainGraph.ts';
import type { ChainGraph, GraphEdge, GraphSource } from '../../../server/src/core/analysis/chainGraph.ts';
import { buildChain } from '../../../server/src/core/model/buildChain.ts';
import type { ChainModel, ChainNode } from '../../../server/src/core/model/chain.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';

/** A chain `demo` with this body: nodes that begin with `- ` are its steps, anything else stands as it is. */
export function textOf(body: string): string {
  const lines = body.replace(/^\n+/, '').trimEnd().split('\n');
  const indent = Math.min(...lines.filter(line => line.trim() !== '').map(line => line.search(/\S/)));
  const dedented = lines.map(line => line.slice(indent)).join('\n');
  return `chain: demo\ntitle: Demo\n${dedented.startsWith('- ') ? 'steps:\n' : ''}${dedented}\n`;
}

export function modelOf(text: string): ChainModel {
  const model = buildChain(parseSyntax(text).root);
  assert.ok(model !== undefined, 'the text is no map');
  return model;
}

export const chainOf = (body: string): ChainModel => modelOf(textOf(body));

export function nodeOf(model: ChainModel, id: string): ChainNode {
  const node = model.nodesById.get(id);
  assert.ok(node !== undefined, `no node ${id}`);
  return node;
}

/** `chainUri`: where the other chains of the workspace stand; without it there are none. `handoffs`: the edges between them and this one. */
export function graphOfText(
  text: string,
  chainUri?: GraphSource['chainUri'],
  handoffs?: GraphSource['handoffs'],
): ChainGraph {
  return buildChainGraph(modelOf(text), {
    uri: 'test:demo',
    version: 1,
    lines: lineMap(text),
    complete: true,
    ...(chainUri && { chainUri }),
    ...(handoffs && { handoffs }),
  });
}

const arrows: Readonly<Record<GraphEdge['kind'], string>> = {
  sequence: '->',
  route: '=>',
  back: '~>',
  data: '..>',
  handoff: '-->',
};

/** `from -> to`, with the label in parentheses and `×2` for at most two returns. */
export const edgeLine = ({ from, to, kind, label, atMost }: GraphEdge): string =>
  `${from} ${arrows[kind]} ${to}${label === undefined ? '' : ` (${label})`}${atMost === undefined ? '' : ` ×${atMost}`}`;

/** `kind id`, with what it stands in, and `?` where it is optional. */
export const nodeLines = (graph: ChainGraph): readonly string[] =>
  graph.nodes.map(
    ({ kind, id, parent, optional }) =>
      `${kind} ${id}${parent === undefined ? '' : ` in ${parent}`}${optional === true ? ' ?' : ''}`,
  );

/** The lines of a text, blanks around them dropped. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
