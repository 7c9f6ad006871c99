import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  categories,
  type NodeElement,
  nodeElements,
  suiteGroups,
} from '../../client/src/views/chains/chainTree.ts';
import type { ChainGraph, ChainSummary, GraphNode, GraphNodeKind } from '../../server/src/lsp/protocol.ts';

const summary = (id: string, title: string, category?: string): ChainSummary => ({
  uri: `file:///${id}.chain.yaml`,
  id,
  title,
  category,
});

test('categories come by name, those without one last; chains by title', () => {
  const tree = categories([
    summary('c', 'Zeta', 'Security'),
    summary('b', 'Nameless'),
    summary('a', 'Alpha', 'Security'),
    summary('d', 'Beta', 'People'),
  ]);
  const outline = tree.map(({ category, chains }) => [category, ...chains.map(({ chain }) => chain.title)]);
  assert.deepEqual(outline, [
    ['People', 'Beta'],
    ['Security', 'Alpha', 'Zeta'],
    [undefined, 'Nameless'],
  ]);
});

test('suites stand by title in a group of their own, if there is one', () => {
  const suite = (id: string, title: string) => ({ uri: `file:///${id}.suite.yaml`, id, title });
  assert.deepEqual(suiteGroups([]), []);
  const [group, ...others] = suiteGroups([suite('b', 'Zeta'), suite('a', 'Alpha')]);
  assert.deepEqual(others, []);
  assert.deepEqual(
    group?.suites.map(({ id, suite: { title } }) => [id, title]),
    [
      ['suite:file:///a.suite.yaml', 'Alpha'],
      ['suite:file:///b.suite.yaml', 'Zeta'],
    ],
  );
});

test('items stand in their phase, those of none beside the phases', () => {
  const elements = nodeElements(
    'file:///a.suite.yaml',
    graph([9, 'phase', 'foundation'], [3, 'item', 'P1', 'foundation'], [4, 'item', 'P2']),
  );
  assert.deepEqual(outline(elements), ['P2', ['foundation', 'P1']]);
});

test('the same id in two files is two chains', () => {
  const twice = [
    summary('a', 'Same', 'X'),
    { ...summary('a', 'Same', 'X'), uri: 'file:///other/a.chain.yaml' },
  ];
  const ids = categories(twice).flatMap(({ chains }) => chains.map(({ id }) => id));
  assert.equal(new Set(ids).size, 2);
});

/** Nodes in any order; the line is where each stands in the text. */
function graph(
  ...nodes: readonly (readonly [line: number, kind: GraphNodeKind, id: string, parent?: string])[]
): ChainGraph {
  return {
    subject: { kind: 'chain', id: 'c', title: 'C', uri: 'file:///c.chain.yaml' },
    version: 1,
    complete: true,
    edges: [],
    nodes: nodes.map(([line, kind, id, parent]): GraphNode => {
      const position = { line, character: 0 };
      return {
        ...{ id, kind, label: id, problems: { errors: 0, warnings: 0 } },
        ...(parent === undefined ? {} : { parent }),
        ...(line < 0 ? {} : { range: { start: position, end: position } }),
      };
    }),
  };
}

const outline = (elements: readonly NodeElement[]): readonly unknown[] =>
  elements.map(({ node, children }) => (children.length === 0 ? node.id : [node.id, ...outline(children)]));

test('nodes stand in their phase, parallel and lane, in the order of the text, without what nobody wrote', () => {
  const elements = nodeElements(
    'file:///c.chain.yaml',
    graph(
      [-1, 'start', 'start'],
      [9, 'step', 'last', 'two'],
      [0, 'phase', 'one'],
      [1, 'fork', 'parallel', 'one'],
      [4, 'lane', 'legal', 'parallel'],
      [5, 'step', 'duties', 'legal'],
      [2, 'step', 'contain', 'parallel'],
      [1, 'join', 'parallel.join', 'one'],
      [8, 'phase', 'two'],
      [-1, 'end', 'end'],
    ),
  );
  assert.deepEqual(outline(elements), [
    ['one', ['parallel', 'contain', ['legal', 'duties']]],
    ['two', 'last'],
  ]);
});

test('a node whose parent is not shown stands with the parent’s own parent', () => {
  const elements = nodeElements(
    'u',
    graph([0, 'phase', 'one'], [1, 'join', 'hidden', 'one'], [2, 'step', 'a', 'hidden']),
  );
  assert.deepEqual(outline(elements), [['one', 'a']]);
});

test('parents that go round in a circle do not hang the tree', () => {
  const elements = nodeElements(
    'u',
    graph([0, 'join', 'x', 'y'], [1, 'join', 'y', 'x'], [2, 'step', 'a', 'x']),
  );
  assert.deepEqual(outline(elements), ['a']);
});
